import { readFile } from 'node:fs/promises';
import { toMain, toPage } from './address.ts';
import { unlessGone, type Cdp } from './cdp.ts';
import { createDebugger } from './debugger.ts';
import { followFrames, type Frames } from './frames.ts';
import { answerInvoke, assertPlain } from './ipc-main.ts';
import type { FromPreload, ToPreload } from './preload-world.ts';
import { interceptRequests, type Requester } from './requests.ts';
import type { SessionCore } from './session.ts';
import { createEvents, createVetoable, NotInStandIn, strict, type Events } from './strict.ts';
import { createWorldScripts, PRELOAD_WORLD, TAKE, TELL } from './world-scripts.ts';

type OpenHandler = (details: object) => { readonly action: string };

/** A page: what main holds of it and what Chromium runs of it. */
export interface ContentsCore {
  /** `Electron.WebContents`. */
  readonly object: object;
  readonly session: SessionCore;
  readonly events: Events;
  /** Connects it to its page in Chromium, which waits until this is done. */
  readonly attach: (browser: Cdp, page: Cdp, targetId: string) => Promise<void>;
  readonly load: (url: string) => Promise<void>;
  /** Settles with the next load of the page, or its end. */
  readonly whenLoaded: () => Promise<void>;
  /** True where a window may be opened (setWindowOpenHandler). */
  readonly mayOpen: (details: object) => boolean;
  readonly destroy: () => void;
}

/** Emitted here; `will-attach-webview` and `unresponsive` are taken and never emitted (README). */
const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'render-process-gone',
  'preload-error',
  'unresponsive',
  'destroyed',
];
let lastId = 0;

/**
 * @param session the session of the page
 * @param preload absolute path of its preload, or null for none
 */
export function createContents(session: SessionCore, preload: string | null): ContentsCore {
  const id = ++lastId;
  const events = createEvents('webContents', EVENTS);
  let attached: { cdp: Cdp; frames: Frames; mainFrameId: string } | null = null;
  let openHandler: OpenHandler | null = null;
  let ownNavigation = false;
  let destroyed = false;
  let onLoaded: (() => void)[] = [];
  const settleLoads = () => {
    for (const settle of onLoaded) settle();
    onLoaded = [];
  };

  const navigate = async (url: string): Promise<void> => {
    if (attached === null) throw new Error('the page is not attached');
    ownNavigation = true;
    const { errorText } = await attached.cdp.send<{ errorText?: string }>('Page.navigate', {
      url: toPage(url),
    });
    // api/web-contents, loadURL: "will reject if the page fails to load (see did-fail-load)".
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
  };
  const deliver = (world: number, message: ToPreload) => {
    const expression = `${TAKE}(${JSON.stringify(JSON.stringify(message))})`;
    if (attached !== null)
      unlessGone(attached.cdp.send('Runtime.evaluate', { expression, contextId: world }));
  };
  const debug = createDebugger();
  const object = strict('webContents', {
    ...events.listening,
    id,
    session: session.object,
    debugger: debug.object,
    isDestroyed: () => destroyed,
    setWindowOpenHandler: (handler: OpenHandler) => {
      openHandler = handler;
    },
    // Without a page there is nobody to hear it; Electron drops it too.
    send: (channel: string, ...values: unknown[]) => {
      if (destroyed) throw new Error('Object has been destroyed');
      values.forEach(assertPlain);
      const world = attached?.frames.mainWorld() ?? null;
      if (world !== null) deliver(world, { kind: 'send', channel, values });
    },
    reload: () => {
      if (attached === null) return;
      unlessGone(navigate(attached.frames.url(attached.mainFrameId)));
    },
  });
  const takeOwnNavigation = () => {
    const own = ownNavigation;
    ownNavigation = false;
    return own;
  };
  const answer = async (world: number, message: FromPreload) => {
    if (message.kind === 'preload-error') {
      events.emit('preload-error', createVetoable().event, preload, new Error(message.message));
      return;
    }
    // The frame is read when main reads it: null once it navigated away (structures).
    const event = strict('IpcMainInvokeEvent', {
      sender: object,
      get senderFrame() {
        return attached?.frames.ofWorld(world) ?? null;
      },
    });
    await answerInvoke(event, message.channel, message.values).then(
      (value) => deliver(world, { kind: 'answer', id: message.id, value }),
      (error: Error) => deliver(world, { kind: 'refusal', id: message.id, message: error.message }),
    );
  };
  const attach = async (browser: Cdp, cdp: Cdp, targetId: string) => {
    const requester: Requester = {
      object,
      id,
      events,
      session,
      mainFrameId: targetId,
      takeOwnNavigation,
    };
    attached = { cdp, frames: followFrames(cdp, targetId), mainFrameId: targetId };
    cdp.on<{ name: string; payload: string; executionContextId: number }>(
      'Runtime.bindingCalled',
      ({ name, payload, executionContextId }) => {
        if (name === TELL) void answer(executionContextId, JSON.parse(payload) as FromPreload);
      },
    );
    cdp.on('Page.loadEventFired', settleLoads);
    cdp.on('Inspector.targetCrashed', () => {
      const details = strict('RenderProcessGoneDetails', { reason: 'crashed', exitCode: 5 });
      events.emit('render-process-gone', createVetoable().event, details);
    });
    await interceptRequests(browser, cdp, requester);
    debug.connect(browser, targetId);
    await enablePage(cdp);
    if (preload !== null) await addPreload(cdp, await readFile(preload, 'utf8'));
    followFrameTargets(browser, cdp, requester);
  };
  return {
    object,
    session,
    events,
    attach,
    load: navigate,
    whenLoaded: () => new Promise((resolve) => onLoaded.push(resolve)),
    // api/web-contents, setWindowOpenHandler; without one a window is opened, which is not here.
    mayOpen: (details) => openHandler === null || openHandler(details).action !== 'deny',
    destroy: () => {
      destroyed = true;
      attached = null;
      settleLoads();
      events.emit('destroyed');
    },
  };
}

async function enablePage(cdp: Cdp): Promise<void> {
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Inspector.enable');
}

/** The page's world first: the isolated one exposes to it while it starts. */
async function addPreload(cdp: Cdp, text: string): Promise<void> {
  const scripts = createWorldScripts(text);
  await cdp.send('Runtime.addBinding', { name: TELL, executionContextName: PRELOAD_WORLD });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: scripts.preload,
    worldName: PRELOAD_WORLD,
  });
}

/** Frames that Chromium runs in another process are targets of their own; workers too, but not here. */
function followFrameTargets(browser: Cdp, cdp: Cdp, requester: Requester): void {
  interface Attached {
    readonly sessionId: string;
    readonly targetInfo: { readonly type: string; readonly url: string };
  }
  cdp.on<Attached>('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const child = cdp.session(sessionId);
    if (targetInfo.type !== 'iframe')
      throw new NotInStandIn(`${targetInfo.type} ${toMain(targetInfo.url)}`);
    const ready = interceptRequests(browser, child, requester);
    unlessGone(ready.then(() => child.send('Runtime.runIfWaitingForDebugger')));
  });
  unlessGone(
    cdp.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    }),
  );
}
