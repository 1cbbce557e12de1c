import { describe, expect, test } from 'vitest';
import type { DocumentAttempt, TargetEvidence } from '../model/evidence.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  PAGE,
  resourceDocument,
  serverDocument,
  UNASKED,
  withResource,
  withServer,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { allFindingsOn } from '../testing/judge-one.ts';
import { stateOf, untold, type RequirementRow } from '../testing/judge-requirement.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { REQUIREMENTS } from './index.generated.ts';

const HEALTHY = healthyEvidence();
const GOOD = resourceDocument();
const ORIGIN = 'https://mcp.example.com';
const OTHER_META = `${ORIGIN}/.well-known/oauth-protected-resource/other`;
const documents = (...resourceMetadata: DocumentAttempt[]) => healthyEvidence({ resourceMetadata });
const nowhere = (...misplaced: DocumentAttempt[]): TargetEvidence => ({
  ...documents(missing('path'), missing('root')),
  misplaced,
});
/** The same answer behind a redirect on the same host, which was followed. */
const ledTo = (one: DocumentAttempt): DocumentAttempt => ({
  ...one,
  exchanges: [...one.exchanges, ...one.exchanges],
});
const saying = (resource: string) => withResource({ resource });
const OPENED = `{"resource":"${MCP_URL}","resource":"https://x.example","authorization_servers":["${ISSUER}"]}`;
const sentAs = (one: DocumentAttempt, type: string, body = '{}'): DocumentAttempt => ({
  ...one,
  exchanges: one.exchanges.map((exchange) => ({
    ...exchange,
    outcome: answerText(body, 200, [['Content-Type', type]]),
  })),
});
const copies = (header: DocumentAttempt, path: DocumentAttempt, root = missing('root')) =>
  documents(header, path, root);
const CUSTOM = `${ORIGIN}/meta`;
const two = (first: DocumentAttempt, second: DocumentAttempt) => ({
  ...withResource({ authorization_servers: ['https://dead.example', ISSUER] }),
  authorizationServers: [
    mcpOrigin(),
    authorizationServer('https://dead.example', [first]),
    authorizationServer(ISSUER, [second], { index: 1 }),
  ],
});
const origin = (found: DocumentAttempt[], guessed = 404) => ({
  ...nowhere(),
  authorizationServers: [mcpOrigin(found, guessed)],
});
const SCOPELESS = { scopes_supported: undefined };

