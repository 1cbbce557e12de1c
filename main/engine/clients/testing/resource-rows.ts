import {
  attempt,
  healthyEvidence,
  mcpOrigin,
  missing,
  PAGE,
  serverDocument,
  withResource,
} from '../../testing/evidence-builders.ts';
import { ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { documents, guessing, NOWHERE, type LabRow } from './lab.ts';

const everywhere = (why: Parameters<typeof missing>[1]) =>
  documents((['header', 'path', 'root'] as const).map((place) => missing(place, why)));

/** What is wrong with the protected resource metadata. */
export const RESOURCE_ROWS: readonly LabRow[] = [
  [
    'no resource metadata, server metadata at the MCP origin',
    healthyEvidence({
      ...documents(NOWHERE, null),
      authorizationServers: [
        mcpOrigin([attempt('oauth', serverDocument({ issuer: 'https://mcp.example.com' }))]),
      ],
    }),
    'ok',
  ],
  ['a page', everywhere(PAGE), 'fails'],
  ['asks for a login', everywhere(401), 'fails'],
  ['no authorization_servers', withResource({ authorization_servers: undefined }), 'fails'],
  ['authorization_servers a string', withResource({ authorization_servers: ISSUER }), 'fails'],
  ['no resource', withResource({ resource: undefined }), 'fails'],
  ['500', everywhere(500), 'fails'],
  ['scopes_supported null', withResource({ scopes_supported: null }), 'fails', 'fails', 'ok'],
  ['resource of another scheme', withResource({ resource: 'http://mcp.example.com/mcp' }), 'fails'],
  ['resource on another host', withResource({ resource: 'https://x.example/mcp' }), 'fails'],
  ['resource a sibling', withResource({ resource: 'https://mcp.example.com/mcp2' }), 'fails'],
  ['resource the parent', withResource({ resource: 'https://mcp.example.com' }), 'ok'],
  ['resource /mcp/ for /mcp', withResource({ resource: `${MCP_URL}/` }), 'fails', 'fails', 'ok'],
  [
    'first of two servers dead',
    guessing('https://dead.example', [missing('oauth'), missing('oidc')]),
    'ok*',
    'ok*',
    'fails',
  ],
];
