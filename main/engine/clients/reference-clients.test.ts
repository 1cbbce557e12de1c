import { expect, test } from 'vitest';
import { client as claudeCode } from './claude-code.ts';
import { client as mcpRemote } from './mcp-remote.ts';
import { answerRedirect, answerText } from '../testing/fake-answers.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  PAGE,
  resourceDocument,
  serverDocument,
  withResource,
  withServer,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, ISSUER, MCP_URL, type Answer } from '../testing/exchange-builders.ts';
import { casesOf, outcomeOf, type ReferenceRow } from '../testing/judge-one.ts';
import type { DocumentAttempt } from '../model/evidence.ts';

/**
 * What the reference clients did with servers that break one thing (mutation lab of 2026-11-23:
 * MCP TypeScript SDK 2.4.0, which is what mcp-remote 0.15.1 does; Claude Code 2.1.330 is built on
 * it as well and tolerates a wrong issuer). Server and authorization server are on two origins.
 */
const ERROR = '{"jsonrpc":"2.0","id":0,"error":{"code":-32001,"message":"no token"}}';
const OPENID = openidDocument();
const NOWHERE = [missing('path'), missing('root')];

const at = (post: Answer, header: string | null = bearer()) => ({
  first: contacts({ post, header }),
});
const documents = (...resourceMetadata: DocumentAttempt[]) => ({
  ...healthyEvidence({ resourceMetadata }),
});
/** The document lies only where the 401 says, in the form given. */
const header = (value: string) => ({
  ...documents(attempt('header', resourceDocument(), 'https://mcp.example.com/meta'), ...NOWHERE),
  ...at(401, value),
});
const META = '"https://mcp.example.com/meta"';
const servers = (...attempts: DocumentAttempt[]) =>
  healthyEvidence({ authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)] });
/** Nothing at the addresses of the server, and /authorize of its origin answers. */
const guessing = (issuer: string, attempts: DocumentAttempt[], more = {}) => ({
  ...withResource({ authorization_servers: [issuer, ISSUER] }),
  authorizationServers: [
    mcpOrigin(),
    authorizationServer(issuer, attempts, { guessed: 302, ...more }),
    authorizationServer(ISSUER, serverDocument(), { index: 1 }),
  ],
});
const issuers = (named: string, issuer: string) => ({
  ...withResource({ authorization_servers: [named] }),
  authorizationServers: [mcpOrigin(), authorizationServer(named, serverDocument({ issuer }))],
});
const TENANT = `${ISSUER}/tenant`;

