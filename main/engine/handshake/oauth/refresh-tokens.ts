import type { Send } from '../../probe/sender.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { ClientIdentity } from './client-identity.ts';
import type { TokenReading } from './read-tokens.ts';
import { requestTokens } from './token-request.ts';

export interface RefreshOptions {
  /** The token endpoint of the issuer that gave the tokens. */
  readonly endpoint: string;
  readonly resource: string | null;
  readonly scope: string | null;
  readonly identity: ClientIdentity;
  /** Against which a new id token is held; the endpoint where it is not known. */
  readonly issuer?: string;
}

/**
 * Asks for new tokens with a refresh token.
 * @returns `tokens.refresh` is null where no new one came: then the old one stays (RFC 6749 §6)
 * @see RFC 6749 §6, RFC 8707 §2.2; TK-23 to TK-30
 */
export function refreshTokens(
  refresh: Secret,
  options: RefreshOptions,
  send: Send,
): Promise<TokenReading> {
  const { endpoint, resource, scope, identity, issuer = endpoint } = options;
  const parameters = { refresh_token: refresh.reveal(), resource, scope };
  return requestTokens({ issuer, endpoint, identity, grant: 'refresh_token', parameters }, send);
}
