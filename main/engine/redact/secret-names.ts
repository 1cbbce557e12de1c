/**
 * Names whose value is a secret, after `plain` (lower case, letters and digits only). The lists are
 * the one place that says so (safety H1, H2).
 */
const SECRET_ANYWHERE = [
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'apikey',
  'accesskey',
  'privatekey',
  'authkey',
  'subscriptionkey',
  'credential',
  'cookie',
  'signature',
  'assertion',
  'verifier',
  'sessionid',
  'jwt',
] as const;
const SECRET_WHOLE = new Set(['auth', 'pwd', 'pass', 'pat', 'sid', 'otp', 'bearer', 'xauth']);
/** Words that are a secret in an address or form and an ordinary word everywhere else. */
const SECRET_IN_QUERY = new Set([
  'code',
  'state',
  'key',
  'sig',
  'session',
  'hmac',
  'usercode',
  'k',
]);
/** Endings that make it a statement about the secret, not the secret (`token_endpoint`, `token_type`). */
const DESCRIBES =
  /(?:endpoint|endpoints|type|types|method|methods|supported|required|uri|url|uris|expiresin|expiresat|expires|expiry|lifetime|ttl|count|name|hint|status|error|alg|algorithm|path|file|format|length|id|scopes|header|limit|budget|window|storage|store)$/;
const DESCRIBED_YET_SECRET = new Set(['sessionid', 'phpsessionid', 'jsessionid', 'secretid']);

/** Where a name stands: `query` for an address, a fragment or a form; `field` for all else. */
export type NamePlace = 'query' | 'field';

/**
 * Says whether the value under a name is a secret, by the name alone (safety H2).
 * @param name as written, any spelling: `access_token`, `X-Api-Key`, `clientSecret`
 * @param place decides for words such as `code` and `state`
 */
export function isSecretName(name: string, place: NamePlace): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (SECRET_WHOLE.has(plain) || DESCRIBED_YET_SECRET.has(plain)) return true;
  if (plain.endsWith('authorization')) return true;
  if (place === 'query' && SECRET_IN_QUERY.has(plain)) return true;
  return !DESCRIBES.test(plain) && SECRET_ANYWHERE.some((part) => plain.includes(part));
}

/**
 * Says whether a value under this name must be hidden whatever it looks like; for the other secret
 * names an ordinary word is an ordinary word ("token: expired").
 */
export function isPasswordName(name: string): boolean {
  return /pass|pwd|secret|api.?key|private.?key|credential|authorization|cookie/i.test(name);
}
