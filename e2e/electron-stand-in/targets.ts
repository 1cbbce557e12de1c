import { toMain } from './address.ts';
import { unlessGone, type Cdp } from './cdp.ts';
import { createVetoable, NotInStandIn, strict } from './strict.ts';
import type { ContentsCore } from './web-contents.ts';

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: {
    readonly targetId: string;
    readonly type: string;
    readonly url: string;
    readonly openerId?: string;
  };
}
interface DownloadBegin {
  readonly frameId: string;
  readonly url: string;
  readonly suggestedFilename: string;
}
interface WindowOpen {
  readonly url: string;
  readonly windowName: string;
  readonly windowFeatures: readonly string[];
}

/** Opens pages and hears of those that pages open. */
export interface Targets {
  readonly open: (contents: ContentsCore, size: object, onGone: () => void) => Promise<string>;
}

/** Targets that Chromium has and Electron has not. */
const FILTER = ['browser', 'tab', 'browser_ui'].map((type) => ({ type, exclude: true }));

/**
 * Takes charge of every page of the browser: each waits before its first request until its web
 * contents are connected, and one that a page opened is asked about and closed.
 * @param browser the browser
 */
export async function followTargets(browser: Cdp): Promise<Targets> {
  const pages = new Map<string, { contents: ContentsCore; onGone: () => void }>();
  const expected = new Map<string, (sessionId: string) => void>();
  const arrived = new Map<string, string>();
  let ours = 0;

  browser.on<Attached>('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'page') throw new NotInStandIn(targetInfo.type);
    // A second session to a page that is known: its debugger (api/debugger).
    if (pages.has(targetInfo.targetId)) return;
    const opener = pages.get(targetInfo.openerId ?? '');
    // A page that we did not ask for is one that a page opened; with noopener it names no opener.
    if (opener !== undefined || ours === 0) return refuse(browser, sessionId, targetInfo.targetId);
    arrived.set(targetInfo.targetId, sessionId);
    expected.get(targetInfo.targetId)?.(sessionId);
  });
  browser.on<{ targetId: string }>('Target.detachedFromTarget', ({ targetId }) => {
    pages.get(targetId)?.onGone();
    pages.delete(targetId);
  });
  browser.on<DownloadBegin>('Browser.downloadWillBegin', ({ frameId, url, suggestedFilename }) => {
    const contents = pages.get(frameId)?.contents;
    if (contents === undefined) throw new NotInStandIn('a download of a frame');
    askDownload(contents, url, suggestedFilename);
  });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [...FILTER, {}],
  });

  const open = async (contents: ContentsCore, size: object, onGone: () => void) => {
    const browserContextId = await contents.session.context(browser);
    ours += 1;
    const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
      newWindow: true,
      ...size,
    });
    pages.set(targetId, { contents, onGone });
    const sessionId =
      arrived.get(targetId) ??
      (await new Promise<string>((resolve) => expected.set(targetId, resolve)));
    ours -= 1;
    const page = browser.session(sessionId);
    page.on<WindowOpen>('Page.windowOpen', (details) => askOpen(contents, details));
    await contents.attach(browser, page, targetId);
    await page.send('Runtime.runIfWaitingForDebugger');
    return targetId;
  };
  return { open };
}

/** A window that asks for nothing in this time is about:blank; nobody waits for what it shows. */
const QUIET_MS = 300;

/**
 * Closes a window that a page opened. It has to run for that: its opener may wait for it. Its first
 * request is held and failed before the window is closed: Chromium lets go of what is held when the
 * window goes, and the request would leave after all.
 */
function refuse(browser: Cdp, sessionId: string, targetId: string): void {
  const page = browser.session(sessionId);
  const failed = new Promise((resolve) => {
    page.on<{ requestId: string }>('Fetch.requestPaused', ({ requestId }) =>
      resolve(page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })),
    );
  });
  const close = async (): Promise<void> => {
    await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await page.send('Runtime.runIfWaitingForDebugger');
    await Promise.race([failed, new Promise((resolve) => setTimeout(resolve, QUIET_MS))]);
    await browser.send('Target.closeTarget', { targetId });
  };
  unlessGone(close());
}

/** api/web-contents, setWindowOpenHandler: asked before a window is made. */
function askOpen(contents: ContentsCore, { url, windowName, windowFeatures }: WindowOpen): void {
  const details = strict('HandlerDetails', {
    url: toMain(url),
    frameName: windowName === '_blank' ? '' : windowName,
    features: windowFeatures.join(','),
    disposition: 'foreground-tab',
  });
  if (contents.mayOpen(details)) throw new NotInStandIn('a window that a page opens');
}

/** api/session, will-download: "Calling event.preventDefault() will cancel the download". */
function askDownload(contents: ContentsCore, url: string, fileName: string): void {
  const { event, vetoed } = createVetoable();
  const item = strict('DownloadItem', {
    getURL: () => toMain(url),
    getFilename: () => fileName,
  });
  contents.session.events.emit('will-download', event, item, contents.object);
  if (!vetoed()) throw new NotInStandIn('a download that is not prevented');
}
