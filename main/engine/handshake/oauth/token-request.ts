import {
  genericTokenEndpointRequest,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  type AuthorizationServer,
} from 'oauth4webapi';
import type { Step } from '../../../contract/words.ts';
import type { Send } from '../../probe/sender.ts';
import { askStrictly } from './ask-strictly.ts';
import { clientAuth } from './client-auth.ts';
import type { ClientIdentity } from './client-identity.ts';
import { readTokens, type TokenReading } from './read-tokens.ts';

/** What is asked of a token endpoint, and as whom. */
export interface TokenRequest {
  /** Against which an id token is held. */
  readonly issuer: string;
  readonly endpoint: string;
  readonly identity: ClientIdentity;
  readonly grant: 'authorization_code' | 'refresh_token';
  /** A null one is not sent. */
  readonly parameters: Readonly<Record<string, string | null>>;
}

const STEPS = { authorization_code: 'token', refresh_token: 'refresh' } as const satisfies Record<
  string,
  Step
>;
const READERS = {
  authorization_code: processAuthorizationCodeResponse,
  refresh_token: processRefreshTokenResponse,
} as const;

/**
 * Sends one request to a token endpoint and reads the answer twice: strictly, and as clients do.
 * @returns an exchange with a `policy` failure where the endpoint may not be asked (safety D14)
 * @see RFC 6749 §4.1.3, §5, §6
 */
export async function requestTokens(request: TokenRequest, send: Send): Promise<TokenReading> {
  const { endpoint, identity, grant } = request;
  const as = serverOf(request);
  const client = { client_id: identity.id };
  const asking = { endpoint, send, step: STEPS[grant], purpose: 'token request' } as const;
  const { exchange, strict } = await askStrictly<URLSearchParams>(asking, async (options) => {
    const parameters = sentOf(request.parameters);
    const auth = clientAuth(identity);
    const answer = genericTokenEndpointRequest(as, client, auth, grant, parameters, options);
    return READERS[grant](as, client, await answer);
  });
  return readTokens(exchange, strict);
}

/** Every algorithm that the library checks: which one a server may use is not asked here. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

function serverOf({ issuer, endpoint }: TokenRequest): AuthorizationServer {
  return {
    issuer,
    token_endpoint: endpoint,
    id_token_signing_alg_values_supported: ALGORITHMS,
  };
}

function sentOf(parameters: TokenRequest['parameters']): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(parameters)) if (value !== null) sent[name] = value;
  return sent;
}
