import { expect, test } from 'vitest';
import { client as claudeCode } from './claude-code.ts';
import { client as mcpRemote } from './mcp-remote.ts';
import type { DocumentAttempt, TargetEvidence } from '../model/evidence.ts';
import { answerRedirect } from '../testing/fake-answers.ts';
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
} from '../testing/evidence-builders.ts';
import { contacts, MCP_URL, type Answer } from '../testing/exchange-builders.ts';
import { casesOf, outcomeOf, type ReferenceRow } from '../testing/judge-one.ts';

/**
 * What Claude Code 2.1.330 and mcp-remote 0.15.1 themselves did, run on 2026-11-23 against a server
 * that breaks one thing. One origin for both servers: a fall back to the MCP origin succeeds.
 */
const NOWHERE = [missing('path'), missing('root')];
const at = (post: Answer, header: string | null = null) => ({ first: contacts({ post, header }) });
const ORIGIN = 'https://mcp.example.com';
const OWN = serverDocument({ issuer: ORIGIN });
const oneOrigin = (
  changes: Partial<TargetEvidence> = {},
  server = [attempt('oauth', OWN)],
  guessed?: number,
) =>
  healthyEvidence({
    resourceMetadata: (['header', 'path', 'root'] as const).map((one) =>
      attempt(one, resourceDocument({ authorization_servers: [ORIGIN] })),
    ),
    authorizationServers: [
      mcpOrigin(server, guessed),
      authorizationServer(ORIGIN, server, guessed === undefined ? {} : { guessed }),
    ],
    ...changes,
  });
const says = (changes: Parameters<typeof resourceDocument>[0]) =>
  oneOrigin({
    resourceMetadata: [
      attempt('header', resourceDocument({ authorization_servers: [ORIGIN], ...changes })),
    ],
  });
const lost = (...resourceMetadata: DocumentAttempt[]) => oneOrigin({ resourceMetadata });

const ROWS: readonly ReferenceRow[] = [
  ['none', oneOrigin(), 'ok'],
  ['no WWW-Authenticate', oneOrigin(at(401)), 'ok'],
  ['no resource_metadata', oneOrigin(at(401, 'Bearer realm="x"')), 'ok'],
  [
    'resource_metadata names the server document (claude-code#11814)',
    lost(attempt('header', OWN), ...NOWHERE),
    'ok',
  ],
  ['relative resource_metadata', oneOrigin(at(401, 'Bearer resource_metadata="/x"')), 'ok'],
  ['resource metadata 404', lost(missing('header'), ...NOWHERE), 'ok'],
  ['resource metadata 500', lost(missing('header', 500)), 'ok'],
  ['resource metadata a page', lost(missing('header', PAGE)), 'ok'],
  ['no resource', says({ resource: undefined }), 'ok'],
  ['no authorization_servers', says({ authorization_servers: undefined }), 'ok'],
  ['resource is the origin', says({ resource: ORIGIN }), 'ok'],
  ['server document 404', oneOrigin({}, [missing('oauth'), missing('oidc')], 302), 'ok*'],
  [
    'OpenID document only',
    oneOrigin({}, [missing('oauth'), attempt('oidc', openidDocument({ issuer: ORIGIN }))]),
    'ok',
  ],
  ['layout of 2025-03-26', oneOrigin({ resourceMetadata: NOWHERE, ...at(401) }), 'ok'],
  [
    'client-id documents',
    oneOrigin({}, [
      attempt(
        'oauth',
        serverDocument({
          issuer: ORIGIN,
          registration_endpoint: undefined,
          client_id_metadata_document_supported: true,
        }),
      ),
    ]),
    'ok',
    // It has no document of its own: with such a server it registered all the same.
    'F40',
  ],
  [
    'PKCE not announced',
    oneOrigin({}, [
      attempt(
        'oauth',
        serverDocument({ issuer: ORIGIN, code_challenge_methods_supported: undefined }),
      ),
    ]),
    'ok',
  ],
  ['resource with a trailing slash', says({ resource: `${MCP_URL}/` }), 'F26'],
  ['resource of another host', says({ resource: 'https://x.example/mcp' }), 'F26'],
  [
    'issuer mismatch in the metadata',
    oneOrigin({}, [attempt('oauth', serverDocument({ issuer: 'https://x.example' }))]),
    'ok',
    'F31',
  ],
  [
    'neither registration nor documents',
    oneOrigin({}, [
      attempt('oauth', serverDocument({ issuer: ORIGIN, registration_endpoint: undefined })),
    ]),
    'F40',
  ],
  [
    'PKCE plain only',
    oneOrigin({}, [
      attempt(
        'oauth',
        serverDocument({ issuer: ORIGIN, code_challenge_methods_supported: ['plain'] }),
      ),
    ]),
    'F33',
  ],
  ['302 on the MCP URL', oneOrigin(at(answerRedirect('/login'))), 'F21'],
];

test.each(casesOf(ROWS))('$fault', ({ evidence, both, remote }) => {
  expect(outcomeOf(claudeCode, evidence)).toBe(both);
  expect(outcomeOf(mcpRemote, evidence)).toBe(remote);
});
