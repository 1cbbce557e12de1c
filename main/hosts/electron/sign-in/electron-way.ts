import type { BrowserWindow, Session, WebContents } from 'electron';
import { AppError } from '../../../contract/errors.ts';
import type { NavigationEvent } from '../../../engine/model/navigation-event.ts';
import type { SignInPage, SignInPageOptions, SignInWay } from '../../../engine/sign-in-ports.ts';
import type { Happening, Tell } from '../../shared/sign-in/happening.ts';
import { ownPage } from '../../shared/sign-in/own-page.ts';
import { watchPage, type PageWatch } from '../../shared/sign-in/watch-page.ts';
import { withinTime } from '../../shared/within-time.ts';
import { debuggerPort } from './debugger-port.ts';
import { lockSignInSession } from './lock-sign-in-session.ts';
import type { SignInSessions } from './sign-in-sessions.ts';
import { signInTitle } from './sign-in-title.ts';

export interface ElectronWayOptions {
  readonly sessions: SignInSessions;
  /** Electron's `session.fromPartition`. */
  readonly fromPartition: (partition: string) => Session;
  /** Makes the window over a session (createSignInWindow of window.ts). */
  readonly createWindow: (session: Session, title: string) => BrowserWindow;
}

const CLOSE_MS = 2000;

/**
 * The isolated window in Electron: a window of its own over a session in memory that nobody else
 * has, without preload, sandboxed, destroyed with its storage. SECURITY: D2, D3, C2. It trusts what
 * Electron trusts: `ca` is not heard here (C9: no setCertificateVerifyProc), and a certificate that is
 * not accepted is told as `certificate`.
 *
 * Written to the documentation of Electron 45 (api/debugger, api/session, api/browser-window,
 * api/web-contents) and run on its stand-in.
 * @param electron what it needs of Electron
 */
export function createElectronWay(electron: ElectronWayOptions): SignInWay {
  return {
    name: 'isolated',
    open: async (options) => {
      options.signal.throwIfAborted();
      // Chromium takes resolver rules at its start only, and ours is the app's too.
      if (options.connectTo.length > 0) throw new AppError('bad-option', { reason: NO_CONNECT_TO });
      return openPage(electron, options);
    },
  };
}

const NO_CONNECT_TO =
  'The sign-in window of the app has no --connect-to: trace in the terminal with --browser isolated, which uses an installed browser.';

async function openPage(
  electron: ElectronWayOptions,
  options: SignInPageOptions,
): Promise<SignInPage> {
  const { signal, redirectUri, label, headless } = options;
  const start = performance.now();
  const session = electron.sessions.make(electron.fromPartition);
  let watch: PageWatch | null = null;
  let over = false;
  const tell: Tell = (happening) => {
    const at = Math.round(performance.now() - start);
    if (over) return;
    if (happening.kind === 'commit' && happening.frame === 'top')
      window.setTitle(signInTitle(happening.url, label));
    options.onEvent({ ...happening, at } as NavigationEvent);
  };
  const heard = (happening: Happening) => watch?.heard(happening);
  lockSignInSession(session, redirectUri, heard);
  const window = electron.createWindow(session, signInTitle('about:blank', label));
  const contents = window.webContents;
  let closing: Promise<void> | null = null;
  const end = (by: 'user' | 'us'): Promise<void> =>
    (closing ??= (async () => {
      tell({ kind: 'closed', by });
      over = true;
      watch?.stop();
      signal.removeEventListener('abort', onAbort);
      if (!window.isDestroyed()) window.destroy();
      await withinTime(forget(session), CLOSE_MS);
    })());
  const onAbort = () => void end('us');
  signal.addEventListener('abort', onAbort, { once: true });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('closed', () => void end('user'));
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') heard({ kind: 'crashed' });
  });
  try {
    watch = await watchContents(contents, window, redirectUri, tell);
    signal.throwIfAborted();
    if (!headless) window.show();
    return pageOf(watch, redirectUri, () => end('us'));
  } catch (error) {
    await end('us');
    if (signal.aborted) throw signal.reason;
    throw new AppError('window-failed', { reason: 'the window went away' }, { cause: error });
  }
}

/** A renderer has to run before the protocol can speak with it; about:blank asks nobody. */
async function watchContents(
  contents: WebContents,
  window: BrowserWindow,
  redirectUri: string,
  tell: Tell,
): Promise<PageWatch> {
  await window.loadURL('about:blank');
  const cdp = debuggerPort(contents.debugger);
  const { frameTree } = (await cdp.send('Page.getFrameTree')) as {
    frameTree: { frame: { id: string } };
  };
  const mainFrameId = frameTree.frame.id;
  return watchPage({ cdp, sessionId: null, mainFrameId, redirectUri, tell, after });
}

function pageOf(watch: PageWatch, redirectUri: string, close: () => Promise<void>): SignInPage {
  return {
    redirectUri,
    go: (url) => watch.go(url).catch(() => undefined),
    tell: (title, text) => watch.show(ownPage(title, text)).catch(() => undefined),
    close,
  };
}

/** SECURITY: D2. What the session kept in memory goes with its window. */
function forget(session: Session): Promise<unknown> {
  return Promise.allSettled([
    session.clearStorageData(),
    session.clearCache(),
    session.closeAllConnections(),
  ]);
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
