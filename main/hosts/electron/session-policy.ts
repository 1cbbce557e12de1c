import { isUrl } from '../../contract/is-url.ts';
import type { Session } from 'electron';
import { isAppUrl } from './app-origin.ts';

/**
 * The one permission that the window gets: writing text to the clipboard after a click, for
 * "Copy" beside a line to paste into a server. What reaches the window is redacted already (A7).
 */
const ALLOWED = 'clipboard-sanitized-write';

/**
 * True where a page may have a permission.
 * @param permission Electron's name of it
 * @param origin who asks: an origin or a URL, as Electron gives it
 */
export function mayHave(permission: string, origin: string): boolean {
  return permission === ALLOWED && isAppUrl(origin);
}

/**
 * What a log may say of an address: scheme and host, no path or query (D16: a code may be in it).
 * @param address a URL of any form; untrusted
 */
export function placeOf(address: string): string {
  if (!isUrl(address)) return 'an address that does not parse';
  const { protocol, host } = new URL(address);
  return host === '' ? protocol : `${protocol}//${host}`;
}

/**
 * Closes a session to everything but our own files. Set on every session as it is created.
 * @param session any session, the default one too
 * @param log told about every refused request, by place only
 */
export function lockSession(session: Session, log: (text: string) => void): void {
  // SECURITY: A7.
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(mayHave(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // Without streams: "the request will be rejected" (session, setDisplayMediaRequestHandler).
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('will-download', (event) => {
    event.preventDefault();
    log('refused a download');
  });
  // SECURITY: A8. No filter: every request of every kind passes here.
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !isAppUrl(details.url);
    if (cancel) log(`refused a request to ${placeOf(details.url)}`);
    callback({ cancel });
  });
}
