import { unlessGone, type CdpEvent, type CdpPort } from './cdp-port.ts';
import type { Happening, Tell } from './happening.ts';
import { lookAtPage } from './page-probe.ts';
import type { ProtocolEvents } from './protocol.ts';
import { requestPatterns } from './redirect-match.ts';
import { tellOnce } from './tell-once.ts';
import { watchDocuments, type DocumentWatch } from './watch-documents.ts';
import { fromConsoleCall, fromException, fromLogEntry } from './watch-messages.ts';
import { watchPasskeys, type PasskeyWatch } from './watch-passkeys.ts';
import { watchRest, type RestWatch } from './watch-rest.ts';

export interface WatchOptions {
  readonly cdp: CdpPort;
  /** Session of the page on this connection; null where the connection is the page's own. */
  readonly sessionId: string | null;
  readonly mainFrameId: string;
  readonly redirectUri: string;
  readonly tell: Tell;
  /** Calls back after a time; gives what calls it off. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** A watched page. Everything that happens is told until `stop`. */
export interface PageWatch {
  /** Goes to an address; settles when the browser has begun. */
  go(url: string): Promise<void>;
  /** Shows a page of ours; nothing is told from here on until the next `go`. */
  show(url: string): Promise<void>;
  /** Something that the host heard of in its own way; told once. */
  heard(happening: Happening): void;
  stop(): void;
}

type Handlers = {
  readonly [Name in keyof ProtocolEvents]: (
    event: ProtocolEvents[Name],
    sessionId: string | null,
  ) => void;
};

/** What the parts of a watch share. */
interface Watched extends WatchOptions {
  readonly once: Tell;
  readonly rest: RestWatch;
  readonly documents: DocumentWatch;
  readonly passkeys: PasskeyWatch;
  /** The page itself and the frames of it that run apart. */
  readonly sessions: Set<string | null>;
  readonly now: Now;
}
interface Now {
  /** Nothing is told: our own page is shown, or the window is closed. */
  quiet: boolean;
  /** We have just asked for an address. */
  own: boolean;
  /** What the top frame shows. */
  url: string;
}

const DOMAINS = ['Page', 'Network', 'Log', 'Runtime', 'Inspector'];

/**
 * Watches a page over the DevTools protocol, and ends every request to the redirect URI before it
 * leaves. The page must not have begun to load.
 * @param options the page and who hears of it
 * @throws Error where the browser is gone or refuses a command
 */
export async function watchPage(options: WatchOptions): Promise<PageWatch> {
  const watched = assemble(options);
  const { cdp, sessionId, now, once, rest } = watched;
  listen(watched);
  await enable(watched, sessionId);
  const navigate = (url: string) => cdp.send('Page.navigate', { url }, sessionId);
  return {
    go: async (url) => {
      now.quiet = false;
      now.own = true;
      await navigate(url);
    },
    show: async (url) => {
      now.quiet = true;
      rest.broke();
      await navigate(url);
    },
    heard: once,
    stop: () => {
      now.quiet = true;
      rest.stop();
    },
  };
}

function assemble(options: WatchOptions): Watched {
  const { cdp, sessionId, mainFrameId, redirectUri, after } = options;
  const now: Now = { quiet: false, own: false, url: 'about:blank' };
  const unlessQuiet: Tell = (happening) => {
    if (!now.quiet) options.tell(happening);
  };
  const once = tellOnce(unlessQuiet, after);
  // In Electron the session's own lock tells of a callback too.
  const tell: Tell = (happening) =>
    happening.kind === 'callback' ? once(happening) : unlessQuiet(happening);
  const look = async (patient: boolean): Promise<boolean> => {
    const seen = await lookAtPage(cdp, sessionId, mainFrameId);
    if (seen?.isEmpty === true && patient) return false;
    if (seen !== null) tell({ kind: 'rest', url: now.url, ...seen });
    return true;
  };
  const takeOwn = () => {
    const was = now.own;
    now.own = false;
    return was;
  };
  const rest = watchRest({ after, look });
  const [onBusy, onIdle] = [rest.busy, rest.idle];
  const shared = { cdp, mainFrameId, redirectUri, tell };
  const documents = watchDocuments({ ...shared, takeOwn, onBusy, onIdle });
  const passkeys = watchPasskeys({ cdp, tell: once, pageUrl: () => now.url });
  const sessions = new Set([sessionId]);
  return { ...options, tell, once, rest, documents, passkeys, sessions, now };
}

function listen(watched: Watched): void {
  const { cdp, sessions, passkeys } = watched;
  const handlers: Partial<Handlers> = {
    ...watched.documents,
    ...loadHandlers(watched),
    ...pageHandlers(watched),
    ...messageHandlers(watched),
  };
  cdp.on(({ method, params, sessionId }: CdpEvent) => {
    if (!sessions.has(sessionId)) return;
    if (method === 'Target.detachedFromTarget') sessions.delete(String(params.sessionId));
    passkeys.handle({ method, params, sessionId });
    // The protocol's reference is the source of the forms (protocol.ts): one event has one form.
    const handler = handlers[method as keyof ProtocolEvents] as AnyHandler | undefined;
    handler?.(params, sessionId);
  });
}
type AnyHandler = (params: unknown, sessionId: string | null) => void;

/** What is fetched, documents or not: an empty page that still fetches is not at rest. */
function loadHandlers({ rest, documents }: Watched): Partial<Handlers> {
  return {
    'Network.requestWillBeSent': (event, session) => {
      if (event.type !== 'Document' && !event.request.url.startsWith('data:'))
        rest.began(event.requestId);
      documents['Network.requestWillBeSent'](event, session);
    },
    'Network.loadingFailed': (event, session) => {
      rest.ended(event.requestId);
      documents['Network.loadingFailed'](event, session);
    },
    'Network.loadingFinished': (event, session) => {
      rest.ended(event.requestId);
      documents['Network.loadingFinished'](event, session);
    },
  };
}

function pageHandlers(watched: Watched): Partial<Handlers> {
  const { rest, tell, once, now, mainFrameId, sessionId } = watched;
  return {
    'Page.frameNavigated': ({ frame }) => {
      const top = frame.id === mainFrameId;
      // The browser's own page for an error: `failed` or `certificate` has told of it.
      if (frame.unreachableUrl !== undefined) return top ? rest.broke() : undefined;
      if (top && !now.quiet) {
        now.url = frame.url;
        rest.committed();
      }
      tell({ kind: 'commit', url: frame.url, frame: top ? 'top' : 'child' });
    },
    'Page.navigatedWithinDocument': ({ frameId }) => {
      if (frameId === mainFrameId) rest.idle();
    },
    'Page.loadEventFired': (_event, session) => {
      if (session === sessionId) rest.loaded();
    },
    'Page.windowOpen': ({ url }) => once({ kind: 'popup', url }),
    'Page.downloadWillBegin': ({ url, suggestedFilename }) =>
      once({ kind: 'download', url, fileName: suggestedFilename.slice(0, 200) }),
    'Inspector.targetCrashed': (_event, session) => {
      if (session === sessionId) once({ kind: 'crashed' });
    },
    // A frame that runs in a process of its own, or a worker; it waits until it is watched too.
    'Target.attachedToTarget': ({ sessionId: child, targetInfo, waitingForDebugger }) => {
      watched.sessions.add(child);
      const ready = targetInfo.type === 'iframe' ? enable(watched, child) : Promise.resolve();
      const run = () => watched.cdp.send('Runtime.runIfWaitingForDebugger', {}, child);
      unlessGone(waitingForDebugger ? ready.then(run, run) : ready);
    },
  };
}

function messageHandlers({ tell }: Watched): Partial<Handlers> {
  const say = (happening: Happening | null) => {
    if (happening !== null) tell(happening);
  };
  return {
    'Log.entryAdded': (event) => say(fromLogEntry(event)),
    'Runtime.exceptionThrown': (event) => say(fromException(event)),
    'Runtime.consoleAPICalled': (event) => say(fromConsoleCall(event)),
  };
}

/** Switches on what is watched, in the page or in a frame that runs apart. */
async function enable(watched: Watched, session: string | null): Promise<void> {
  const { cdp, passkeys, redirectUri } = watched;
  const patterns = requestPatterns(redirectUri);
  const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await Promise.all([
    ...DOMAINS.map((domain) => cdp.send(`${domain}.enable`, {}, session)),
    cdp.send('Fetch.enable', { patterns }, session),
    // A worker of the page could fetch where nobody watches.
    cdp.send('Network.setBypassServiceWorker', { bypass: true }, session),
    cdp.send('Target.setAutoAttach', autoAttach, session),
    passkeys.enable(session),
  ]);
}
