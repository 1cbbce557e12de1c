import type { ClientIdentity } from '../handshake/oauth/client-identity.ts';
import type { Secret } from './secret.ts';
import type { VaultEntry } from './token-entry.ts';

/**
 * What became of a revocation: `revoked`, the server knows the token no more; `no-endpoint`, it has
 * no revocation (the tokens live until they expire); `refused`; `unreachable`, ask again later.
 */
export type Revoked = 'revoked' | 'no-endpoint' | 'refused' | 'unreachable';

/** Whose entry it is; the resource is the address that the user once gave, or empty. */
export type EntryOrigin = Pick<VaultEntry, 'issuer' | 'resource'>;

/** How the vault speaks to an authorization server; a host gives it, over the one HTTP port. */
export interface Revoker {
  /** RFC 7009. */
  revoke(
    token: Secret,
    hint: 'access_token' | 'refresh_token',
    endpoint: string,
    identity: ClientIdentity,
    of: EntryOrigin,
  ): Promise<Exclude<Revoked, 'no-endpoint'>>;
  /** RFC 7592 §2.3: deletes a client that we registered. */
  deregister(uri: string, token: Secret, of: EntryOrigin): Promise<Exclude<Revoked, 'no-endpoint'>>;
}

/** From good to bad: the worst of several answers is the one that is told. */
const WORSE: readonly Revoked[] = ['revoked', 'no-endpoint', 'refused', 'unreachable'];

/**
 * Takes an entry back at its server: the refresh token first, because with it new access tokens
 * could be made, then the access token, then the client that we registered.
 * @returns the worst of the answers
 */
// SECURITY: D22
export async function revokeEntry(entry: VaultEntry, revoker: Revoker): Promise<Revoked> {
  const answers: Revoked[] = [];
  const endpoint = entry.revocationEndpoint;
  const tokens = [
    { token: entry.refresh, hint: 'refresh_token' },
    { token: entry.access, hint: 'access_token' },
  ] as const;
  for (const { token, hint } of tokens) {
    if (token === null) continue;
    answers.push(
      endpoint === null
        ? 'no-endpoint'
        : await revoker.revoke(token, hint, endpoint, entry.identity, entry),
    );
  }
  const { management } = entry.identity;
  if (management !== null)
    answers.push(await revoker.deregister(management.uri, management.token, entry));
  return worst(answers);
}

function worst(answers: readonly Revoked[]): Revoked {
  const rank = Math.max(0, ...answers.map((one) => WORSE.indexOf(one)));
  return WORSE[rank] ?? 'revoked';
}
