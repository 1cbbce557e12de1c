import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { appEvents, emitAppEvent } from './app-events.ts';
import { windows } from './browser-window.ts';
import { startChromium, type Chromium } from './chromium.ts';
import { setChromium } from './runtime.ts';
import { sessionOf } from './sessions.ts';
import { createInstanceLock } from './single-instance.ts';
import { createVetoable, strict } from './strict.ts';

/** The name of package.json, as `electron .` takes it (api/app, name). */
const lock = createInstanceLock('unblank');
/** Set by a test that wants to see what a packaged build refuses. */
const isPackaged = process.env.ELECTRON_STAND_IN_PACKAGED === '1';

let resolveReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
  resolveReady = resolve;
});
let browser: Chromium | null = null;
let isReady = false;
let ending = false;
let quitting = false;

/** api/app, as far as the host uses it. */
export const app = strict('app', {
  ...appEvents.listening,
  isPackaged,
  commandLine: strict('commandLine', {
    // api/command-line, hasSwitch: names in lower case, without the dashes.
    hasSwitch: (name: string) =>
      process.argv.some((one) => one === `--${name}` || one.startsWith(`--${name}=`)),
  }),
  // "This method can only be called before app is ready." Every page is sandboxed here anyway.
  enableSandbox: () => {
    if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  },
  requestSingleInstanceLock: () =>
    lock.request((second) => {
      // "guaranteed to be emitted after the ready event of app gets emitted".
      void ready.then(() =>
        emitAppEvent(
          'second-instance',
          createVetoable().event,
          second.argv,
          second.workingDirectory,
        ),
      );
    }),
  whenReady: () => ready,
  quit,
  exit: (code = 0) => void end(code),
});

/**
 * api/app, quit: before-quit, then every window is closed, then will-quit, then quit. A listener
 * can stop it at before-quit and at will-quit.
 */
function quit(): void {
  if (quitting || ending) return;
  const before = createVetoable();
  emitAppEvent('before-quit', before.event);
  if (before.vetoed()) return;
  quitting = true;
  if (windows.size === 0) return finishQuit();
  for (const window of windows) window.close();
}

appEvents.listening.on('window-all-closed', () => {
  if (quitting) finishQuit();
});

function finishQuit(): void {
  quitting = false;
  const will = createVetoable();
  emitAppEvent('will-quit', will.event);
  if (!will.vetoed()) void end(0);
}

/** api/app, exit: all windows are closed at once; before-quit and will-quit are not emitted. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  emitAppEvent('quit', createVetoable().event, code);
  await lock.release();
  await browser?.stop();
  process.exit(code);
}

/** Ready comes after the main script ran, so what it does before ready stands by then. */
async function start(): Promise<void> {
  if (ending) return;
  const found = findBrowser(thisMachine());
  if (found === null) throw new Error('no Chromium to drive');
  browser = await startChromium(found.program);
  setChromium(browser);
  isReady = true;
  sessionOf('');
  emitAppEvent('ready');
  resolveReady();
}

setImmediate(() => {
  start().catch((error: unknown) => {
    process.stderr.write(`electron stand-in: ${String(error)}\n`);
    void end(1);
  });
});
// The test process that started us is gone: nothing would ever end us.
process.on('disconnect', () => void end(1));
// Electron takes these as a wish to quit.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => quit());
