import { toMain } from './address.ts';
import { unlessGone, type Cdp } from './cdp.ts';
import { askPermissions } from './permissions.ts';
import type { ProtocolHandler, SessionCore } from './session.ts';
import { createVetoable, NotInStandIn, strict, type Events } from './strict.ts';

/** What the requests of a page need to know of it. */
export interface Requester {
  /** `Electron.WebContents` and its id. */
  readonly object: object;
  readonly id: number;
  readonly events: Events;
  readonly session: SessionCore;
  readonly mainFrameId: string;
  /** True once for a navigation that main started itself (loadURL, reload). */
  readonly takeOwnNavigation: () => boolean;
}

interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}

/** api/web-request, details.resourceType, by the protocol's names. */
const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};
let lastRequestId = 0;

/**
 * Sends every request of a page on Electron's way: the navigation events, which come first and can
 * end it; webRequest.onBeforeRequest; the handler of a custom scheme; the network.
 * @param browser the browser, for permissions
 * @param cdp the page, or a frame of it that Chromium runs in another process
 * @param requester whose requests they are
 */
export async function interceptRequests(
  browser: Cdp,
  cdp: Cdp,
  requester: Requester,
): Promise<void> {
  cdp.on<Paused>('Fetch.requestPaused', (paused) => {
    const fail = (errorReason: string) =>
      unlessGone(cdp.send('Fetch.failRequest', { requestId: paused.requestId, errorReason }));
    answer(browser, cdp, requester, paused, fail).catch((error: unknown) => {
      fail('Failed');
      throw error;
    });
  });
  cdp.on<{ url: string }>('Network.webSocketCreated', ({ url }) => {
    // The protocol shows WebSockets and cannot stop them: no veto, so no pretending.
    throw new NotInStandIn(`a WebSocket to ${url} under webRequest`);
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await cdp.send('Network.enable');
}

async function answer(
  browser: Cdp,
  cdp: Cdp,
  requester: Requester,
  paused: Paused,
  fail: (reason: string) => void,
): Promise<void> {
  const url = toMain(paused.request.url);
  const isMain = paused.resourceType === 'Document' && paused.frameId === requester.mainFrameId;
  if (paused.resourceType === 'Document' && !mayNavigate(requester, paused, url, isMain))
    return fail('Aborted');
  if (!(await passesBeforeRequest(requester, paused, url, isMain))) return fail('BlockedByClient');
  const { session } = requester;
  if (isMain) {
    const context = await session.context(browser);
    await askPermissions(browser, context, session.permissions, requester.object, url);
  }
  const handler = session.protocols.get(/^[^:]+/.exec(url)?.[0] ?? '');
  if (handler !== undefined) return fulfill(cdp, paused, url, handler);
  if (url !== paused.request.url) return fail('AddressUnreachable');
  unlessGone(cdp.send('Fetch.continueRequest', { requestId: paused.requestId }));
}

/**
 * api/web-contents, "Navigation Events": will-frame-navigate for any frame, will-navigate for the
 * main frame, not for what main started; will-redirect for each hop of any navigation.
 */
function mayNavigate(
  { events, takeOwnNavigation }: Requester,
  paused: Paused,
  url: string,
  isMainFrame: boolean,
): boolean {
  const details = { url, isSameDocument: false, isMainFrame };
  const ask = (name: string) => {
    const { event, vetoed } = createVetoable(details);
    events.emit(name, event);
    return !vetoed();
  };
  if (paused.redirectedRequestId !== undefined) return ask('will-redirect');
  if (isMainFrame && takeOwnNavigation()) return true;
  return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'));
}

function passesBeforeRequest(
  requester: Requester,
  { request, resourceType }: Paused,
  url: string,
  isMain: boolean,
): Promise<boolean> {
  const handler = requester.session.beforeRequest();
  if (handler === null) return Promise.resolve(true);
  const documentType = isMain ? 'mainFrame' : 'subFrame';
  const details = strict('OnBeforeRequestListenerDetails', {
    id: ++lastRequestId,
    url,
    method: request.method,
    webContentsId: requester.id,
    webContents: requester.object,
    resourceType:
      resourceType === 'Document' ? documentType : (RESOURCE_TYPES[resourceType] ?? 'other'),
    timestamp: Date.now(),
  });
  return new Promise((resolve) => {
    handler(details, (response) => {
      if ('redirectURL' in response) throw new NotInStandIn('onBeforeRequest: redirectURL');
      resolve(response.cancel !== true);
    });
  });
}

/** api/protocol, handle: the handler gets a Request and gives a Response. */
async function fulfill(
  cdp: Cdp,
  { requestId, request }: Paused,
  url: string,
  handler: ProtocolHandler,
): Promise<void> {
  const response = await handler(
    new Request(url, {
      method: request.method,
      headers: request.headers,
      ...(request.postData === undefined ? {} : { body: request.postData }),
    }),
  );
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
  unlessGone(
    cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders,
      body,
    }),
  );
}