const ROWS: readonly RequirementRow[] = [
  ['PR-01', 'healthy', HEALTHY, 'met'],
  ['PR-01', 'nowhere', nowhere(), 'broken'],
  ['PR-01', 'the 401 names a 404', copies(missing('header'), attempt('path', GOOD)), 'broken'],
  ['PR-01', 'a page is PR-05', documents(missing('path', PAGE), missing('root')), 'not-seen'],
  ['PR-01', 'never asked', documents(missing('path', UNASKED), missing('root')), 'not-seen'],
  ['PR-02', 'healthy', HEALTHY, 'met'],
  ['PR-02', 'appended', nowhere(attempt('appended', GOOD)), 'broken'],
  ['PR-02', 'slash twin', nowhere(attempt('slash-twin', GOOD)), 'broken'],
  ['PR-02', 'root only', documents(missing('path'), attempt('root', GOOD)), 'broken'],
  ['PR-02', 'nowhere is PR-01', nowhere(missing('appended')), 'not-applicable'],
  ['PR-02', 'a login is PR-06', documents(missing('path', 401)), 'not-applicable'],
  [
    'PR-02',
    'the 401 names a good document elsewhere',
    copies(attempt('header', GOOD, CUSTOM), missing('path')),
    'not-applicable',
  ],
  ['PR-03', 'healthy', HEALTHY, 'met'],
  ['PR-03', 'root only', documents(missing('path'), attempt('root', GOOD)), 'broken'],
  ['PR-03', 'path only', documents(attempt('path', GOOD), missing('root')), 'not-applicable'],
  ['PR-04', 'healthy', HEALTHY, 'met'],
  ['PR-04', 'the 401 names a 404', copies(missing('header'), attempt('path', GOOD)), 'broken'],
  ['PR-04', '500', documents(missing('path', 500), missing('root', 500)), 'broken'],
  ['PR-04', '404 without a promise is PR-01', nowhere(), 'not-applicable'],
  ['PR-04', 'a login is PR-06', documents(missing('path', 403)), 'not-applicable'],
  ['PR-05', 'healthy', HEALTHY, 'met'],
  ['PR-05', 'a page', documents(missing('path', PAGE), missing('root', PAGE)), 'broken'],
  ['PR-05', 'an array', documents(missing('path', { kind: 'not-object' })), 'broken'],
  ['PR-05', 'text/plain', documents(sentAs(attempt('path', GOOD), 'text/plain')), 'broken'],
  ['PR-05', 'no document', nowhere(), 'not-applicable'],
  ['PR-06', 'healthy', HEALTHY, 'met'],
  ['PR-06', '401', documents(missing('path', 401)), 'broken'],
  [
    'PR-06',
    'a redirect to a login',
    documents(missing('path', { kind: 'redirect', status: 302, to: '/login' })),
    'broken',
  ],
  ['PR-06', 'a redirect to a login page', documents(ledTo(missing('path', PAGE))), 'broken'],
  ['PR-06', 'a page is PR-05', documents(missing('path', PAGE)), 'not-applicable'],
  ['PR-07', 'healthy', HEALTHY, 'met'],
  ['PR-07', 'missing', withResource({ resource: undefined }), 'broken'],
  ['PR-07', 'null', withResource({ resource: null }), 'broken'],
  ['PR-07', 'the wrong document', documents(attempt('header', serverDocument())), 'broken'],
  ['PR-07', 'no document', nowhere(), 'not-applicable'],
  ['PR-08', 'healthy', HEALTHY, 'met'],
  ['PR-08', 'a word', saying('mcp'), 'broken'],
  ['PR-08', 'http', saying('http://mcp.example.com/mcp'), 'broken'],
  ['PR-08', 'a fragment', saying(`${MCP_URL}#`), 'broken'],
  ['PR-08', 'http on this machine', saying('http://localhost:8080/mcp'), 'met'],
  ['PR-08', 'a number is PR-07', withResource({ resource: 7 }), 'not-applicable'],
  ['PR-09', 'healthy', HEALTHY, 'met'],
  ['PR-09', 'another path', saying(`${ORIGIN}/other`), 'broken'],
  [
    'PR-09',
    'the 401 names the document of another path',
    documents(attempt('header', resourceDocument({ resource: `${ORIGIN}/other` }), OTHER_META)),
    'broken',
  ],
  [
    'PR-09',
    'a document at an address of its own',
    documents(attempt('header', GOOD, CUSTOM)),
    'not-applicable',
  ],
  ['PR-09', 'the root', documents(missing('path'), attempt('root', GOOD)), 'not-applicable'],
  ['PR-10', 'healthy', HEALTHY, 'met'],
  ['PR-10', 'the parent', saying(ORIGIN), 'broken'],
  ['PR-10', 'a sibling', saying(`${ORIGIN}/mcp2`), 'broken'],
  ['PR-10', 'another spelling of the host', saying('HTTPS://MCP.Example.com:443/mcp'), 'met'],
  ['PR-10', 'no resource is PR-07', withResource({ resource: undefined }), 'not-applicable'],
  ['PR-11', 'healthy', HEALTHY, 'met'],
  ['PR-11', 'a slash too many', saying(`${MCP_URL}/`), 'broken'],
  ['PR-11', 'a slash too few', { ...saying(MCP_URL), url: `${MCP_URL}/` }, 'broken'],
  ['PR-12', 'healthy', HEALTHY, 'met'],
  ['PR-12', 'http behind TLS', saying('http://mcp.example.com/mcp'), 'broken'],
  ['PR-12', 'another host', saying('https://internal.example.com/mcp'), 'broken'],
  ['PR-12', 'another port', saying('https://mcp.example.com:8443/mcp'), 'broken'],
  ['PR-12', 'no address', saying('urn:example:mcp'), 'not-applicable'],
  ['PR-13', 'healthy', HEALTHY, 'met'],
  ['PR-13', 'missing', withResource({ authorization_servers: undefined }), 'broken'],
  ['PR-13', 'empty', withResource({ authorization_servers: [] }), 'broken'],
  ['PR-13', 'a string', withResource({ authorization_servers: ISSUER }), 'broken'],
  ['PR-13', 'numbers', withResource({ authorization_servers: [1] }), 'broken'],
  ['PR-13', 'no document', nowhere(), 'not-applicable'],
  ['PR-14', 'healthy', HEALTHY, 'met'],
  ['PR-14', 'a query', withResource({ authorization_servers: [`${ISSUER}?a=1`] }), 'broken'],
  ['PR-14', 'http', withResource({ authorization_servers: ['http://a.example'] }), 'broken'],
  ['PR-14', 'a script', withResource({ authorization_servers: ['javascript:1'] }), 'broken'],
  ['PR-14', 'none is PR-13', withResource({ authorization_servers: [] }), 'not-applicable'],
  ['PR-15', 'healthy', HEALTHY, 'not-applicable'],
  ['PR-15', 'both live', two(attempt('oauth', serverDocument()), missing('oidc')), 'met'],
  ['PR-15', 'dead', two(missing('oauth'), attempt('oauth', serverDocument())), 'broken'],
  ['PR-16', 'healthy', HEALTHY, 'met'],
  ['PR-16', 'null', withResource({ scopes_supported: null }), 'broken'],
  ['PR-16', 'a text for a list', withResource({ bearer_methods_supported: 'header' }), 'broken'],
  ['PR-16', 'an empty list', withResource({ scopes_supported: [] }), 'broken'],
  ['PR-16', 'an unknown member that is null', withResource({ x_policy: null }), 'broken'],
  [
    'PR-16',
    'twice',
    documents(sentAs(attempt('path', GOOD), 'application/json', OPENED)),
    'broken',
  ],
  ['PR-16', 'no document', nowhere(), 'not-applicable'],
  ['PR-17', 'healthy', HEALTHY, 'met'],
  ['PR-17', 'neither', withResource(SCOPELESS), 'broken'],
  [
    'PR-17',
    'in the 401',
    { ...withResource(SCOPELESS), first: contacts({ header: `${bearer()}, scope="a b"` }) },
    'met',
  ],
  ['PR-17', 'no document', nowhere(), 'not-applicable'],
  ['PR-18', 'healthy', HEALTHY, 'met'],
  ['PR-18', 'a wildcard', withResource({ scopes_supported: ['mcp:*'] }), 'broken'],
  ['PR-18', 'an administrator', withResource({ scopes_supported: ['org:admin'] }), 'broken'],
  [
    'PR-18',
    'twenty-one',
    withResource({ scopes_supported: Array.from({ length: 21 }, (_, at) => `s${at}`) }),
    'broken',
  ],
  ['PR-18', 'a word that holds one', withResource({ scopes_supported: ['call:read'] }), 'met'],
  ['PR-18', 'none', withResource(SCOPELESS), 'not-applicable'],
  ['PR-19', 'absent', HEALTHY, 'not-applicable'],
  ['PR-19', 'the header', withResource({ bearer_methods_supported: ['header', 'body'] }), 'met'],
  ['PR-19', 'the body', withResource({ bearer_methods_supported: ['body'] }), 'broken'],
  ['PR-20', 'healthy', HEALTHY, 'met'],
  [
    'PR-20',
    'the 401 leads to another list',
    copies(
      attempt('header', resourceDocument({ authorization_servers: ['https://x.example'] }), CUSTOM),
      attempt('path', GOOD),
    ),
    'broken',
  ],
  [
    'PR-20',
    'the root is for another server',
    documents(attempt('path', GOOD), attempt('root', resourceDocument({ resource: ORIGIN }))),
    'met',
  ],
  [
    'PR-20',
    'the root is for the same and says more',
    documents(attempt('path', GOOD), attempt('root', resourceDocument({ resource_name: 'x' }))),
    'broken',
  ],
  [
    'PR-20',
    'the order of scopes says nothing',
    copies(
      attempt('header', resourceDocument({ scopes_supported: ['a', 'b'] }), CUSTOM),
      attempt('path', resourceDocument({ scopes_supported: ['b', 'a'] })),
    ),
    'met',
  ],
  ['PR-20', 'one copy', documents(attempt('path', GOOD)), 'not-applicable'],
  ['PR-21', 'no list', HEALTHY, 'not-applicable'],
  ['PR-21', 'listed', withServer({ protected_resources: [MCP_URL] }), 'met'],
  ['PR-21', 'not listed', withServer({ protected_resources: [7, 'x', ORIGIN] }), 'broken'],
  ['PR-22', 'none', HEALTHY, 'not-applicable'],
  ['PR-22', 'one', withResource({ signed_metadata: 'a.b.c' }), 'not-seen'],
  ['PR-22', 'something else', withResource({ signed_metadata: { alg: 'none' } }), 'broken'],
  ['PR-23', 'healthy', HEALTHY, 'met'],
  ['PR-23', 'another endpoint’s', saying(`${ORIGIN}/other`), 'broken'],
  ['PR-23', 'another host is PR-12', saying('https://x.example/mcp'), 'met'],
  ['PR-24', 'healthy', HEALTHY, 'not-applicable'],
  ['PR-24', 'the origin has metadata', origin([attempt('oauth', serverDocument())]), 'met'],
  ['PR-24', 'the guess is right', origin([missing('oauth')], 302), 'met'],
  ['PR-24', 'nothing at all', origin([missing('oauth')]), 'broken'],
  ['PR-24', 'never asked', origin([missing('oauth', UNASKED)]), 'not-seen'],
];

