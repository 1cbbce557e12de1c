import { describe, expect, test } from 'vitest';
import type { DocumentAttempt, ServerEndpoints, TargetEvidence } from '../model/evidence.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  PAGE,
  serverDocument,
  UNASKED,
  withResource,
  withServer,
  type Changes,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, exchange, ISSUER, type Answer } from '../testing/exchange-builders.ts';
import { healthyEndpoints } from '../testing/healthy-answers.ts';
import { answerRedirect, answerText } from '../testing/fake-answers.ts';
import { allCodesOn } from '../testing/judge-one.ts';
import { stateOf, untold, type RequirementRow } from '../testing/judge-requirement.ts';
import { SIGN_IN_ROWS } from '../testing/sign-in-trace-rows.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { REQUIREMENTS } from './index.generated.ts';

const HEALTHY = healthyEvidence();
const GOOD = attempt('oauth', serverDocument());
const OPENID = attempt('oidc', openidDocument());
const servers = (...attempts: DocumentAttempt[]) =>
  healthyEvidence({ authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)] });
const openid = (changes: Changes) =>
  servers(missing('oauth'), attempt('oidc', openidDocument(changes)));
const both = (changes: Changes) => servers(GOOD, attempt('oidc', openidDocument(changes)));
const NOWHERE = servers(missing('oauth'), missing('oidc'));

const TENANT = `${ISSUER}/tenant`;
const OWN = { issuer: TENANT };
/** An issuer with a path: what its inserted, OpenID, appended and root addresses give. */
const tenant = (
  found: Partial<Record<'oauth' | 'oidc' | 'oidc-appended' | 'oauth-root', DocumentAttempt>>,
) => ({
  ...withResource({ authorization_servers: [TENANT] }),
  authorizationServers: [
    mcpOrigin(),
    authorizationServer(
      TENANT,
      (['oauth', 'oidc', 'oidc-appended', 'oauth-root'] as const).map(
        (place) => found[place] ?? missing(place),
      ),
    ),
  ],
});
/** The resource metadata names one spelling, the authorization server uses another. */
const issuers = (named: string, issuer: string) => ({
  ...withResource({ authorization_servers: [named] }),
  authorizationServers: [mcpOrigin(), authorizationServer(named, serverDocument({ issuer }))],
});
const endpoints = (changes: Partial<ServerEndpoints>) =>
  healthyEvidence({
    authorizationServers: [
      mcpOrigin(),
      authorizationServer(ISSUER, serverDocument(), { endpoints: healthyEndpoints(changes) }),
    ],
  });
const asked = (answer: Answer) => exchange({ url: `${ISSUER}/token`, answer });
const revoked = (answer: Answer) =>
  endpoints({ revocation: exchange({ url: `${ISSUER}/revoke`, answer }) });
const sentAs = (one: DocumentAttempt, type: string, body = '{}'): DocumentAttempt => ({
  ...one,
  exchanges: [exchange({ answer: answerText(body, 200, [['Content-Type', type]]) })],
});
const moved = (to: string) => missing('oauth', { kind: 'redirect', status: 302, to });
const META = '/.well-known/oauth-authorization-server';
const AWAY = moved(`https://x.example${META}`);
const guessing = (guessed: number, found = [missing('oauth'), missing('oidc')]) =>
  healthyEvidence({
    authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, found, { guessed })],
  });
const closed = (more: Changes) => withServer({ registration_endpoint: undefined, ...more });
const DOCUMENTS = { client_id_metadata_document_supported: true };
const PUBLIC = { token_endpoint_auth_methods_supported: ['none'] };
const SECRET = { token_endpoint_auth_methods_supported: ['client_secret_basic'] };
const TWICE = '{"issuer":"a","token_endpoint":"b","token_endpoint":"c"}';
/** A document that was too large to read may name any server. */
const UNREAD = healthyEvidence({ resourceMetadata: [missing('path', { kind: 'too-large' })] });

