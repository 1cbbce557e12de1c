import { isUrl } from '../../../contract/is-url.ts';

/**
 * The title of a sign-in window: first where the page really is, because there is no address bar.
 * SECURITY: D2. The page has no say in it.
 * @param url what the window shows
 * @param label the client whose sign-in this is
 */
export function signInTitle(url: string, label: string): string {
  return `${originOf(url)} · sign-in for ${label} · Unblank`;
}

/** As punycode, so that a look-alike name looks different; and said where it is not encrypted. */
function originOf(url: string): string {
  if (!isUrl(url)) return 'no page';
  const { protocol, origin } = new URL(url);
  if (protocol === 'https:') return origin;
  return protocol === 'http:' ? `${origin} (not encrypted)` : 'no page';
}
