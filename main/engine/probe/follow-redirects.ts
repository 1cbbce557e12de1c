import { isUrl } from '../../contract/is-url.ts';
import type { Exchange } from '../model/evidence.ts';
import type { HttpRequest } from '../ports.ts';
import { headerOf } from './header.ts';

/** Most redirects followed for one request (safety E4). */
const HOPS = 5;
/** Where clients follow: a POST only where it stays one (RFC 9110 §15.4). */
const FOLLOWED: Record<HttpRequest['method'], readonly number[]> = {
  GET: [301, 302, 303, 307, 308],
  POST: [307, 308],
  OPTIONS: [],
  DELETE: [],
};

/**
 * Sends a request and follows it as the TypeScript and Python SDKs do: on the same origin, or from
 * http to https.
 * @param ask sends the request to one address
 * @returns every exchange in order; the last one is the answer that counts
 * @see AS-23, RS-36; reference-clients 2.1 step 0, 2.4 (OBSERVED with /mcp answering 307 to /mcp/)
 */
export async function followRedirects(
  url: string,
  ask: (url: string) => Promise<Exchange>,
): Promise<readonly Exchange[]> {
  const exchanges = [await ask(url)];
  while (exchanges.length <= HOPS) {
    const next = followedRedirect(exchanges.at(-1)!);
    if (next === null) break;
    exchanges.push(await ask(next));
  }
  return exchanges;
}

/** Where a client goes from this answer, or null where it stops here. */
export function followedRedirect({ outcome, request }: Exchange): string | null {
  if (outcome.kind === 'failure') return null;
  const { status, headers } = outcome.response;
  const to = headerOf(headers, 'location');
  const isFollowed = FOLLOWED[request.method].includes(status);
  if (!isFollowed || to === null || !isUrl(to, request.url)) return null;
  const target = new URL(to, request.url);
  return mayFollow(new URL(request.url), target) ? target.href : null;
}

/**
 * The same origin, or the step from http to https on the same host, both on their default ports;
 * never the step back, and never to another host: what was meant for one is not for another.
 */
function mayFollow(from: URL, to: URL): boolean {
  // SECURITY: E4
  if (from.origin === to.origin) return true;
  const secured = from.protocol === 'http:' && to.protocol === 'https:';
  return secured && from.hostname === to.hostname && from.port === '' && to.port === '';
}
