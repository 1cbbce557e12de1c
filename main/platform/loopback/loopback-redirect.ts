import { isUrl } from '../../contract/is-url.ts';
import { isLoopbackHost } from '../../engine/safety/loopback-host.ts';

/** Where on this machine a client wants to be called back. */
export interface LoopbackRedirect {
  /** As the redirect URI spells it; IPv6 in brackets. */
  readonly host: string;
  /** 0 where any port will do. */
  readonly port: number;
  readonly path: string;
  /** The addresses that the browser may call for this host; without them the way back is not ours. */
  readonly families: readonly LoopbackAddress[];
}
export type LoopbackAddress = '127.0.0.1' | '::1';

const FAMILIES: Readonly<Record<string, readonly LoopbackAddress[]>> = {
  localhost: ['127.0.0.1', '::1'],
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
};

/**
 * Reads a redirect URI as a place to listen at (RFC 8252 §7.3).
 * @param redirectUri as the client has it; untrusted
 * @param keepPath true for a client id that names its redirect URI: path and port stay. Else the
 *   port is any and the path gets a random end
 * @param random a segment that nobody can guess (safety C8), used where the path is not kept
 * @returns null where it is not on this machine, is not http, or carries a query or fragment
 */
export function readLoopbackRedirect(
  redirectUri: string,
  keepPath: boolean,
  random: string,
): LoopbackRedirect | null {
  if (!isUrl(redirectUri)) return null;
  const { protocol, hostname, port, pathname, search, hash } = new URL(redirectUri);
  const families = FAMILIES[hostname];
  if (protocol !== 'http:' || !isLoopbackHost(hostname) || families === undefined) return null;
  if (search !== '' || hash !== '') return null;
  if (keepPath) return { host: hostname, port: Number(port), path: pathname, families };
  // SECURITY: C8. A path of its own: a page that knows the client cannot end the sign-in.
  return { host: hostname, port: 0, path: `${pathname.replace(/\/$/, '')}/${random}`, families };
}

/** The redirect URI of a place, once its port is known. */
export function writeLoopbackRedirect({ host, path }: LoopbackRedirect, port: number): string {
  return `http://${host}${port === 80 ? '' : `:${port}`}${path}`;
}
