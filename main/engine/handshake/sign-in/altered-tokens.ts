import { Secret } from '../../secrets/secret.ts';

const PARTS = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;
/** `{"alg":"none","typ":"JWT"}` in base64url (RFC 7519 §6). */
const UNSIGNED_HEADER = 'eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0';

/**
 * A signed token with one character of its signature changed; nobody may take it.
 * @returns null for a token that is no JWT
 * @see RFC 9068 §4; RS-17
 */
export function withBrokenSignature(token: Secret): Secret | null {
  const [, header, claims, signature] = PARTS.exec(token.reveal()) ?? [];
  if (signature === undefined) return null;
  // The last character holds spare bits, and some readers do not look at them.
  const at = Math.floor(signature.length / 2);
  const other = signature[at] === 'A' ? 'B' : 'A';
  const broken = signature.slice(0, at) + other + signature.slice(at + 1);
  return new Secret(`${header}.${claims}.${broken}`);
}

/** The same claims under `alg: none`, without a signature. @returns null for a token that is no JWT */
export function unsignedCopy(token: Secret): Secret | null {
  const [, , claims] = PARTS.exec(token.reveal()) ?? [];
  return claims === undefined ? null : new Secret(`${UNSIGNED_HEADER}.${claims}.`);
}
