import type { RedirectKind } from './auth-changes.ts';

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

/**
 * What a redirect URI is: https, loopback http (RFC 8252 §7.3), a private-use scheme such as
 * `cursor:` (§7.1), or one of the two that a registration refuses (OAuth 2.1 §7.12).
 * @returns null where it is no URI, or carries a fragment (RFC 6749 §3.1.2)
 */
export function redirectKind(uri: string): RedirectKind | null {
  if (!URL.canParse(uri) || uri.includes('#')) return null;
  const { protocol, hostname } = new URL(uri);
  if (protocol === 'https:') return 'https';
  if (protocol === 'http:') return isLoopback(hostname) ? 'loopback' : 'plain-http';
  return FORBIDDEN.has(protocol) ? 'script' : 'private-use';
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
