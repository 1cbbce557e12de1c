import { isCustomScheme } from './address.ts';
import { chromium } from './runtime.ts';
import type { Cdp } from './cdp.ts';
import type {
  PermissionCheckHandler,
  PermissionHandlers,
  PermissionRequestHandler,
} from './permissions.ts';
import { createEvents, NotInStandIn, strict, type Events } from './strict.ts';

export type BeforeRequest = (
  details: object,
  callback: (response: { readonly cancel?: boolean }) => void,
) => void;
export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** A session: what the host set on it, and its context in Chromium. */
export interface SessionCore {
  /** `Electron.Session`. */
  readonly object: object;
  readonly events: Events;
  readonly permissions: PermissionHandlers;
  readonly protocols: Map<string, ProtocolHandler>;
  readonly beforeRequest: () => BeforeRequest | null;
  /** Its browser context; made when first needed, because only then Chromium runs. */
  readonly context: (browser: Cdp) => Promise<string>;
}

/**
 * A session in memory (api/session, fromPartition: without `persist:` nothing is kept).
 * @param partition its name; '' for the default session
 */
export function createSession(partition: string): SessionCore {
  if (partition.startsWith('persist:')) throw new NotInStandIn(`session '${partition}'`);
  const events = createEvents('session', ['will-download']);
  const forget = createForget(() => context);
  const permissions: PermissionHandlers = { request: null, check: null };
  const protocols = new Map<string, ProtocolHandler>();
  let beforeRequest: BeforeRequest | null = null;
  let context: Promise<string> | null = null;
  const object = strict('session', {
    ...events.listening,
    setPermissionRequestHandler: (handler: PermissionRequestHandler | null) => {
      permissions.request = handler;
    },
    setPermissionCheckHandler: (handler: PermissionCheckHandler | null) => {
      permissions.check = handler;
    },
    // Kept by Electron, never asked here: headless Chromium has no choosers (README).
    setDevicePermissionHandler: (_handler: unknown) => {},
    setDisplayMediaRequestHandler: (_handler: unknown) => {},
    // All that the session holds is in its context: it is emptied as a whole (README).
    clearStorageData: forget,
    clearCache: forget,
    closeAllConnections: () => Promise.resolve(),
    webRequest: strict('webRequest', {
      // api/web-request: only the last listener is used.
      onBeforeRequest: (handler: unknown) => {
        if (typeof handler !== 'function') throw new NotInStandIn('onBeforeRequest with a filter');
        beforeRequest = handler as BeforeRequest;
      },
    }),
    protocol: strict('protocol', {
      handle: (scheme: string, handler: ProtocolHandler) => {
        if (!isCustomScheme(scheme)) throw new NotInStandIn(`protocol.handle('${scheme}')`);
        if (protocols.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
        protocols.set(scheme, handler);
      },
    }),
  });
  return {
    object,
    events,
    permissions,
    protocols,
    beforeRequest: () => beforeRequest,
    context: (browser) => (context ??= createContext(browser)),
  };
}

/** The browser is known by the time a context was made. */
function createForget(context: () => Promise<string> | null): () => Promise<void> {
  return async () => {
    const made = context();
    if (made === null) return;
    const { cdp } = await chromium;
    const origins = { browserContextId: await made };
    await cdp.send('Storage.clearCookies', origins);
  };
}

async function createContext(browser: Cdp): Promise<string> {
  const { browserContextId } = await browser.send<{ browserContextId: string }>(
    'Target.createBrowserContext',
  );
  // Downloads are announced before they are written, and stopped by will-download.
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'deny',
    browserContextId,
    eventsEnabled: true,
  });
  return browserContextId;
}
