import { isUrl } from '../../../contract/is-url.ts';

/**
 * True where an address is the redirect URI: same scheme, user, host, port and path, character by
 * character after parsing; query and fragment carry the answer and do not count. SECURITY: D3. An
 * exact match, so that a neighbour of the redirect URI is a page like any other.
 * @param url an address that a page asks for; untrusted
 * @param redirectUri of the attempt
 */
export function isRedirectUri(url: string, redirectUri: string): boolean {
  const asked = placeOf(url);
  return asked !== null && asked === placeOf(redirectUri);
}

function placeOf(address: string): string | null {
  if (!isUrl(address)) return null;
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href.replace(/[?#]+$/, '');
}

/**
 * The patterns of Fetch.enable: every document, and everything that goes where the redirect URI is,
 * so that neither a frame nor a script of a page reaches it.
 * @param redirectUri of the attempt
 */
export function requestPatterns(redirectUri: string): readonly object[] {
  const documents = { urlPattern: '*', resourceType: 'Document', requestStage: 'Request' };
  if (!/^https?:/i.test(redirectUri)) return [documents];
  const origin = new URL(redirectUri).origin.replace(/[\\*?]/g, (one) => `\\${one}`);
  return [documents, { urlPattern: `${origin}/*`, requestStage: 'Request' }];
}

const WEB = new Set(['http:', 'https:']);
/** Schemes that stay within the window and ask nobody. */
const INNER = new Set(['about:', 'blob:', 'data:', 'javascript:', 'chrome-error:', 'chrome:']);

/**
 * What kind of address a document is asked of.
 * @param url untrusted
 * @returns `web` for http and https, `inner` for what never leaves the window, else `program`: the
 *   scheme of a program (claude:, cursor:)
 */
export function addressKind(url: string): 'web' | 'inner' | 'program' {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase() ?? '';
  if (WEB.has(scheme)) return 'web';
  return scheme === '' || INNER.has(scheme) ? 'inner' : 'program';
}
