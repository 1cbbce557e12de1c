import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  UNASKED,
  withResource,
} from '../testing/evidence-builders.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { allCodesOn, codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f27-no-authorization-servers.ts';

describe('PR-13: a list that leads nowhere', () => {
  test.each([
    [{ authorization_servers: undefined }, 'The metadata names no authorization server'],
    [{ authorization_servers: [] }, 'The list of authorization servers is empty'],
    [{ authorization_servers: ISSUER }, 'The authorization servers are not in a list'],
    [{ authorization_servers: null }, 'The authorization servers are not in a list'],
    [{ authorization_servers: ['auth'] }, 'The metadata has an unusable authorization_servers'],
    [{ authorization_servers: ['urn:auth'] }, 'The metadata has an unusable authorization_servers'],
    [{ resource: undefined }, 'The metadata lacks resource'],
    [{ resource: 'mcp' }, 'The metadata has an unusable resource'],
  ])('%j', (changes, title) => {
    expect(onlyFinding(mode, withResource(changes))).toMatchObject({
      title,
      severity: 'error',
      evidence: [{ kind: 'http', exchange: 'header' }],
    });
  });

  test('a snippet is given only where it can be exact', () => {
    const snippet = (changes: Parameters<typeof withResource>[0]) =>
      onlyFinding(mode, withResource(changes)).snippet;
    expect(snippet({ authorization_servers: ISSUER })).toBe(
      `"authorization_servers": ["${ISSUER}"]`,
    );
    expect(snippet({ resource: undefined })).toBe('"resource": "https://mcp.example.com/mcp"');
    expect(snippet({ authorization_servers: [] })).toBeNull();
  });
});

describe('PR-14: an entry that is no issuer identifier', () => {
  test.each([
    [`${ISSUER}?tenant=1`, 'has a query'],
    [`${ISSUER}#top`, 'has a fragment'],
    ['http://auth.example.com', 'is not https'],
  ])('%s', (issuer, words) => {
    const found = onlyFinding(mode, withResource({ authorization_servers: [issuer] }));
    expect(found).toMatchObject({
      title: 'An authorization server is no issuer identifier',
      severity: 'error',
    });
    expect(found.explanation).toContain(`${issuer} ${words}.`);
  });

  test('http on this machine is fine', () => {
    const evidence = withResource({ authorization_servers: ['http://127.0.0.1:9000'] });
    expect(findingsOf(mode, evidence)).toEqual([]);
  });
});

test('PR-16: another member that makes clients drop the document is F16’s', () => {
  const evidence = withResource({ scopes_supported: null });
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(allCodesOn(evidence)).toContain('F16');
});

describe('PR-15: the first of two servers', () => {
  const two = (first: DocumentAttempt[], second: DocumentAttempt[]) => ({
    ...withResource({ authorization_servers: ['https://dead.example', ISSUER] }),
    authorizationServers: [
      mcpOrigin(),
      authorizationServer('https://dead.example', first),
      authorizationServer(ISSUER, second, { index: 1 }),
    ],
  });
  const good = [attempt('oauth', serverDocument())];

  test('is dead while the second answers', () => {
    const found = onlyFinding(mode, two([missing('oauth'), missing('oidc')], good));
    expect(found.title).toBe('The first authorization server does not answer');
    expect(found.snippet).toBe(`"authorization_servers": ["${ISSUER}"]`);
  });

  test('answers, whatever the second does', () => {
    expect(findingsOf(mode, two(good, [missing('oauth')]))).toEqual([]);
  });

  test('is dead like the second: F28 takes it', () => {
    const evidence = two([missing('oauth')], [missing('oauth')]);
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F28');
  });

  test('was not asked, which says nothing', () => {
    expect(findingsOf(mode, two([missing('oauth', UNASKED)], good))).toEqual([]);
  });
});

describe('a document of another kind', () => {
  const other = { issuer: ISSUER };

  test('at a well-known address is found, with what belongs there', () => {
    const evidence = healthyEvidence({
      resourceMetadata: [attempt('path', other), missing('root')],
    });
    const found = onlyFinding(mode, evidence);
    expect(found.title).toBe('Another document lies where resource metadata belongs');
    expect(found.whatToDo).toContain('a JSON object with resource and authorization_servers');
  });

  test('that the 401 names is F23’s, also at the address of the path', () => {
    const evidence = healthyEvidence({
      resourceMetadata: [attempt('header', other), attempt('path', other)],
    });
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F23');
  });
});

test('a healthy list is fine, and so is none at all (F24)', () => {
  expect(findingsOf(mode, healthyEvidence())).toEqual([]);
  expect(findingsOf(mode, healthyEvidence({ resourceMetadata: [missing('path')] }))).toEqual([]);
});