const ROWS: readonly RequirementRow[] = [
  ['AS-01', 'healthy', HEALTHY, 'met'],
  ['AS-01', 'nowhere', NOWHERE, 'broken'],
  ['AS-01', 'a login is F25’s', servers(missing('oauth', 403), missing('oidc')), 'not-seen'],
  [
    'AS-01',
    'no answer is F15’s',
    servers(missing('oauth', { kind: 'network', failure: 'dns', detail: 'ENOTFOUND' })),
    'not-seen',
  ],
  ['AS-01', 'never asked', servers(missing('oauth', UNASKED)), 'not-seen'],
  ['AS-01', 'elsewhere is AS-23', servers(AWAY, missing('oidc')), 'not-applicable'],
  ['AS-01', 'which server is not known', UNREAD, 'not-seen'],
  ['AS-02', 'no path', HEALTHY, 'not-applicable'],
  ['AS-02', 'inserted', tenant({ oauth: attempt('oauth', serverDocument(OWN)) }), 'met'],
  [
    'AS-02',
    'at the root',
    tenant({ 'oauth-root': attempt('oauth-root', serverDocument(OWN)) }),
    'broken',
  ],
  ['AS-02', 'appended', tenant({}), 'broken'],
  [
    'AS-02',
    'OpenID will do',
    tenant({ 'oidc-appended': attempt('oidc-appended', openidDocument(OWN)) }),
    'not-applicable',
  ],
  ['AS-03', 'no path', HEALTHY, 'not-applicable'],
  ['AS-03', 'inserted', tenant({ oidc: attempt('oidc', openidDocument(OWN)) }), 'met'],
  [
    'AS-03',
    'appended only',
    tenant({ 'oidc-appended': attempt('oidc-appended', openidDocument(OWN)) }),
    'broken',
  ],
  ['AS-04', 'no OpenID', HEALTHY, 'not-applicable'],
  ['AS-04', 'both', servers(GOOD, OPENID), 'met'],
  ['AS-04', 'OpenID only', servers(missing('oauth'), OPENID), 'broken'],
  ['AS-05', 'healthy', HEALTHY, 'met'],
  ['AS-05', 'a page', servers(missing('oauth', PAGE), missing('oidc')), 'broken'],
  ['AS-05', 'text/plain', servers(sentAs(GOOD, 'text/plain')), 'broken'],
  ['AS-05', 'a page behind the good document', servers(GOOD, missing('oidc', PAGE)), 'met'],
  ['AS-05', 'nowhere', NOWHERE, 'not-applicable'],
  ['AS-06', 'healthy', HEALTHY, 'met'],
  ['AS-06', 'a page before it', servers(missing('oauth', PAGE), OPENID), 'broken'],
  ['AS-06', '500 before it', servers(missing('oauth', 500), OPENID), 'broken'],
  ['AS-06', '502 before it', servers(missing('oauth', 502), OPENID), 'broken'],
  ['AS-06', '404 before it', servers(missing('oauth'), OPENID), 'met'],
  ['AS-06', 'no good document', NOWHERE, 'not-applicable'],
  ['AS-07', 'healthy', HEALTHY, 'met'],
  ['AS-07', 'another host', issuers(ISSUER, 'https://x.example'), 'broken'],
  ['AS-07', 'a slash', issuers(ISSUER, `${ISSUER}/`), 'broken'],
  [
    'AS-07',
    'nothing named it',
    healthyEvidence({
      resourceMetadata: [missing('path')],
      authorizationServers: [mcpOrigin([GOOD])],
    }),
    'not-applicable',
  ],
  ['AS-08', 'healthy', HEALTHY, 'met'],
  ['AS-08', 'a slash only in the issuer', issuers(ISSUER, `${ISSUER}/`), 'broken'],
  ['AS-08', 'a slash only in the resource metadata', issuers(`${ISSUER}/`, ISSUER), 'broken'],
  ['AS-08', 'another host is AS-07', issuers(ISSUER, 'https://x.example'), 'not-applicable'],
  ['AS-09', 'healthy', HEALTHY, 'met'],
  ['AS-09', 'missing', withServer({ token_endpoint: undefined }), 'broken'],
  ['AS-09', 'relative', withServer({ authorization_endpoint: '/authorize' }), 'broken'],
  ['AS-09', 'no document', NOWHERE, 'not-applicable'],
  ['AS-10', 'healthy', HEALTHY, 'met'],
  ['AS-10', 'http', withServer({ token_endpoint: 'http://auth.example.com/token' }), 'broken'],
  ['AS-09', 'a script', withServer({ authorization_endpoint: 'javascript:alert(1)' }), 'broken'],
  [
    'AS-10',
    'http on this machine',
    withServer({ token_endpoint: 'http://127.0.0.1:1/token' }),
    'met',
  ],
  ['AS-11', 'healthy', HEALTHY, 'met'],
  ['AS-11', 'missing', withServer({ response_types_supported: undefined }), 'broken'],
  ['AS-11', 'without code', withServer({ response_types_supported: ['token'] }), 'broken'],
  ['AS-12', 'absent', HEALTHY, 'met'],
  [
    'AS-12',
    'both',
    withServer({ grant_types_supported: ['refresh_token', 'authorization_code'] }),
    'met',
  ],
  ['AS-12', 'no code', withServer({ grant_types_supported: ['client_credentials'] }), 'broken'],
  ['AS-12', 'no refresh', withServer({ grant_types_supported: ['authorization_code'] }), 'broken'],
  ['AS-13', 'healthy', HEALTHY, 'met'],
  ['AS-13', 'missing', withServer({ code_challenge_methods_supported: undefined }), 'broken'],
  [
    'AS-13',
    'a defect is AS-20',
    withServer({ code_challenge_methods_supported: null }),
    'not-applicable',
  ],
  ['AS-14', 'no OpenID', HEALTHY, 'not-applicable'],
  ['AS-14', 'both', both({}), 'met'],
  ['AS-14', 'OpenID is silent', both({ code_challenge_methods_supported: undefined }), 'broken'],
  ['AS-15', 'healthy', HEALTHY, 'met'],
  ['AS-15', 'plain', withServer({ code_challenge_methods_supported: ['plain'] }), 'broken'],
  [
    'AS-15',
    'missing is AS-13',
    withServer({ code_challenge_methods_supported: undefined }),
    'not-applicable',
  ],
  ['AS-16', 'clients register', HEALTHY, 'not-applicable'],
  ['AS-16', 'listed', withServer(PUBLIC), 'met'],
  ['AS-16', 'no list, by hand', closed({}), 'broken'],
  ['AS-16', 'client-id documents are CI-12', closed({ ...DOCUMENTS, ...SECRET }), 'not-applicable'],
  ['AS-17', 'healthy', HEALTHY, 'met'],
  ['AS-17', 'client-id documents', closed(DOCUMENTS), 'met'],
  ['AS-17', 'neither', closed({}), 'broken'],
  ['AS-19', 'no OpenID', HEALTHY, 'not-applicable'],
  ['AS-19', 'OpenID', servers(missing('oauth'), OPENID), 'met'],
  ['AS-19', 'no keys', openid({ jwks_uri: undefined }), 'broken'],
  ['AS-19', 'no list', openid({ subject_types_supported: 'public' }), 'broken'],
  ['AS-20', 'healthy', HEALTHY, 'met'],
  ['AS-20', 'null', withServer({ registration_endpoint: null }), 'broken'],
  ['AS-20', 'relative', withServer({ revocation_endpoint: '/revoke' }), 'broken'],
  ['AS-20', 'a text for a list', withServer({ scopes_supported: 'a' }), 'broken'],
  ['AS-20', 'an unknown member is null', withServer({ x_tos: null }), 'broken'],
  ['AS-20', 'twice', servers(sentAs(GOOD, 'application/json', TWICE)), 'broken'],
  ['AS-21', 'one document', HEALTHY, 'not-applicable'],
  ['AS-21', 'alike', both({}), 'met'],
  ['AS-21', 'another endpoint', both({ token_endpoint: `${ISSUER}/oidc/token` }), 'broken'],
  ['AS-21', 'left out', both({ registration_endpoint: undefined }), 'broken'],
  ['AS-22', 'no list', HEALTHY, 'not-applicable'],
  ['AS-22', 'listed', withServer({ scopes_supported: ['mcp:tools', 'openid'] }), 'met'],
  ['AS-22', 'not listed', withServer({ scopes_supported: ['openid'] }), 'broken'],
  [
    'AS-22',
    'of the 401',
    {
      ...withServer({ scopes_supported: ['mcp:tools'] }),
      first: contacts({ header: `${bearer()}, scope="mcp:tools mcp:write"` }),
    },
    'broken',
  ],
  ['AS-23', 'healthy', HEALTHY, 'met'],
  ['AS-23', 'metadata', servers(AWAY, missing('oidc')), 'broken'],
  ['AS-23', 'metadata, with a good document behind', servers(AWAY, OPENID), 'broken'],
  ['AS-23', 'a login is F25’s', servers(moved('https://x.example/login')), 'not-applicable'],
  [
    'AS-23',
    'the token endpoint',
    endpoints({ token: asked(answerRedirect('/token/', 301)) }),
    'broken',
  ],
  [
    'AS-23',
    'the token endpoint, elsewhere',
    endpoints({ token: asked(answerRedirect('https://x.example/token', 308)) }),
    'broken',
  ],
  [
    'AS-23',
    '308 on the same host',
    endpoints({ token: asked(answerRedirect('/token/', 308)) }),
    'met',
  ],
  ['AS-24', 'healthy', HEALTHY, 'met'],
  ['AS-24', 'nothing speaks of CORS', servers(sentAs(GOOD, 'application/json')), 'not-applicable'],
  ['AS-24', 'the token endpoint', endpoints({ preflight: asked(404) }), 'broken'],
  ['AS-25', 'no list', HEALTHY, 'not-applicable'],
  ['AS-25', 'listed', withServer({ scopes_supported: ['offline_access'] }), 'met'],
  ['AS-25', 'not listed', withServer({ scopes_supported: ['openid'] }), 'broken'],
  ['AS-26', 'no endpoint', HEALTHY, 'not-applicable'],
  ['AS-26', '200', revoked(200), 'met'],
  ['AS-26', '400', revoked(answerText('{"error":"invalid_request"}', 400)), 'broken'],
  ['AS-26', '500', revoked(500), 'broken'],
  ['AS-26', 'wants a known client', revoked(401), 'not-seen'],
  ['AS-26', 'says so with 400', revoked(answerText('{"error":"invalid_client"}', 400)), 'not-seen'],
  ['AS-26', 'no answer', revoked('reset'), 'not-seen'],
  ['AS-27', 'healthy', HEALTHY, 'met'],
  ['AS-27', 'guessed, there', guessing(302), 'broken'],
  ['AS-27', 'guessed, not there', guessing(404), 'broken'],
  ['AS-27', 'nobody guesses', NOWHERE, 'not-applicable'],
  ['AS-27', 'never asked', guessing(404, [missing('oauth', UNASKED)]), 'not-seen'],
  ['AS-28', 'healthy', HEALTHY, 'met'],
  [
    'AS-28',
    'another host',
    withServer({ authorization_endpoint: 'https://www.example.com/a' }),
    'broken',
  ],
  [
    'AS-28',
    'another host, with iss',
    withServer({
      authorization_endpoint: 'https://www.example.com/a',
      authorization_response_iss_parameter_supported: true,
    }),
    'met',
  ],
  ['AS-28', 'an issuer of another name is AS-07', issuers(ISSUER, 'https://x.example'), 'met'],
  ['CI-01', 'announced', withServer(DOCUMENTS), 'met'],
  ['CI-01', 'not announced', HEALTHY, 'broken'],
  ['CI-12', 'no client-id documents', HEALTHY, 'not-applicable'],
  ['CI-12', 'public', withServer({ ...DOCUMENTS, ...PUBLIC }), 'met'],
  ['CI-12', 'with a secret', withServer({ ...DOCUMENTS, ...SECRET }), 'broken'],
  ['DR-01', 'healthy', HEALTHY, 'met'],
  ['DR-01', 'none', closed({}), 'broken'],
];

