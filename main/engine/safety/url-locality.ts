import { classifyAddress, literalAddress } from './address-class.ts';
import { isLoopbackHost } from './loopback-host.ts';

/** Name endings that no public resolver answers (RFC 6762, RFC 8375, RFC 9476). */
const LOCAL_ENDINGS = ['.local', '.internal', '.home.arpa', '.lan', '.intranet'];

/**
 * Where a host is by its spelling alone; nothing is resolved.
 * @param hostname `URL.hostname`; IPv6 in brackets
 * @returns `this-machine`, `this-network` (private, link-local and other special addresses, local
 *   names, names without a dot), or `public`
 */
export function localityOf(hostname: string): 'this-machine' | 'this-network' | 'public' {
  if (isLoopbackHost(hostname)) return 'this-machine';
  const address = literalAddress(hostname);
  if (address !== null) return localityOfAddress(address);
  const name = hostname.replace(/\.$/, '');
  const isLocal = !name.includes('.') || LOCAL_ENDINGS.some((ending) => name.endsWith(ending));
  return isLocal ? 'this-network' : 'public';
}

/** The port that a URL means. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function localityOfAddress(address: string): ReturnType<typeof localityOf> {
  const kind = classifyAddress(address).class;
  if (kind === 'loopback') return 'this-machine';
  return kind === 'public' ? 'public' : 'this-network';
}
