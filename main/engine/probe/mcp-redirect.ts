import { isUrl } from '../../contract/is-url.ts';
import type { Exchange } from '../model/evidence.ts';
import { followedRedirect } from './follow-redirects.ts';
import { headerOf } from './header.ts';

/** A redirect of the MCP endpoint at which clients stop. */
export interface McpRedirect {
  /** To another host or scheme (F08), or one on the same origin that turns the POST into a GET (F09). */
  readonly kind: 'elsewhere' | 'loses-post';
  readonly status: number;
  readonly to: string;
}

/** Statuses that mean “moved”; 302 and 303 in place of a 401 mean “log in over there” (F21). */
const MOVED: readonly number[] = [301, 307, 308];

/**
 * Reads the redirect at which the first request ended.
 * @param exchange the answer that counts, after the redirects that clients follow
 * @returns null where it is no redirect, one that clients follow, or one to a login page (F21)
 * @see RS-36; reference-clients 2.1 step 0
 */
export function mcpRedirect(exchange: Exchange): McpRedirect | null {
  const { outcome, request } = exchange;
  if (outcome.kind === 'failure') return null;
  const { status, headers } = outcome.response;
  const location = headerOf(headers, 'location');
  if (status < 300 || status >= 400 || location === null) return null;
  if (!isUrl(location, request.url) || followedRedirect(exchange) !== null) return null;
  const [from, to] = [new URL(request.url), new URL(location, request.url)];
  if (!MOVED.includes(status) && !isSameEndpoint(from, to)) return null;
  const kind = from.origin === to.origin ? 'loses-post' : 'elsewhere';
  return { kind, status, to: to.href };
}

/** The same path, but for slashes at its end and the case of its letters. */
function isSameEndpoint(from: URL, to: URL): boolean {
  const bare = ({ pathname }: URL) => pathname.replace(/\/+$/u, '').toLowerCase();
  return bare(from) === bare(to) && bare(from) !== '';
}
