/**
 * `npm start`: builds what is missing, fetches Electron's program once where it is missing, and opens
 * the app with the best that is here (main/hosts/shared/open-app.ts). Ends with the exit code of what
 * ran, and never in a stack trace.
 */
import { spawn } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readAppArguments } from '../main/hosts/shared/app-arguments.ts';
import { findElectron } from '../main/hosts/shared/find-electron.ts';
import { openApp } from '../main/hosts/shared/open-app.ts';
import { build, describeBuildFailure, isBuilt, ROOT } from './build.ts';

const FETCH_MS = 20_000;
/** Fetching failed here before: not tried again for a day, so that only one start waits for it. */
const FETCH_FAILED = path.join(ROOT, '.cache', 'electron-not-fetched');
const DAY_MS = 24 * 60 * 60 * 1000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

export interface FetchFacts {
  /** False where the npm package is not installed. */
  readonly installed: boolean;
  readonly present: boolean;
  /** False where no window could be shown anyway. */
  readonly display: boolean;
  /** Milliseconds since fetching failed here, or null. */
  readonly failedAgo: number | null;
}

/** Whether Electron's program is to be fetched now. */
export function shouldFetch(facts: FetchFacts): boolean {
  if (!facts.installed || facts.present || !facts.display) return false;
  return facts.failedAgo === null || facts.failedAgo > DAY_MS;
}

async function fetchElectron(): Promise<void> {
  const { env, platform } = process;
  const found = findElectron(ROOT, env, platform);
  const failedAgo = await stat(FETCH_FAILED).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => null,
  );
  const facts: FetchFacts = {
    installed: found !== null && !env.ELECTRON_OVERRIDE_DIST_PATH,
    present: found !== null && found.program !== null,
    display: platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY),
    failedAgo,
  };
  if (found === null || !shouldFetch(facts)) return;
  say('Fetching Electron, once; at most 20 seconds.');
  if (await runInstaller(path.join(found.folder, 'install.js'))) return;
  await mkdir(path.dirname(FETCH_FAILED), { recursive: true });
  await writeFile(FETCH_FAILED, '');
}

/** The package's own installer, quiet: that it could not is said in the next line. */
function runInstaller(installer: string): Promise<boolean> {
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_MS });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

async function main(): Promise<number> {
  const fetching = fetchElectron();
  if (!(await isBuilt())) {
    say('Building Unblank.');
    await build();
  }
  await fetching;
  const profile = readAppArguments(process.argv.slice(2));
  return openApp({ dist: path.join(ROOT, 'dist'), profile, say });
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await main().catch(async (error: unknown) => {
    say(await describeBuildFailure(error));
    return 1;
  });
