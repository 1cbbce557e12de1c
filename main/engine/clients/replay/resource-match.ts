/** How the advertised resource relates to the URL that a client uses (PR-10's three grades). */
export type ResourceMatch = 'exact' | 'parent' | 'slash-twin' | 'mismatch';

/**
 * Compares as clients do: same origin, and the advertised path the beginning of ours on a segment
 * boundary. Scheme and host are compared after URL normalisation, so only real differences count.
 * @param advertised `resource` of the protected resource metadata, absolute
 * @param used the URL of the MCP endpoint
 * @see RFC 9728 §3.3; RFC 8707 §2; reference-clients 2.1 step 6; PR-10, PR-11
 */
export function matchResource(advertised: string, used: string): ResourceMatch {
  const [one, two] = [new URL(advertised), new URL(used)];
  const path = (url: URL) => url.pathname + url.search;
  if (one.origin !== two.origin) return 'mismatch';
  if (path(one) === path(two)) return 'exact';
  if (withoutSlash(path(one)) === withoutSlash(path(two))) return 'slash-twin';
  return `${two.pathname}/`.startsWith(withSlash(one.pathname)) ? 'parent' : 'mismatch';
}

/**
 * Would the TypeScript SDKs accept it? They take a parent path, and of the slash twins only the one
 * in which the advertised path is not the longer one (OBSERVED, reference-clients 2.4).
 */
export function sdkAcceptsResource(advertised: string, used: string): boolean {
  const match = matchResource(advertised, used);
  if (match !== 'slash-twin') return match !== 'mismatch';
  return new URL(advertised).pathname.length < new URL(used).pathname.length;
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
