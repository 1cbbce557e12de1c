import { tmpdir } from 'node:os';
import { AppError } from '../../../contract/errors.ts';
import type { NavigationEvent } from '../../../engine/model/navigation-event.ts';
import type { SignInPage, SignInPageOptions, SignInWay } from '../../../engine/sign-in-ports.ts';
import type { FoundBrowser } from '../find-browser.ts';
import { unlessGone, type CdpPort } from './cdp-port.ts';
import type { Happening } from './happening.ts';
import { ownPage } from './own-page.ts';
import { refusePopup } from './refuse-popup.ts';
import { resolverRules } from './resolver-rules.ts';
import { startBrowser, type RunningBrowser } from './start-browser.ts';
import { makeProfile, removeLeftovers, type ThrowawayProfile } from './throwaway-profile.ts';
import { watchPage, type PageWatch } from './watch-page.ts';

export interface BrowserWayOptions {
  /** The installed browser, or null where there is none (findBrowser). */
  readonly findBrowser: () => FoundBrowser | null;
  /** False only where the browser cannot start inside its sandbox (root on Linux). */
  readonly sandbox: boolean;
  /** Where throw-away profiles are made; the system's folder for temporary files if left out. */
  readonly temporary?: string;
  /** Hears of every page that is opened, so that a test can press what a user would. */
  readonly onPage?: (cdp: CdpPort, sessionId: string) => void;
}

/**
 * The isolated window in an installed browser: a process of its own over a fresh profile, and in it
 * a context without a past (incognito) for each attempt. Nothing of the user's browser is in it and
 * nothing of it stays. SECURITY: D2, D3, C2, C7. In a visible window the browser's own address bar
 * shows the real origin.
 *
 * What the browser trusts is trusted, no more: `ca` is not heard here. Chromium's one switch for it
 * (--ignore-certificate-errors-spki-list) looks for a key anywhere in the chain that was sent and
 * checks no signature, so whoever sends the authority's own certificate along would be believed (C9).
 * Such a page ends in a `certificate` event.
 * @param options the browser
 */
export function createBrowserWay(options: BrowserWayOptions): SignInWay {
  const temporary = options.temporary ?? tmpdir();
  return {
    name: 'isolated',
    open: async (page) => {
      const browser = options.findBrowser();
      if (browser === null) throw new AppError('window-failed', { reason: 'no browser was found' });
      page.signal.throwIfAborted();
      await removeLeftovers(temporary);
      const profile = await makeProfile(temporary);
      const { headless, connectTo } = page;
      const { sandbox } = options;
      try {
        const rules = resolverRules(connectTo);
        const { program } = browser;
        const start = { program, profile: profile.folder, headless, sandbox, resolverRules: rules };
        const running = await startBrowser(start);
        return await openPage(running, profile, page, options).catch(async (error: unknown) => {
          await running.stop();
          throw failure(error, page.signal);
        });
      } catch (error) {
        await profile.remove();
        throw error;
      }
    },
  };
}

function failure(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  return new AppError('window-failed', { reason: 'the browser went away' }, { cause: error });
}

async function openPage(
  running: RunningBrowser,
  profile: ThrowawayProfile,
  options: SignInPageOptions,
  { onPage }: BrowserWayOptions,
): Promise<SignInPage> {
  const { cdp } = running;
  const start = performance.now();
  let closing: Promise<void> | null = null;
  let over = false;
  const tell = (happening: Happening) => {
    const at = Math.round(performance.now() - start);
    if (!over) options.onEvent({ ...happening, at } as NavigationEvent);
  };
  const context = await makeContext(cdp);
  const { watch, targetId, sessionId } = await watchNewPage(cdp, context, options, tell);
  onPage?.(cdp, sessionId);
  const end = (by: 'user' | 'us'): Promise<void> =>
    (closing ??= (async () => {
      tell({ kind: 'closed', by });
      over = true;
      watch.stop();
      options.signal.removeEventListener('abort', onAbort);
      await running.stop();
      await profile.remove();
    })());
  const onAbort = () => void end('us');
  options.signal.addEventListener('abort', onAbort, { once: true });
  cdp.on(({ method, params }) => {
    if (method === 'Target.targetDestroyed' && params.targetId === targetId) void end('user');
  });
  void running.ended.then(() => end('user'));
  if (options.signal.aborted) await end('us');
  options.signal.throwIfAborted();
  return pageOf(watch, options.redirectUri, () => end('us'));
}

function pageOf(watch: PageWatch, redirectUri: string, close: () => Promise<void>): SignInPage {
  return {
    redirectUri,
    // What becomes of it arrives as events; a window that is gone said so already.
    go: (url) => watch.go(url).catch(() => undefined),
    tell: (title, text) => watch.show(ownPage(title, text)).catch(() => undefined),
    close,
  };
}

/** A context without a past; downloads and permissions are denied in it. */
async function makeContext(cdp: CdpPort): Promise<string> {
  const { browserContextId } = (await cdp.send('Target.createBrowserContext', {
    disposeOnDetach: true,
  })) as { browserContextId: string };
  await Promise.all([
    cdp.send('Browser.setDownloadBehavior', {
      behavior: 'deny',
      browserContextId,
      eventsEnabled: true,
    }),
    // SECURITY: D2. "Grant specific permissions and reject all others": none are granted.
    cdp.send('Browser.grantPermissions', { permissions: [], browserContextId }),
  ]);
  return browserContextId;
}

/** Every other page is one that our page opened: it waits at its start and is closed there. */
async function watchNewPage(
  cdp: CdpPort,
  browserContextId: string,
  options: SignInPageOptions,
  tell: (happening: Happening) => void,
): Promise<NewPage> {
  const page = { url: 'about:blank', browserContextId, newWindow: true };
  const { targetId } = (await cdp.send('Target.createTarget', page)) as { targetId: string };
  const { sessionId } = (await cdp.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const watch = await watchPage({
    cdp,
    sessionId,
    mainFrameId: targetId,
    redirectUri: options.redirectUri,
    tell,
    after,
  });
  cdp.on(({ method, params, sessionId: from }) => {
    if (method !== 'Target.attachedToTarget' || from !== null) return;
    const { sessionId: opened, targetInfo } = params as unknown as Attached;
    if (targetInfo.targetId === targetId || opened === sessionId) return;
    unlessGone(refusePopup(cdp, opened, targetInfo.targetId));
  });
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  await cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
  return { watch, targetId, sessionId };
}

interface NewPage {
  readonly watch: PageWatch;
  readonly targetId: string;
  readonly sessionId: string;
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string };
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