const ROWS: readonly ReferenceRow[] = [
  ['healthy', healthyEvidence(), 'ok'],
  ['401 bare, metadata at the path', { ...healthyEvidence(), ...at(401, null) }, 'ok'],
  [
    'metadata at the root only',
    { ...documents(missing('path'), attempt('root', resourceDocument())), ...at(401, null) },
    'ok',
  ],
  ['400 instead of 401', { ...healthyEvidence(), ...at(400) }, 'F21'],
  ['200 with a JSON-RPC error', { ...healthyEvidence(), ...at(answerText(ERROR)) }, 'F21'],
  ['302 instead of 401', { ...healthyEvidence(), ...at(302) }, 'F21'],
  [
    '403 instead of 401 (Claude Code since 2.1.141 signs in)',
    { ...healthyEvidence(), ...at(403) },
    'ok',
    'F21',
  ],
  [
    '/mcp answers 307 to /mcp/',
    { ...healthyEvidence(), ...at(answerRedirect('/mcp/', 307)) },
    'not seen',
  ],
  [
    '/mcp answers 308 to another origin',
    { ...healthyEvidence(), ...at(answerRedirect('https://x.example/mcp', 308)) },
    'F08',
  ],
  ['Basic before Bearer', header(`Basic realm="x", Bearer resource_metadata=${META}`), 'F22'],
  ['space round the equals sign', header(`Bearer resource_metadata = ${META}`), 'F22'],
  ['relative resource_metadata', header('Bearer resource_metadata="/meta"'), 'F22'],
  [
    'the 401 names a 404, well-known good',
    documents(
      missing('header', 404),
      attempt('path', resourceDocument()),
      attempt('root', resourceDocument()),
    ),
    'F24',
  ],
  [
    'no resource metadata, server metadata at the MCP origin',
    {
      ...documents(...NOWHERE),
      authorizationServers: [
        mcpOrigin([attempt('oauth', serverDocument({ issuer: 'https://mcp.example.com' }))]),
      ],
    },
    'ok',
  ],
  ['resource metadata is a page', documents(missing('header', PAGE), missing('path', PAGE)), 'F25'],
  [
    'resource metadata asks for a login',
    documents(missing('header', 401), missing('path', 401)),
    'F25',
  ],
  ['no authorization_servers', withResource({ authorization_servers: undefined }), 'F27'],
  ['authorization_servers a string', withResource({ authorization_servers: ISSUER }), 'F27'],
  ['no resource', withResource({ resource: undefined }), 'F27'],
  ['resource metadata 500', documents(missing('header', 500), missing('path', 500)), 'F24'],
  ['scopes_supported null', withResource({ scopes_supported: null }), 'F16'],
  ['resource says http', withResource({ resource: 'http://mcp.example.com/mcp' }), 'F26'],
  ['resource on another host', withResource({ resource: 'https://x.example/mcp' }), 'F26'],
  ['resource is a sibling', withResource({ resource: 'https://mcp.example.com/mcp2' }), 'F26'],
  ['resource is the parent', withResource({ resource: 'https://mcp.example.com' }), 'ok'],
  ['resource /mcp/ for /mcp', withResource({ resource: `${MCP_URL}/` }), 'F26'],
  [
    'first of two servers dead',
    guessing('https://dead.example', [missing('oauth'), missing('oidc')]),
    'ok*',
  ],
  ['issuer with a slash, resource metadata without', issuers(ISSUER, `${ISSUER}/`), 'ok', 'F31'],
  ['resource metadata with a slash, issuer without', issuers(`${ISSUER}/`, ISSUER), 'ok'],
  ['issuer of another host', issuers(ISSUER, 'https://x.example'), 'ok', 'F31'],
  [
    'issuer with a path, metadata at the root',
    guessing(TENANT, [
      missing('oauth'),
      missing('oidc'),
      missing('oidc-appended'),
      attempt('oauth-root', serverDocument({ issuer: TENANT })),
    ]),
    'ok*',
  ],
  [
    'issuer with a path, OpenID appended',
    guessing(TENANT, [
      missing('oauth'),
      missing('oidc'),
      attempt('oidc-appended', openidDocument({ issuer: TENANT })),
    ]),
    'ok',
  ],
  [
    'OAuth address a page, OpenID good',
    servers(missing('oauth', PAGE), attempt('oidc', OPENID)),
    'F28',
  ],
  [
    'OAuth address 500, OpenID good',
    servers(missing('oauth', 500), attempt('oidc', OPENID)),
    'F28',
  ],
  [
    'OpenID without jwks_uri',
    servers(missing('oauth'), attempt('oidc', openidDocument({ jwks_uri: undefined }))),
    'F17',
  ],
  ['no response_types_supported', withServer({ response_types_supported: undefined }), 'F17'],
  ['PKCE not announced', withServer({ code_challenge_methods_supported: undefined }), 'ok'],
  ['PKCE plain only', withServer({ code_challenge_methods_supported: ['plain'] }), 'F33'],
  ['registration_endpoint null', withServer({ registration_endpoint: null }), 'F17'],
  ['registration_endpoint relative', withServer({ registration_endpoint: '/register' }), 'F17'],
  ['neither registration nor documents', withServer({ registration_endpoint: undefined }), 'F40'],
  [
    'server metadata redirects to another origin',
    guessing(ISSUER, [
      missing('oauth', { kind: 'redirect', status: 302, to: 'https://x.example' }),
      missing('oidc'),
    ]),
    'ok*',
  ],
  ['no server metadata at all', guessing(ISSUER, [missing('oauth'), missing('oidc')]), 'ok*'],
];

test.each(casesOf(ROWS))('$fault', ({ evidence, both, remote }) => {
  expect(outcomeOf(claudeCode, evidence)).toBe(both);
  expect(outcomeOf(mcpRemote, evidence)).toBe(remote);
});
