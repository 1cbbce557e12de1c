import type { Client } from '../model/client.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { issuerMustMatch } from './rules/issuer-must-match.ts';
import { lostAuthorizationServer } from './rules/lost-authorization-server.ts';
import { pkce } from './rules/pkce.ts';
import { reach } from './rules/reach.ts';
import { registration } from './rules/registration.ts';
import { resourceMustMatch } from './rules/resource-must-match.ts';
import { secureEndpoint } from './rules/secure-endpoint.ts';
import { unasked } from './rules/unasked.ts';
import { unreadDocument } from './rules/unread-document.ts';
import { signInRules } from './sets/sign-in-rules.ts';
import { DOC } from './sets/sources.ts';

/**
 * Claude Desktop in third-party mode: its own sign-in on the user's machine, with the fixed redirect
 * http://127.0.0.1:53280/callback. Its documentation says what it wants of a server; how it searches
 * is taken from the TypeScript SDK and INFERRED.
 */
export const client: Client = {
  id: 'claude-desktop-3p',
  version: null,
  isNewest: true,
  registers: null,
  sees: { F72: 'port-in-use', otherwise: null },
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: [
    reach('here', 'inferred', DOC.thirdParty),
    challengeStatus(
      [401],
      'Third-party mode signs in on 401 only; a redirect to a login page does not start it.',
      'documented',
      DOC.thirdParty,
    ),
    unasked('resource-metadata'),
    unreadDocument(),
    resourceMustMatch('documented', DOC.thirdParty),
    unasked('server-metadata'),
    lostAuthorizationServer('inferred', DOC.thirdParty),
    issuerMustMatch('at-risk', 'Third-party mode wants them equal.', 'documented', DOC.thirdParty),
    registration(
      'flag',
      'It can get no client id by itself; whoever manages the app must give it one.',
      'inferred',
      DOC.thirdParty,
    ),
    secureEndpoint('authorization_endpoint', 'documented', DOC.thirdParty),
    pkce('goes-on', 'inferred', DOC.thirdParty),
    ...signInRules({
      as: 'claude-desktop-3p',
      basis: 'inferred',
      source: DOC.thirdParty,
      schema: 'strict',
      errorPrefix: null,
      comparesState: true,
      afterRefusal: 'It asks to sign in again; the reason is in its main.log.',
    }),
  ],
  caveat:
    'It passes everything that shows without a sign-in. Its redirect is fixed to http://127.0.0.1:53280/callback, so another program on that port stops it.',
};
