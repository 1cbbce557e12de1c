import path from 'node:path';
import { findElectron } from '../../main/hosts/shared/find-electron.ts';
import type { AppUnderTest, LaunchOptions } from './driver.ts';
import { launchRealElectron } from './real-electron-driver.ts';
import { launchStandIn } from './stand-in-driver.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The Electron host with what only its own specs look at. */
export interface ElectronUnderTest extends AppUnderTest {
  readonly kind: 'electron-stand-in' | 'electron';
  /** Origin of the window as the page itself sees it. */
  readonly origin: string;
  /** Everything that main wrote to stderr so far. */
  log(): string;
  /** Texts of the error boxes that were shown; none really opens. */
  readonly errorBoxes: readonly string[];
  /** Settles with the exit code once the app ended by itself or was closed. */
  readonly ended: Promise<number | null>;
  /** Starts the app again with the same user data; gives its exit code once it ended. */
  launchAgain(): Promise<number | null>;
}

/** What is started: a built main bundle, with its preload and renderer beside it. */
export interface ElectronBuild {
  readonly main: string;
  /** True to run as a packaged build would (`app.isPackaged`); the stand-in only. */
  readonly packaged?: boolean;
  readonly switches?: readonly string[];
}

const DIST: ElectronBuild = { main: path.join(ROOT, 'dist/electron/main.js') };

/** The program of Electron, or null where only the stand-in can run. */
function electronProgram(): string | null {
  return findElectron(ROOT, process.env, process.platform)?.program ?? null;
}

const NOT_PROVED =
  'fuses, asar integrity, the sandbox, sessions on disk, dialogs and menus of the system, packaging';

/**
 * Opens the built app in Electron, or in its stand-in where there is no Electron, and says which.
 * @param options the profile to look at
 * @param build what to start; the shipped bundles unless a spec has its own
 */
export async function launchElectron(
  options: LaunchOptions,
  build: ElectronBuild = DIST,
): Promise<ElectronUnderTest> {
  const program = electronProgram();
  announce(program);
  return program === null
    ? launchStandIn(options, build)
    : launchRealElectron(program, options, build);
}

let announced = false;

/** Once per worker, on stderr: a green run must not be taken for more than it is. */
function announce(program: string | null): void {
  if (announced) return;
  announced = true;
  process.stderr.write(
    program === null
      ? `\n*** There is no Electron here: the specs run on its STAND-IN (Chromium). Not proved: ${NOT_PROVED}. ***\n`
      : `\n*** The specs run on Electron: ${program}. Not proved: fuses, asar integrity, packaging. ***\n`,
  );
}
