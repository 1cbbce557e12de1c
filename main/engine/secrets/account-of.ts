/** SHA-256 as lower-case hex, from a host: the engine has no cryptography of its own. */
export type Digest = (text: string) => Promise<string>;

export const ACCOUNT_PREFIX = 'v1:';

/**
 * The name under which a sign-in is kept: it tells nothing by itself, and tokens of one issuer can
 * never be found for another.
 * @param of compared as plain text: an issuer with a slash at its end is another issuer
 * @returns `v1:` and 64 hex digits
 */
// SECURITY: D12, F5
export async function accountOf(
  of: { readonly issuer: string; readonly resource: string; readonly clientId: string },
  digest: Digest,
): Promise<string> {
  // A line break in a part would let two different triples look the same.
  const parts = [of.issuer, of.resource, of.clientId].map((part) => part.replaceAll('\n', '\\n'));
  return `${ACCOUNT_PREFIX}${await digest(parts.join('\n'))}`;
}
