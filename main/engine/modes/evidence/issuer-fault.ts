import { isUrl } from '../../../contract/is-url.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';

/**
 * Why a text is no issuer identifier, as the end of a sentence that begins with it, or null. http
 * counts on this machine only.
 * @see RFC 8414 §2; PR-14
 */
export function issuerFault(issuer: string): string | null {
  if (!isUrl(issuer)) return 'is no absolute address';
  const { protocol, hostname } = new URL(issuer);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  if (!isSecure) return 'is not https';
  if (issuer.includes('#')) return 'has a fragment';
  return issuer.includes('?') ? 'has a query' : null;
}
