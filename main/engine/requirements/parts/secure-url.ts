import { isUrl } from '../../../contract/is-url.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';

/** Is it an absolute https address? http counts only on this machine (OAuth 2.1 §1.5; RS-38). */
export function isSecureUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !isUrl(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}
