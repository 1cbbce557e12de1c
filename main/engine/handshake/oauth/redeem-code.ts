import type { Send } from '../../probe/sender.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { Attempt } from './attempt.ts';
import type { ClientIdentity } from './client-identity.ts';
import type { TokenReading } from './read-tokens.ts';
import { requestTokens } from './token-request.ts';

/** What is made different on purpose, to see that the server refuses it. */
export interface RedeemChanges {
  /** Null leaves the verifier out (TK-09), another one must be refused (TK-08). */
  readonly verifier?: Secret | null;
  /** Another client than the one that the code was given to (TK-13). */
  readonly identity?: ClientIdentity;
}

/**
 * Redeems a code at the token endpoint of the issuer that was recorded with the attempt, with the
 * redirect URI and the resource of the attempt letter by letter.
 * @see RFC 6749 §4.1.3, RFC 7636 §4.5, RFC 8707 §2.2; safety D10, D11, D14, D15
 */
export function redeemCode(
  code: Secret,
  attempt: Attempt,
  identity: ClientIdentity,
  send: Send,
  changes: RedeemChanges = {},
): Promise<TokenReading> {
  const verifier = changes.verifier === undefined ? attempt.verifier : changes.verifier;
  // SECURITY: D10, D11, D15
  const request = {
    issuer: attempt.issuer,
    endpoint: attempt.tokenEndpoint,
    identity: changes.identity ?? identity,
    grant: 'authorization_code',
    parameters: {
      code: code.reveal(),
      redirect_uri: attempt.redirectUri,
      code_verifier: verifier?.reveal() ?? null,
      resource: attempt.resource,
    },
  } as const;
  return requestTokens(request, send);
}
