import type { Client } from '../model/client.ts';
import { HOSTED_POLICY } from './policies/hosted-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { hostedChallenge } from './rules/hosted-challenge.ts';
import {
  hostedNamedDocument,
  hostedResource,
  hostedWithoutResource,
} from './rules/hosted-resource.ts';
import { issuerMustMatch } from './rules/issuer-must-match.ts';
import { lostAuthorizationServer } from './rules/lost-authorization-server.ts';
import { HOSTED_LIMIT_MS, patience } from './rules/patience.ts';
import { pkce } from './rules/pkce.ts';
import { publicAddress } from './rules/public-address.ts';
import { reach } from './rules/reach.ts';
import { registration } from './rules/registration.ts';
import { unasked } from './rules/unasked.ts';
import { unreadDocument } from './rules/unread-document.ts';

const DOC = 'https://claude.com/docs/connectors/building/authentication';

/**
 * Hosted Claude: claude.ai, the connectors of Claude Desktop and the mobile apps. It connects from
 * Anthropic's cloud (160.79.104.0/21), never from the user's machine.
 */
export const client: Client = {
  id: 'claude-hosted',
  version: null,
  isNewest: true,
  registers: null,
  sees: { otherwise: null },
  concerns: (evidence) => evidence.url !== null,
  policy: HOSTED_POLICY,
  rules: [
    publicAddress('documented', DOC),
    reach('elsewhere', 'documented', DOC),
    patience(
      HOSTED_LIMIT_MS,
      'inferred',
      'https://claude.com/docs/connectors/building/authentication',
    ),
    challengeStatus(
      [401],
      'Claude honours a challenge on 401 only and reports that it could not reach the server.',
      'documented',
      DOC,
    ),
    unasked('resource-metadata'),
    hostedChallenge('documented', DOC),
    unreadDocument(),
    hostedNamedDocument('documented', 'https://github.com/anthropics/claude-code/issues/11814'),
    hostedResource('documented', DOC),
    hostedWithoutResource('documented', DOC),
    unasked('server-metadata'),
    lostAuthorizationServer('documented', DOC),
    issuerMustMatch('at-risk', 'The standard forbids it.', 'inferred', 'RFC 8414 §3.3'),
    pkce('stops', 'documented', 'https://claude.com/docs/connectors/building/troubleshooting'),
    registration(
      'flag-and-public',
      'Claude has no way to get a client id by itself; somebody must give it one in the connector’s advanced settings.',
      'documented',
      DOC,
    ),
  ],
  caveat:
    'It passes everything that can be seen from here. A firewall rule for Claude’s addresses (160.79.104.0/21) cannot be seen from this machine.',
};
