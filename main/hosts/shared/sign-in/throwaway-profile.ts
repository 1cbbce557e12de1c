import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PREFIX = 'unblank-sign-in-';
const MARKER = 'unblank-owner.json';
/** A folder without a marker is one that is just being made, for so long. */
const MAKING_MS = 60_000;

/**
 * What the browser finds in its profile: it guesses no next address and connects ahead to none
 * (safety D3: nothing reaches the redirect URI), keeps no password and offers no sign-in of its own.
 */
const PREFERENCES = {
  net: { network_prediction_options: 2 },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: { password_manager_enabled: false, exit_type: 'Normal' },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  signin: { allowed: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
  browser: { has_seen_welcome_page: true },
};

/** A folder that goes with the window. */
export interface ThrowawayProfile {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Makes a fresh profile, marked with our process id so that a later start finds what a killed run
 * left behind. Readable by this user only (mkdtemp makes 0700).
 * @param parent folder for temporary files
 */
export async function makeProfile(parent: string): Promise<ThrowawayProfile> {
  const folder = await mkdtemp(path.join(parent, PREFIX));
  await writeFile(path.join(folder, MARKER), JSON.stringify({ pid: process.pid }));
  await writeFile(path.join(folder, 'First Run'), '');
  await writePreferences(path.join(folder, 'Default'));
  const remove = () =>
    rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(
      () => undefined,
    );
  return { folder, remove };
}

async function writePreferences(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(path.join(folder, 'Preferences'), JSON.stringify(PREFERENCES));
}

/**
 * Removes the profiles of runs that were killed: those whose owner is no longer there. A folder of
 * somebody else, or a link in the place of one, is left alone.
 * @param parent folder for temporary files
 * @returns how many were removed
 */
export async function removeLeftovers(parent: string): Promise<number> {
  const names = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(PREFIX));
  const folders = names.map((name) => path.join(parent, name));
  const stale = await Promise.all(folders.map(isLeftover));
  const removed = folders.filter((_folder, index) => stale[index]);
  await Promise.all(
    removed.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => undefined)),
  );
  return removed.length;
}

async function isLeftover(folder: string): Promise<boolean> {
  try {
    const facts = await lstat(folder);
    const own = process.getuid === undefined || facts.uid === process.getuid();
    if (!facts.isDirectory() || !own) return false;
    const owner = await readOwner(folder);
    return owner === null ? Date.now() - facts.mtimeMs > MAKING_MS : !isRunning(owner);
  } catch {
    return false;
  }
}

async function readOwner(folder: string): Promise<number | null> {
  try {
    const text = await readFile(path.join(folder, MARKER), 'utf8');
    const { pid } = JSON.parse(text) as { pid?: unknown };
    return typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** EPERM: there is such a process and it is not ours, so it is not known to be gone. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
