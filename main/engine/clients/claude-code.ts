import type { Client } from '../model/client.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { configuredTransport } from './rules/configured-transport.ts';
import { entryWithType } from './rules/entry-with-type.ts';
import { lostAuthorizationServer } from './rules/lost-authorization-server.ts';
import { CLAUDE_CODE_LIMIT_MS, patience } from './rules/patience.ts';
import { pkce } from './rules/pkce.ts';
import { reach } from './rules/reach.ts';
import { registration } from './rules/registration.ts';
import { resourceMustMatch } from './rules/resource-must-match.ts';
import { unasked } from './rules/unasked.ts';
import { unreadDocument } from './rules/unread-document.ts';

const OBSERVED = 'Claude Code 2.1.330, run against broken servers on 2026-11-23';
const SDK = 'MCP TypeScript SDK 2.4.0, run against broken servers on 2026-11-23';

/**
 * Claude Code on the command line: its own sign-in on the user's machine, from the user's network.
 * It swallows what is wrong with the resource metadata and falls back to the MCP origin, and it
 * does not compare the issuer of the metadata.
 */
export const client: Client = {
  id: 'claude-code',
  version: '2.1.330',
  isNewest: true,
  registers: null,
  sees: { otherwise: null },
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: [
    entryWithType('claude-code', 'documented', 'https://code.claude.com/docs/en/mcp'),
    reach('here', 'observed', OBSERVED),
    configuredTransport(
      (entry) => entry.client === 'claude-code' && !entry.viaMcpRemote,
      true,
      'observed',
      OBSERVED,
    ),
    patience(CLAUDE_CODE_LIMIT_MS, 'documented', 'https://code.claude.com/docs/en/mcp'),
    challengeStatus(
      [401, 403],
      'Claude Code starts to sign in on 401 and 403 only, so it reports a failed connection. “claude mcp login” with the server’s name signs in all the same.',
      'observed',
      OBSERVED,
    ),
    unasked('resource-metadata'),
    unreadDocument(),
    resourceMustMatch(OBSERVED),
    unasked('server-metadata'),
    lostAuthorizationServer('observed', SDK),
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
