import type { Client } from '../model/client.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { configuredTransport } from './rules/configured-transport.ts';
import { issuerMustMatch } from './rules/issuer-must-match.ts';
import { lostAuthorizationServer } from './rules/lost-authorization-server.ts';
import { CLAUDE_CODE_LIMIT_MS, patience } from './rules/patience.ts';
import { pkce } from './rules/pkce.ts';
import { plainHttp } from './rules/plain-http.ts';
import { reach } from './rules/reach.ts';
import { registration } from './rules/registration.ts';
import { resourceMustMatch } from './rules/resource-must-match.ts';
import { unasked } from './rules/unasked.ts';
import { unreadDocument } from './rules/unread-document.ts';

const OBSERVED = 'mcp-remote 0.15.1, run against broken servers on 2026-11-23';

/**
 * mcp-remote: a local process that Claude Desktop starts and that signs in by itself. It tries
 * POST first and an event stream after it, whatever the server is.
 */
export const client: Client = {
  id: 'mcp-remote',
  version: '0.15.1',
  isNewest: true,
  registers: null,
  sees: { otherwise: null },
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: [
    plainHttp('documented', 'https://github.com/geelen/mcp-remote'),
    configuredTransport(
      (entry) => entry.viaMcpRemote,
      false,
      'documented',
      'https://github.com/geelen/mcp-remote',
    ),
    reach('here', 'observed', OBSERVED),
    patience(CLAUDE_CODE_LIMIT_MS, 'inferred', 'https://code.claude.com/docs/en/mcp'),
    challengeStatus([401], 'mcp-remote signs in on 401 only and gives up.', 'observed', OBSERVED),
    unasked('resource-metadata'),
    unreadDocument(),
    resourceMustMatch(OBSERVED),
    unasked('server-metadata'),
    lostAuthorizationServer('observed', OBSERVED),
    issuerMustMatch(
      'prm-slash-passes',
      'It stops with “Issuer mismatch in authorization server metadata”.',
      'observed',
      OBSERVED,
    ),
    pkce('goes-on', 'observed', OBSERVED),
    registration(
      'flag',
      'It stops with “Incompatible auth server: does not support dynamic client registration”.',
      'observed',
      OBSERVED,
    ),
  ],
  caveat: 'It passes everything that shows without a sign-in.',
};
