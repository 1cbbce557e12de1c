import { build as bundle } from 'esbuild';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, type Browser, type Page } from 'playwright/test';
import type { Answer, AskedDialog, Told } from '../electron-stand-in/runtime.ts';
import { appArguments } from './app-arguments.ts';
import type { Asked, LaunchOptions } from './driver.ts';
import type { ElectronBuild, ElectronUnderTest } from './electron-driver.ts';

const STAND_IN = path.resolve(import.meta.dirname, '../electron-stand-in');
const ORIGIN = 'https://companion.app.invalid';
/** Quitting takes three seconds at most (L1); the browser behind it is killed. */
const END_MS = 10_000;

interface Run {
  readonly child: ChildProcess;
  readonly told: Told[];
  readonly ended: Promise<number | null>;
  readonly log: () => string;
}

/**
 * Runs the built main bundle, unchanged, on the stand-in of `electron`.
 * @throws Error with what main wrote, where its window is not shown
 */
export async function launchStandIn(
  options: LaunchOptions,
  build: ElectronBuild,
): Promise<ElectronUnderTest> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-'));
  const standIn = await buildStandIn(folder);
  const start = () => startMain(standIn, folder, options, build);
  const run = start();
  const remove = () => rm(folder, { recursive: true, force: true });
  const connected = await connect(run).catch(async (error: unknown) => {
    run.child.kill('SIGKILL');
    await remove();
    throw error;
  });
  return {
    kind: 'electron-stand-in',
    origin: ORIGIN,
    page: connected.page,
    get opened() {
      return run.told.flatMap((told) => (told.kind === 'opened' ? [told.url] : []));
    },
    get errorBoxes() {
      return run.told.flatMap((told) => (told.kind === 'error-box' ? [told.content] : []));
    },
    get asked() {
      return dialogsOf(run).map(({ dialog }) => asAsked(dialog));
    },
    answer: (yes, path) => answer(run, yes, path),
    ended: run.ended,
    log: run.log,
    launchAgain: () => start().ended,
    close: async () => {
      await end(run).finally(remove);
      await connected.browser.close();
      // A name that the stand-in has not is a failure, whoever swallowed it.
      expect(run.log()).not.toContain('not in the stand-in');
    },
  };
}

/** Also for a start that is expected to fail: the exit code and what main wrote. */
export async function runStandIn(
  options: LaunchOptions,
  build: ElectronBuild,
): Promise<{ readonly code: number | null; readonly log: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-'));
  const run = startMain(await buildStandIn(folder), folder, options, build);
  const code = await run.ended;
  await rm(folder, { recursive: true, force: true });
  return { code, log: run.log() };
}

/** The stand-in is TypeScript, and Node runs the main bundle without a loader for that. */
async function buildStandIn(folder: string): Promise<string> {
  const outfile = path.join(folder, 'electron.mjs');
  await bundle({
    entryPoints: [path.join(STAND_IN, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'silent',
  });
  return outfile;
}

function startMain(
  standIn: string,
  folder: string,
  options: LaunchOptions,
  build: ElectronBuild,
): Run {
  const child = fork(build.main, [...appArguments(options), ...(build.switches ?? [])], {
    execArgv: ['--import', pathToFileURL(path.join(STAND_IN, 'register.mjs')).href],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      HOME: folder,
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      ELECTRON_STAND_IN: pathToFileURL(standIn).href,
      ELECTRON_STAND_IN_PACKAGED: build.packaged === true ? '1' : '0',
    },
  });
  const told: Told[] = [];
  let text = '';
  child.on('message', (message) => told.push(message as Told));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, told, ended, log: () => text };
}

async function connect(run: Run): Promise<{ browser: Browser; page: Page }> {
  const port = await shownPort(run);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  await expect.poll(() => pages().map((page) => page.url())).toEqual([`${ORIGIN}/`]);
  const [page] = pages();
  if (page === undefined) throw new Error('the window is gone');
  return { browser, page };
}

function shownPort({ child, ended, log }: Run): Promise<number> {
  const shown = new Promise<number>((resolve) => {
    child.on('message', (message) => {
      const told = message as Told;
      if (told.kind === 'shown') resolve(told.port);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`the app ended with ${code} before its window was shown:\n${log()}`);
  });
  return Promise.race([shown, failed]);
}

const ANSWERED = new WeakMap<ChildProcess, number>();

function dialogsOf({ told }: Run) {
  return told.flatMap((one) => (one.kind === 'asked' ? [one] : []));
}

/** Answers the next dialog: by the index of a button, or by a path. */
async function answer(run: Run, yes: boolean, path?: string): Promise<Asked> {
  const before = ANSWERED.get(run.child) ?? 0;
  await expect.poll(() => dialogsOf(run).length, { timeout: 15_000 }).toBeGreaterThan(before);
  ANSWERED.set(run.child, before + 1);
  const one = dialogsOf(run)[before];
  if (one === undefined) throw new Error('no dialog waits');
  const value = one.dialog.kind === 'save' ? (yes ? (path ?? null) : null) : yes ? 1 : 0;
  run.child.send({ answers: one.id, value } satisfies Answer);
  return asAsked(one.dialog);
}

function asAsked(dialog: AskedDialog): Asked {
  if (dialog.kind === 'save') return { title: 'save', text: dialog.defaultPath };
  return { title: dialog.message, text: dialog.detail };
}

async function end({ child, ended, log }: Run): Promise<void> {
  child.kill('SIGTERM');
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, END_MS);
  await ended;
  clearTimeout(timer);
  if (late) throw new Error(`the app did not end in ${END_MS} ms:\n${log()}`);
}
