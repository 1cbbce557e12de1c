import { emitAppEvent } from './app-events.ts';
import { chromium, tell } from './runtime.ts';
import { sessionOf, sessionOfObject } from './sessions.ts';
import { checkOptions, createEvents, createVetoable, strict } from './strict.ts';
import { unlessGone } from './cdp.ts';
import { followTargets, type Targets } from './targets.ts';
import { createContents } from './web-contents.ts';

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: {
    readonly partition?: string;
    readonly session?: object;
    readonly preload?: string;
  };
}
interface OpenWindow {
  readonly object: object;
  readonly close: () => void;
}

const is =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value);
const isA = (type: string) => (value: unknown) => typeof value === type;

const OPTIONS = {
  title: isA('string'),
  width: isA('number'),
  height: isA('number'),
  // Taken and not enforced: nobody drags a headless window.
  minWidth: isA('number'),
  minHeight: isA('number'),
  show: is(false),
  backgroundColor: isA('string'),
  webPreferences: isA('object'),
};
/** structures/web-preferences: only what an isolated, sandboxed page has is here. */
const WEB_PREFERENCES = {
  partition: isA('string'),
  session: isA('object'),
  preload: isA('string'),
  sandbox: is(true),
  contextIsolation: is(true),
  nodeIntegration: is(false),
  nodeIntegrationInWorker: is(false),
  nodeIntegrationInSubFrames: is(false),
  webSecurity: is(true),
  allowRunningInsecureContent: is(false),
  experimentalFeatures: is(false),
  webviewTag: is(false),
  navigateOnDragDrop: is(false),
  safeDialogs: is(true),
  spellcheck: is(false),
  devTools: is(false),
};

/** Every open window, in the order of their making. */
export const windows = new Set<OpenWindow>();
let targets: Promise<Targets> | null = null;

/** api/browser-window, as far as the host uses it. */
function createBrowserWindow(options: Options): object {
  checkOptions('BrowserWindow', options, OPTIONS);
  checkOptions('webPreferences', options.webPreferences, WEB_PREFERENCES);
  const events = createEvents('BrowserWindow', ['ready-to-show', 'closed', 'page-title-updated']);
  const { partition = '', session: given, preload = null } = options.webPreferences;
  const session = given === undefined ? sessionOf(partition) : sessionOfObject(given);
  const contents = createContents(session, preload);
  emitAppEvent('web-contents-created', createVetoable().event, contents.object);
  let destroyed = false;
  let shown = false;
  const onGone = () => {
    destroyed = true;
    windows.delete(window);
    contents.destroy();
    events.emit('closed');
    if (windows.size === 0) emitAppEvent('window-all-closed');
  };
  const opened = chromium.then(async ({ cdp, port }) => {
    targets ??= followTargets(cdp);
    const { width = 800, height = 600 } = options;
    const targetId = await (await targets).open(contents, { width, height }, onGone);
    return { cdp, port, targetId };
  });
  const object = strict('BrowserWindow', {
    ...events.listening,
    webContents: contents.object,
    isDestroyed: () => destroyed,
    isMinimized: () => false,
    isVisible: () => shown,
    // api/browser-window, loadURL: resolves when the page has finished loading.
    loadURL: async (url: string) => {
      await opened;
      const loaded = contents.whenLoaded();
      await contents.load(url);
      await loaded;
      // "Emitted when the web page has been rendered (while not being shown)".
      if (!shown) events.emit('ready-to-show');
    },
    // Taken and seen by nobody: headless.
    setTitle: (_title: string) => {},
    // api/browser-window, destroy: no unload, no close event; closed is emitted.
    destroy: () => close(),
    show: () => {
      shown = true;
      void opened.then(({ port }) => tell({ kind: 'shown', port }));
    },
    focus: () => {
      void opened.then(({ cdp, targetId }) =>
        unlessGone(cdp.send('Target.activateTarget', { targetId })),
      );
    },
  });
  const close = () => {
    void opened.then(({ cdp, targetId }) =>
      unlessGone(cdp.send('Target.closeTarget', { targetId })),
    );
  };
  const window: OpenWindow = { object, close };
  windows.add(window);
  return object;
}

/** `new BrowserWindow(options)`; its static members are not here. */
export const BrowserWindow = new Proxy(function () {}, {
  construct: (_target, [options]: [Options]) => createBrowserWindow(options),
  get: (target, key) => Reflect.get(strict('BrowserWindow', target), key) as unknown,
});
