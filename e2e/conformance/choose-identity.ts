import { registrationWays } from '../../main/engine/clients/replay/server-metadata.ts';
import {
  AUTH_METHODS,
  authMethodFor,
  type ClientIdentity,
} from '../../main/engine/handshake/oauth/client-identity.ts';
import { registerClient } from '../../main/engine/handshake/oauth/register.ts';
import type { JsonObject } from '../../main/engine/model/evidence.ts';
import type { Send } from '../../main/engine/probe/sender.ts';
import type { Secret } from '../../main/engine/secrets/secret.ts';
import { Refused, type Authorization } from './authorization.ts';

export interface IdentityOptions {
  readonly redirectUri: string;
  /** The address of a client-id metadata document. */
  readonly document: string;
  /** Registered by hand, at this issuer only; or null. */
  readonly given: {
    readonly id: string;
    readonly secret: Secret | null;
    readonly issuer: string;
  } | null;
}

/**
 * Who the client is at this server: given before, else the address of its document where the server
 * reads such, else registered now.
 * @throws Refused where there is no way to an id
 * @see MCP 2026-07-28 authorization, client registration; safety D12, D13
 */
export async function chooseIdentity(
  { issuer, metadata }: Authorization,
  options: IdentityOptions,
  scope: string | null,
  send: Send,
): Promise<ClientIdentity> {
  const { given, document, redirectUri } = options;
  // SECURITY: D12
  if (given?.issuer === issuer) {
    const method = authMethodFor(given.secret, metadata);
    return { id: given.id, from: 'given', secret: given.secret, method, management: null };
  }
  if (registrationWays(metadata).documents)
    return { id: document, from: 'document', secret: null, method: 'none', management: null };
  const endpoint = metadata.registration_endpoint;
  if (typeof endpoint !== 'string') throw new Refused('There is no way to a client id here.');
  const body = registration(redirectUri, scope, metadata);
  // What the strict reader holds against the answer is let pass, as in every client: the suite's own
  // server leaves out client_secret_expires_at, which RFC 7591 §3.2.1 demands.
  const { identity, strict } = await registerClient(body, endpoint, send);
  if (identity === null) throw new Refused(strict ?? 'The registration was refused.');
  return identity;
}

function registration(redirectUri: string, scope: string | null, metadata: JsonObject): JsonObject {
  const listed = metadata.token_endpoint_auth_methods_supported;
  const method = AUTH_METHODS.find((one) => Array.isArray(listed) && listed.includes(one));
  return {
    client_name: 'unblank',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'native',
    token_endpoint_auth_method: method ?? 'client_secret_basic',
    ...(scope !== null && { scope }),
  };
}
