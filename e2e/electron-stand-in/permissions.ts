import { unlessGone, type Cdp } from './cdp.ts';

/** Electron's permissions (api/session, setPermissionRequestHandler) and Chromium's names. */
const PERMISSIONS: readonly (readonly [electron: string, chromium: string])[] = [
  ['media', 'camera'],
  ['media', 'microphone'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['display-capture', 'display-capture'],
  ['idle-detection', 'idle-detection'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
  ['keyboardLock', 'keyboard-lock'],
  ['pointerLock', 'pointer-lock'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['background-sync', 'background-sync'],
  ['local-network-access', 'local-network-access'],
  ['local-network', 'local-network'],
  ['loopback-network', 'loopback-network'],
];

type Details = Readonly<Record<string, unknown>>;
export type PermissionRequestHandler = (
  contents: object,
  permission: string,
  callback: (granted: boolean) => void,
  details: Details,
) => void;
export type PermissionCheckHandler = (
  contents: object | null,
  permission: string,
  requestingOrigin: string,
  details: Details,
) => boolean;

export interface PermissionHandlers {
  request: PermissionRequestHandler | null;
  check: PermissionCheckHandler | null;
}

/**
 * Asks the handlers of a session about every permission and sets their answers in Chromium.
 *
 * api/session: without a handler everything is granted; a check that says yes needs no request.
 * Not faithful: asked before the document loads and not when the page asks (README).
 * @param browser the browser
 * @param browserContextId Chromium's name of the session
 * @param handlers of the session
 * @param contents WebContents of the page
 * @param url what is about to load, as main sees it
 */
export async function askPermissions(
  browser: Cdp,
  browserContextId: string,
  handlers: PermissionHandlers,
  contents: object,
  url: string,
): Promise<void> {
  const origin = /^[a-z][a-z0-9+-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;
  for (const [permission, name] of PERMISSIONS) {
    const granted = await isGranted(handlers, contents, permission, url, `${origin}/`);
    const setting = granted ? 'granted' : 'denied';
    unlessGone(
      browser.send('Browser.setPermission', { permission: { name }, setting, browserContextId }),
    );
  }
}

async function isGranted(
  { request, check }: PermissionHandlers,
  contents: object,
  permission: string,
  requestingUrl: string,
  origin: string,
): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl };
  if (check?.(contents, permission, origin, details) === true) return true;
  if (request === null) return check === null;
  return new Promise((resolve) => request(contents, permission, resolve, details));
}
