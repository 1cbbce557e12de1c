import type { Basis, Rule } from '../../model/client.ts';
import { callbackIssuer } from '../rules/callback-issuer.ts';
import { issuerMustMatch } from '../rules/issuer-must-match.ts';
import { lostAuthorizationServer } from '../rules/lost-authorization-server.ts';
import { pkce } from '../rules/pkce.ts';
import { registration } from '../rules/registration.ts';
import { resourceMustMatch } from '../rules/resource-must-match.ts';
import { secureEndpoint } from '../rules/secure-endpoint.ts';
import { unasked } from '../rules/unasked.ts';
import { unreachableResource } from '../rules/unreachable-resource.ts';
import { unreadDocument } from '../rules/unread-document.ts';
import {
  authorizeRules,
  registrationRules,
  type RegistrationTraits,
} from './registration-rules.ts';
import { signInRules } from './sign-in-rules.ts';

/** A client that is, or holds, an MCP TypeScript SDK, and what it does differently. */
export interface SdkTraits {
  /** Generation 2 compares issuers, wants https for tokens and stops where nothing answers. */
  readonly generation: 1 | 2;
  /** Claude Code tolerates a wrong issuer in the metadata in both generations. */
  readonly comparesIssuer: boolean;
  /** How we know what was seen with this very client. */
  readonly basis: Basis;
  readonly source: string;
  /** How it registers, and how we know what it does with the answer. */
  readonly registration: RegistrationTraits;
  /** How we know what was only read in the SDK. */
  readonly inside: { readonly basis: Basis; readonly source: string };
  /** What it writes before an error of the sign-in page, or null. */
  readonly errorPrefix: string | null;
  /** Does it compare the state that comes back? The SDK by itself does not. */
  readonly comparesState: boolean;
  /** What it does when the first call with a token is refused, as a sentence. */
  readonly afterRefusal: string;
}

/**
 * What every client on an MCP TypeScript SDK does behind the challenge, in the SDK's own order.
 * @see reference-clients 2.1; real-clients
 */
export function sdkRules(traits: SdkTraits): readonly Rule[] {
  const { generation, basis, source, inside } = traits;
  const second = (rule: Rule): readonly Rule[] => (generation === 2 ? [rule] : []);
  return [
    unasked('resource-metadata'),
    ...second(unreachableResource(inside.basis, inside.source)),
    unreadDocument(),
    resourceMustMatch(basis, source),
    unasked('server-metadata'),
    lostAuthorizationServer(basis, source),
    ...issuerRules(traits),
    registration(traits.registration.manner.documents, NO_WAY, basis, source),
    ...registrationRules(traits.registration),
    pkce('goes-on', basis, source),
    ...authorizeRules(traits.registration),
    ...second(callbackIssuer(basis, source)),
    ...second(secureEndpoint('token_endpoint', inside.basis, inside.source)),
    ...signInRules({ ...traits, as: traits.registration.manner.as, schema: 'strict' }),
  ];
}

const NO_WAY =
  'It stops with “Incompatible auth server: does not support dynamic client registration”.';

function issuerRules({ generation, comparesIssuer, basis, source }: SdkTraits): readonly Rule[] {
  if (generation === 1 || !comparesIssuer) return [];
  const words = 'It stops with “Issuer mismatch in authorization server metadata”.';
  return [issuerMustMatch('prm-slash-passes', words, basis, source)];
}
