import type { OnBeforeRequestListenerDetails, Session } from 'electron';
import type { Tell } from '../../shared/sign-in/happening.ts';
import { isRedirectUri } from '../../shared/sign-in/redirect-match.ts';

/**
 * The lock of a sign-in session: no permission, no device, no download, and as the second lock on
 * the redirect URI, behind the DevTools protocol, the session's own veto.
 * @param session a fresh session of a sign-in window
 * @param redirectUri of the attempt
 * @param tell hears of what the page tried
 */
export function lockSignInSession(session: Session, redirectUri: string, tell: Tell): void {
  // SECURITY: D2, A7. `openExternal` is one of them: no program is started for claude: and the like.
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('will-download', (event, item) => {
    event.preventDefault();
    tell({ kind: 'download', url: item.getURL(), fileName: item.getFilename().slice(0, 200) });
  });
  // SECURITY: D3. Every request of every kind and every redirect hop passes here (api/web-request).
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = isRedirectUri(details.url, redirectUri);
    if (cancel && !isDocument(details)) tell(callbackOf(details));
    callback({ cancel });
  });
}

/** Of documents the protocol tells more (Network.requestWillBeSent), before they come here. */
function isDocument({ resourceType }: OnBeforeRequestListenerDetails): boolean {
  return resourceType === 'mainFrame' || resourceType === 'subFrame';
}

function callbackOf({ url, method }: OnBeforeRequestListenerDetails) {
  const seen = { kind: 'callback', frame: 'top', by: 'page', status: null, body: null } as const;
  return { ...seen, url, method };
}
