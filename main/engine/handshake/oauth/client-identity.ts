import type { JsonObject } from '../../model/evidence.ts';
import type { Secret } from '../../secrets/secret.ts';

/** The ways of a client to say who it is at the token endpoint that Unblank speaks. */
export const AUTH_METHODS = ['none', 'client_secret_basic', 'client_secret_post'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** A client as an authorization server knows it. */
export interface ClientIdentity {
  readonly id: string;
  /** Given by the user, the address of a client-id metadata document, or registered just now. */
  readonly from: 'given' | 'document' | 'registered';
  readonly secret: Secret | null;
  readonly method: AuthMethod;
  /**
   * `none` for the clients that put id and secret into the Basic header as they are (TypeScript SDKs,
   * TK-21); all others encode both, as RFC 6749 §2.3.1 has it.
   */
  readonly basicEncoding?: 'form' | 'none';
  /** Where and with what the registration can be deleted (RFC 7592), or null. */
  readonly management: { readonly uri: string; readonly token: Secret } | null;
}

/**
 * How a client with this id says who it is where nobody told it: by the list of the server.
 * @param metadata of the authorization server
 * @returns `none` without a secret; with one, the first of Basic and the form that is listed, and
 *   Basic where nothing is listed (the default of RFC 8414 §2)
 * @see RFC 6749 §2.3.1; reference-clients 2.1 step 12; TK-21, TK-22
 */
export function authMethodFor(secret: Secret | null, metadata: JsonObject): AuthMethod {
  if (secret === null) return 'none';
  const listed = metadata.token_endpoint_auth_methods_supported;
  if (!Array.isArray(listed)) return 'client_secret_basic';
  const spoken = (['client_secret_basic', 'client_secret_post'] as const).find((one) =>
    listed.includes(one),
  );
  return spoken ?? 'client_secret_basic';
}
