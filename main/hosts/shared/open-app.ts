import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import type { ProfileChoice } from './app-services.ts';
import { findBrowser, thisMachine } from './find-browser.ts';
import { findElectron } from './find-electron.ts';
import { listDoors, type Door, type Surroundings } from './list-doors.ts';

export interface OpenAppOptions {
  /** Folder of the built bundles. */
  readonly dist: string;
  readonly profile: ProfileChoice;
  /** Shows one line to people; stderr. */
  readonly say: (line: string) => void;
}

/** A program to run in this terminal until it ends. */
export interface Program {
  readonly program: string;
  readonly args: readonly string[];
}
/** Runs a program and gives its exit code; null where it did not start at all. */
export type RunProgram = (program: Program) => Promise<number | null>;

/**
 * Exit code of a host that could not open its window, so that the next door is tried: EX_UNAVAILABLE
 * of sysexits.h. It is none of the exit codes of the command line (safety K1).
 */
export const WINDOW_FAILED = 69;
/** What a dynamic linker answers for a program whose libraries are missing. */
const LIBRARIES_MISSING = 127;

/**
 * Opens the app with the best that is here: Electron, else an installed browser, else the diagnosis
 * in this terminal (design.md, "The command line"). Says in one line why it is not Electron.
 * @returns the exit code of what ran
 */
export async function openApp(
  options: OpenAppOptions,
  around: Surroundings = lookAround(options.dist),
  run: RunProgram = runHere,
): Promise<number> {
  for (const door of listDoors(around)) {
    if (door.say !== null) options.say(door.say);
    const code = await run(programOf(door, options));
    if (code !== null && code !== WINDOW_FAILED && code !== LIBRARIES_MISSING) return code;
  }
  // The last door is this very program; that it does not start is our fault.
  return 4;
}

/** What this machine has to open the app with. */
function lookAround(dist: string): Surroundings {
  const { env, platform } = process;
  const display = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return {
    electron: findElectron(dist, env, platform)?.program ?? null,
    browser: findBrowser(thisMachine()),
    browserNamed: Boolean(env.UNBLANK_BROWSER),
    display,
  };
}

/**
 * True where Chromium refuses to start inside its sandbox: as root on Linux. Whoever then switches
 * the sandbox off must say so.
 */
export function sandboxIsImpossible(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

function programOf(door: Door, { dist, profile, say }: OpenAppOptions): Program {
  const args = profileArguments(profile);
  if (door.kind === 'terminal')
    return node(path.join(dist, 'cli', 'unblank.js'), ['check', ...args]);
  if (door.kind === 'browser') return node(path.join(dist, 'browser', 'main.js'), args);
  const switches = sandboxIsImpossible() ? ['--no-sandbox'] : [];
  if (switches.length > 0) say('Running as root: Electron runs without its sandbox.');
  // The folder, not the file: so Electron reads the app's name and version from package.json.
  return { program: door.program, args: [...switches, path.dirname(dist), ...args] };
}

function node(file: string, args: readonly string[]): Program {
  return { program: process.execPath, args: [file, ...args] };
}

/** The profile in the form that readAppArguments reads again. */
function profileArguments(profile: ProfileChoice): readonly string[] {
  return Object.entries(profile).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}=${value}`],
  );
}

/**
 * The child has our terminal and our process group, so Ctrl-C reaches it without us; we only stay
 * to give its exit code. SECURITY: I3. Absolute path, argv array, no shell.
 */
async function runHere({ program, args }: Program): Promise<number | null> {
  const env = { ...process.env };
  // With this variable Electron is a plain Node and opens nothing.
  delete env.ELECTRON_RUN_AS_NODE;
  const child = spawn(program, args, { stdio: 'inherit', shell: false, env });
  const stay = (): void => undefined;
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', stay).on('SIGTERM', pass).on('SIGHUP', pass);
  try {
    return await new Promise((resolve) => {
      child.once('error', () => resolve(null));
      child.once('exit', (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      );
    });
  } finally {
    process.off('SIGINT', stay).off('SIGTERM', pass).off('SIGHUP', pass);
  }
}
