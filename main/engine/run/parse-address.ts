import { isUrl } from '../../contract/is-url.ts';
import { AppError } from '../../contract/errors.ts';
import { isLoopbackHost } from '../safety/loopback-host.ts';

/**
 * Reads what a person typed as the address of a server.
 * @param text the text; surrounding white space is forgiven
 * @returns the URL, normalised by the URL standard
 * @throws AppError `bad-address` with the reason, for anything but an absolute http(s) URL without
 *   user name and password
 */
export function parseAddress(text: string): string {
  const trimmed = text.trim();
  const reason = whyNot(trimmed);
  if (reason !== null) throw new AppError('bad-address', { reason });
  const url = new URL(trimmed);
  url.hash = '';
  return url.href;
}

/** Does a text look like an address at all, or rather like the name of a configured server? */
export function looksLikeAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text.trim()) || /^[^\s/]+\.[^\s/]+\//.test(text.trim());
}

function whyNot(text: string): string | null {
  if (text === '') return 'it is empty.';
  // `localhost:3000/mcp` parses, with localhost as its scheme; nobody means that.
  if (!isUrl(text) || /^[\w.-]+:\d/.test(text)) return withoutScheme(text);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return `it begins with ${url.protocol}// and only https:// and http:// can be checked.`;
  if (url.username !== '' || url.password !== '')
    return 'it holds a user name or password. Leave them out; Unblank asks without credentials.';
  return null;
}

function withoutScheme(text: string): string {
  const url = isUrl(`https://${text}`) ? new URL(`https://${text}`) : null;
  const scheme = url !== null && isLoopbackHost(url.hostname) ? 'http' : 'https';
  const meant = url === null ? '' : ` Did you mean ${scheme}://${text}?`;
  return `“${text}” has no https:// in front or is no URL.${meant}`;
}
