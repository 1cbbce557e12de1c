import { describe, expect, test } from 'vitest';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  UNASKED,
} from '../testing/evidence-builders.ts';
import { contacts, ISSUER, OPEN, type Answer } from '../testing/exchange-builders.ts';
import { findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f30-guessed-endpoints.ts';

const NONE = [missing('oauth'), missing('oidc')];
const guessing = (guessed: Answer, attempts = NONE) =>
  healthyEvidence({
    authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts, { guessed })],
  });

describe('AS-27: without metadata', () => {
  test.each([
    [404, 'error', 'answers 404'],
    [405, 'error', 'answers 405'],
    [500, 'error', 'answers 500'],
    ['refused', 'error', 'gives no answer'],
    [200, 'warning', 'answers 200'],
    [302, 'warning', 'answers 302'],
    [400, 'warning', 'answers 400'],
  ] as const)('%s at /authorize: %s', (guessed, severity, words) => {
    const found = onlyFinding(mode, guessing(guessed));
    expect(found.severity).toBe(severity);
    expect(found.explanation).toContain(`Here it would be ${ISSUER}/authorize, which ${words}.`);
    expect(found.evidence).toMatchObject([{ kind: 'http', exchange: 'guess' }]);
  });

  test('the MCP origin is guessed where no resource metadata names a server', () => {
    const evidence = healthyEvidence({
      resourceMetadata: [missing('path')],
      authorizationServers: [mcpOrigin(NONE, 404)],
    });
    expect(onlyFinding(mode, evidence).explanation).toContain('https://mcp.example.com/authorize');
  });
});

test('it is a consequence of every mode that loses the metadata', () => {
  for (const code of ['F16', 'F17', 'F18', 'F20', 'F22', 'F23', 'F24', 'F25', 'F27', 'F28', 'F29'])
    expect(mode.followsFrom).toContain(code);
});

test('with metadata nobody guesses', () => {
  const evidence = healthyEvidence({
    authorizationServers: [
      mcpOrigin(),
      authorizationServer(ISSUER, serverDocument(), { guessed: 404 }),
    ],
  });
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(findingsOf(mode, healthyEvidence())).toEqual([]);
});

test('metadata that was never asked for may be there', () => {
  expect(findingsOf(mode, guessing('cancelled', [missing('oauth', UNASKED)]))).toEqual([]);
});

test('F36: without sign-in nobody guesses', () => {
  expect(findingsOf(mode, { ...guessing(404), first: contacts({ post: OPEN }) })).toEqual([]);
});
