import { isUrl } from '../../contract/is-url.ts';

/** SECURITY: A3. The window's own scheme; never file:// and never http. */
export const APP_SCHEME = 'app';
const APP_HOST = 'companion';
/** Origin of the window in the form of RFC 6454; Chromium gives standard schemes one. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
/** What the window loads. */
export const APP_START = `${APP_ORIGIN}/`;

/**
 * True for an address of our own window, of any path.
 * @param address a URL as Electron or a page gives it; untrusted
 * Node's URL gives custom schemes the origin "null", so scheme, host and the absence of user and
 * port are compared one by one.
 */
export function isAppUrl(address: string): boolean {
  if (!isUrl(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username + password === '';
}