test.each(ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

test('every requirement of the chapter is shown both kept and broken', () => {
  expect(untold('AS', [...ROWS, ...SIGN_IN_ROWS])).toEqual([]);
});

const said = (id: string, evidence: TargetEvidence) =>
  judgeRequirements(
    REQUIREMENTS.filter((one) => one.id === id),
    evidence,
  ).broken[0]!.broken;

describe('the words', () => {
  test('AS-02: where the document is, and where it belongs', () => {
    const root = tenant({ 'oauth-root': attempt('oauth-root', serverDocument(OWN)) });
    expect(said('AS-02', root).text).toContain('without the path, where no client looks');
    expect(said('AS-02', tenant({})).text).toContain(`${TENANT}${META}, is found by nobody.`);
  });

  test('AS-07: a slash alone is told apart from another name', () => {
    expect(said('AS-07', issuers(ISSUER, `${ISSUER}/`)).text).toContain('by the final slash');
    expect(said('AS-07', issuers(ISSUER, 'https://x.example')).text).toContain('calls itself');
  });

  test('AS-08: the direction of the slash decides who stops', () => {
    expect(said('AS-08', issuers(`${ISSUER}/`, ISSUER)).text).toContain('mcp-remote accept that');
    expect(said('AS-08', issuers(ISSUER, `${ISSUER}/`)).text).toContain('all stop');
  });
});

describe('what it weighs', () => {
  const weight = (id: string, evidence: TargetEvidence) => said(id, evidence).severity ?? 'level';

  test('a defect behind the good document stops nobody', () => {
    expect(weight('AS-19', both({ jwks_uri: undefined }))).toBe('advice');
    expect(weight('AS-19', openid({ jwks_uri: undefined }))).toBe('level');
  });

  test('AS-20: what clients check, what they do not, and what stands twice', () => {
    expect(weight('AS-20', withServer({ registration_endpoint: null }))).toBe('error');
    expect(weight('AS-20', withServer({ x_tos: null }))).toBe('level');
    expect(weight('AS-20', servers(sentAs(GOOD, 'application/json', TWICE)))).toBe('advice');
  });

  test('AS-21: a value that differs, and one that is left out', () => {
    expect(weight('AS-21', both({ token_endpoint: `${ISSUER}/oidc/token` }))).toBe('warning');
    expect(weight('AS-21', both({ registration_endpoint: undefined }))).toBe('advice');
  });

  test('AS-23: lost metadata, and a detour that clients need not go', () => {
    expect(weight('AS-23', servers(AWAY, missing('oidc')))).toBe('error');
    expect(weight('AS-23', servers(AWAY, OPENID))).toBe('warning');
  });

  test('CI-12: where clients can register instead', () => {
    expect(weight('CI-12', withServer({ ...DOCUMENTS, ...SECRET }))).toBe('advice');
    expect(weight('CI-12', closed({ ...DOCUMENTS, ...SECRET }))).toBe('level');
  });
});

test('AS-25, CI-01: what is only listed is never a finding', () => {
  const evidence = withServer({ scopes_supported: ['mcp:tools'] });
  expect(stateOf('AS-25', evidence)).toBe('broken');
  expect(stateOf('CI-01', evidence)).toBe('broken');
  expect(allCodesOn(evidence)).toEqual(allCodesOn(HEALTHY));
});
