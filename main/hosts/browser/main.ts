/**
 * The program of the browser host: `node dist/browser/main.js [--home DIR] [--os SYSTEM]
 * [--project DIR]`. Runs until its window is closed. Exit: 0 closed, 4 the window crashed, 69 no
 * window could be opened (openApp then goes on to the terminal), 129, 130 and 143 for signals.
 */
import path from 'node:path';
import { AppError, describeError } from '../../contract/errors.ts';
import { readAppArguments } from '../shared/app-arguments.ts';
import { endDespiteKeychain } from '../shared/end-program.ts';
import { findBrowser, thisMachine } from '../shared/find-browser.ts';
import { sandboxIsImpossible, WINDOW_FAILED } from '../shared/open-app.ts';
import { openSystemBrowser } from '../shared/open-system-browser.ts';
import { reportBug } from '../shared/report-bug.ts';
import { openAppWindow } from './open-app-window.ts';
import type { BrowserHost } from './open-browser-host.ts';

const EXIT_INTERNAL = 4;
const SIGNAL_EXITS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function openHere(): Promise<BrowserHost> {
  const browser = findBrowser(thisMachine());
  if (browser === null) throw new AppError('window-failed', { reason: 'no browser was found' });
  const sandbox = !sandboxIsImpossible();
  if (!sandbox) say(`Running as root: ${browser.name} runs without its sandbox (--no-sandbox).`);
  return openAppWindow({
    program: browser.program,
    headless: false,
    sandbox,
    dist: path.resolve(import.meta.dirname, '..'),
    profile: readAppArguments(process.argv.slice(2)),
    openUrl: openSystemBrowser,
    onRefusal: ({ kind, what }) => say(`Refused to the window: ${kind} ${JSON.stringify(what)}`),
    onBug: reportBug,
  });
}

/** The first signal closes the window; the exit code then tells of it. */
function closeOnSignals(host: BrowserHost): { readonly exit: () => number | null } {
  let exit: number | null = null;
  for (const [name, code] of Object.entries(SIGNAL_EXITS))
    process.once(name, () => {
      exit ??= code;
      void host.close();
    });
  return { exit: () => exit };
}

async function runUntilClosed(): Promise<number> {
  const host = await openHere();
  const signals = closeOnSignals(host);
  const ending = await host.ended;
  if (ending === 'crashed')
    say('The window crashed. Nothing of yours was changed; start Unblank again.');
  return signals.exit() ?? (ending === 'closed' ? 0 : EXIT_INTERNAL);
}

function exitOfFailure(error: unknown): number {
  if (!(error instanceof AppError)) reportBug(error);
  else say(describeError(error).message);
  return error instanceof AppError && error.code === 'window-failed'
    ? WINDOW_FAILED
    : EXIT_INTERNAL;
}

process.on('unhandledRejection', reportBug);
const exit = await runUntilClosed().catch(exitOfFailure);
await endDespiteKeychain();
process.exit(exit);
