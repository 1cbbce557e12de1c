/** Names of this machine. They are not each other's aliases here: each is compared as written. */
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Schemes that a browser would run or read itself; never a way back to a client. */
const FORBIDDEN = new Set([
  'javascript:',
  'data:',
  'file:',
  'blob:',
  'about:',
  'vbscript:',
  'ftp:',
]);

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

/** A scheme of an application, such as `cursor:` (RFC 8252 §7.1). */
export function isPrivateUseScheme(protocol: string): boolean {
  return !FORBIDDEN.has(protocol);
}

/**
 * Exact comparison, except for the port of a loopback redirect (OAuth 2.1 §2.3.1, RFC 8252 §7.3).
 * @param registered one of the client's redirect URIs
 * @param asked what the authorization request carries
 */
export function redirectMatches(registered: string, asked: string): boolean {
  if (registered === asked) return true;
  if (!URL.canParse(registered) || !URL.canParse(asked)) return false;
  return withoutLoopbackPort(registered) === withoutLoopbackPort(asked);
}

/** Other spellings of the same address stay different: only the port is taken out of the text. */
function withoutLoopbackPort(uri: string): string {
  const { protocol, hostname } = new URL(uri);
  if (protocol !== 'http:' || !isLoopback(hostname)) return uri;
  return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)):\d+(?=[/?]|$)/, '$1');
}
