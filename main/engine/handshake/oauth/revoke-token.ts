import { processRevocationResponse, revocationRequest } from 'oauth4webapi';
import type { Exchange } from '../../model/evidence.ts';
import type { Send } from '../../probe/sender.ts';
import type { Secret } from '../../secrets/secret.ts';
import { askStrictly } from './ask-strictly.ts';
import { clientAuth } from './client-auth.ts';
import type { ClientIdentity } from './client-identity.ts';

/**
 * Revokes a token (safety D22).
 * @param endpoint `revocation_endpoint` of the metadata
 * @returns the exchange; a `policy` failure where the endpoint may not be asked (http elsewhere)
 * @see RFC 7009 §2.1
 */
export async function revokeToken(
  token: Secret,
  hint: 'access_token' | 'refresh_token',
  endpoint: string,
  identity: ClientIdentity,
  send: Send,
): Promise<Exchange> {
  const as = { issuer: endpoint, revocation_endpoint: endpoint };
  const client = { client_id: identity.id };
  const asking = { endpoint, send, step: 'token', purpose: 'token revocation' } as const;
  const { exchange } = await askStrictly<URLSearchParams>(asking, async (options) =>
    processRevocationResponse(
      await revocationRequest(as, client, clientAuth(identity), token.reveal(), {
        ...options,
        additionalParameters: { token_type_hint: hint },
      }),
    ),
  );
  return exchange;
}
