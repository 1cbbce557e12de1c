import type { Client } from '../model/client.ts';
import { CLAUDE_HOSTED_REGISTERS } from './registers/claude-hosted.ts';
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
import { CLAUDE_HOSTED_SEES } from './seen/claude-hosted-sees.ts';
import {
  authorizeRules,
  registrationRules,
  type RegistrationTraits,
} from './sets/registration-rules.ts';
import { signInRules } from './sets/sign-in-rules.ts';
import { DOC } from './sets/sources.ts';

const DOCUMENTED = DOC.connectors;

const REGISTRATION: RegistrationTraits = {
  manner: { as: 'claude-hosted', documents: 'flag-and-public', schema: 'strict', sees: null },
  basis: 'inferred',
  source: DOCUMENTED,
};

/**
 * Hosted Claude: claude.ai, the connectors of Claude Desktop and the mobile apps. It connects from
 * Anthropic's cloud (160.79.104.0/21), never from the user's machine.
 */
export const client: Client = {
  id: 'claude-hosted',
  version: null,
  isNewest: true,
  registers: CLAUDE_HOSTED_REGISTERS,
  sees: CLAUDE_HOSTED_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: HOSTED_POLICY,
  rules: [
    publicAddress('documented', DOCUMENTED),
    reach('elsewhere', 'documented', DOCUMENTED),
    patience(HOSTED_LIMIT_MS, 'inferred', DOCUMENTED),
    challengeStatus(
      [401],
      'Claude honours a challenge on 401 only and reports that it could not reach the server.',
      'documented',
      DOCUMENTED,
    ),
    unasked('resource-metadata'),
    hostedChallenge('documented', DOCUMENTED),
    unreadDocument(),
    hostedNamedDocument('documented', 'https://github.com/anthropics/claude-code/issues/11814'),
    hostedResource('documented', DOCUMENTED),
    hostedWithoutResource('documented', DOCUMENTED),
    unasked('server-metadata'),
    lostAuthorizationServer('documented', DOCUMENTED),
    issuerMustMatch('at-risk', 'The standard forbids it.', 'inferred', 'RFC 8414 §3.3'),
    pkce('stops', 'documented', DOC.troubleshooting, 'at-once'),
    registration(
      'flag-and-public',
      'Claude has no way to get a client id by itself; somebody must give it one in the connector’s advanced settings.',
      'documented',
      DOCUMENTED,
    ),
    ...registrationRules(REGISTRATION),
    ...authorizeRules(REGISTRATION),
    ...signInRules({
      as: 'claude-hosted',
      basis: 'inferred',
      source: DOCUMENTED,
      schema: 'nulls-pass',
      errorPrefix: null,
      comparesState: true,
      afterRefusal: 'The connector says that the integration rejected the credentials.',
    }),
  ],
  caveat:
    'It passes everything that can be seen from here. A firewall rule for Claude’s addresses cannot be seen from this machine. They are 160.79.104.0/21.',
};