test.each(ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

test('every requirement of the chapter is shown both kept and broken', () => {
  expect(untold('PR', ROWS)).toEqual([]);
});

const said = (id: string, evidence: TargetEvidence) =>
  judgeRequirements(
    REQUIREMENTS.filter((one) => one.id === id),
    evidence,
  ).broken[0]!.broken;

describe('PR-02: which of the usual mistakes it is', () => {
  test.each([
    ['appended', nowhere(attempt('appended', GOOD)), 'appended behind the path'],
    ['slash-twin', nowhere(attempt('slash-twin', GOOD)), 'the final slash of the path'],
    ['root', documents(missing('path'), attempt('root', GOOD)), 'at the root of the host'],
  ])('%s', (_, evidence, words) => {
    const { text, snippet } = said('PR-02', evidence);
    expect(text).toContain(words);
    expect(snippet).toContain(`GET ${ORIGIN}/.well-known/oauth-protected-resource/mcp`);
  });
});

test('PR-09 to PR-12: the two strings stand one above the other', () => {
  for (const id of ['PR-09', 'PR-10', 'PR-11'])
    expect(said(id, saying(`${MCP_URL}/`)).evidence[0]).toEqual({
      kind: 'mismatch',
      what: 'resource',
      expected: MCP_URL,
      received: `${MCP_URL}/`,
      differsAt: MCP_URL.length,
    });
});

describe('what it weighs', () => {
  const weight = (id: string, evidence: TargetEvidence) => said(id, evidence).severity ?? 'level';

  test('PR-16: null where clients drop the document, null elsewhere, an empty list', () => {
    expect(weight('PR-16', withResource({ scopes_supported: null }))).toBe('error');
    expect(weight('PR-16', withResource({ resource_name: null }))).toBe('warning');
    expect(weight('PR-16', withResource({ scopes_supported: [] }))).toBe('advice');
  });

  test('PR-05: a content type that nobody reads, and a page behind the good document', () => {
    expect(weight('PR-05', documents(sentAs(attempt('path', GOOD), '')))).toBe('warning');
    expect(weight('PR-05', documents(attempt('path', GOOD), missing('root', PAGE)))).toBe(
      'warning',
    );
    expect(weight('PR-05', documents(missing('path', PAGE)))).toBe('level');
  });

  test('PR-20: a copy that sends clients elsewhere, and one that only says more', () => {
    const header = (changes: object) =>
      copies(attempt('header', resourceDocument({ ...changes }), CUSTOM), attempt('path', GOOD));
    expect(weight('PR-20', header({ authorization_servers: ['https://x.example'] }))).toBe(
      'warning',
    );
    expect(weight('PR-20', header({ resource_name: 'x' }))).toBe('advice');
  });
});

test('the healthy server breaks nothing that is shown', () => {
  expect(allFindingsOn(HEALTHY).filter(({ code }) => /^F(1[6-9]|2[3-9])$/.test(code))).toEqual([]);
});
