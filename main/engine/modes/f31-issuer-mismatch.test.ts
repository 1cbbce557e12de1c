import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  withResource,
  withServer,
} from '../testing/evidence-builders.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import { allCodesOn, codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f31-issuer-mismatch.ts';

/** The resource metadata names one spelling, the authorization server uses another. */
const pair = (named: string, issuer: string) => ({
  ...withResource({ authorization_servers: [named] }),
  authorizationServers: [mcpOrigin(), authorizationServer(named, serverDocument({ issuer }))],
});

describe('AS-07, AS-08: the strings differ', () => {
  test.each([
    [
      'another host',
      ISSUER,
      'https://login.example.com',
      'The authorization server calls itself something else',
    ],
    [
      'upper case',
      ISSUER,
      'https://AUTH.example.com',
      'The authorization server calls itself something else',
    ],
    [
      'a slash in the server’s',
      ISSUER,
      `${ISSUER}/`,
      'Issuer and resource metadata differ by a slash',
    ],
    [
      'a slash in the resource’s',
      `${ISSUER}/`,
      ISSUER,
      'Issuer and resource metadata differ by a slash',
    ],
  ])('%s', (_, named, issuer, title) => {
    const found = onlyFinding(mode, pair(named, issuer));
    expect(found).toMatchObject({
      title,
      severity: 'error',
      snippet: `"authorization_servers": ["${issuer}"]`,
      evidence: [
        { kind: 'mismatch', what: 'issuer', expected: named, received: issuer },
        { exchange: 'oauth' },
      ],
    });
    expect(found.explanation).toContain(
      `Your resource metadata says ${named}, the authorization server says ${issuer}.`,
    );
  });

  test('the differing character is marked', () => {
    expect(onlyFinding(mode, pair(ISSUER, `${ISSUER}/`)).evidence[0]).toMatchObject({
      differsAt: ISSUER.length,
    });
  });
});

test('the identical string is right, final slash or not', () => {
  expect(codesOn(pair(`${ISSUER}/`, `${ISSUER}/`))).toEqual([]);
  expect(codesOn(healthyEvidence())).toEqual([]);
});

test('an issuer that is missing or no URL is a defect of the document: F17 takes it', () => {
  for (const issuer of [undefined, 'auth']) {
    expect(findingsOf(mode, withServer({ issuer }))).toEqual([]);
    expect(allCodesOn(withServer({ issuer }))).toContain('F17');
  }
});

test('without resource metadata nothing named the issuer, so nothing differs from it', () => {
  const evidence = healthyEvidence({
    resourceMetadata: [missing('path')],
    authorizationServers: [mcpOrigin([attempt('oauth', serverDocument())])],
  });
  expect(findingsOf(mode, evidence)).toEqual([]);
});
