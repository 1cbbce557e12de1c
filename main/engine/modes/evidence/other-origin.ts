import type { AuthorizationServerEvidence, ServerEntry } from '../../model/evidence.ts';
import type { StoredSignIn } from '../../model/store-evidence.ts';
import { redactUrl } from '../../redact/url.ts';

/**
 * The authorization servers that the metadata names now, where the kept sign-in is of none of them.
 * @param servers as gathered; null where the server was not asked
 * @returns null where it is of one of them, or either side is not known
 */
export function otherServers(
  { issuer }: StoredSignIn,
  servers: readonly AuthorizationServerEvidence[] | null,
): readonly string[] | null {
  // The MCP origin is what clients fall back to; it is named by nobody.
  const named = (servers ?? []).filter(({ namedBy }) =>
    namedBy.some(({ place }) => place !== 'origin'),
  );
  if (issuer === null || named.length === 0) return null;
  const issuers = named.map((one) => redactUrl(one.issuer));
  return issuers.some((one) => withoutSlash(one) === withoutSlash(issuer)) ? null : issuers;
}

/** Stores keep issuers with and without the slash that the URL standard adds to an origin. */
export function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}

/**
 * The entry that gives a client id, where the kept sign-in has another one.
 * @returns null where they agree, or either side has none
 */
export function entryWithOtherClient(
  { clientId }: StoredSignIn,
  entries: readonly ServerEntry[],
): ServerEntry | null {
  const giving = entries.filter(({ signIn }) => signIn?.clientId != null);
  if (clientId === null || giving.some(({ signIn }) => signIn?.clientId === clientId)) return null;
  return giving[0] ?? null;
}
