import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { System } from '../../contract/words.ts';

/** An installed browser that can show the window. */
export interface FoundBrowser {
  /** As its maker calls it; for lines that people read. */
  readonly name: string;
  /** Absolute path of the program (safety I3). */
  readonly program: string;
}

export interface BrowserLookup {
  readonly os: System;
  readonly env: (name: string) => string | undefined;
  /** True for a file that may be run. */
  readonly isProgram: (file: string) => boolean;
}

interface Candidate {
  readonly name: string;
  /** A path; `$NAME/` at its start stands for a folder that the environment names. */
  readonly file: string;
}

const CHROME = 'Google Chrome';
const CHROMIUM = 'Chromium';
const EDGE = 'Microsoft Edge';

/**
 * Where the browsers install themselves, the better-kept first. On Linux they are also looked for
 * on PATH; a snap comes last, because its confinement hides our temporary profile from it.
 */
const CANDIDATES: Readonly<Record<System, readonly Candidate[]>> = {
  darwin: [
    { name: CHROME, file: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
    { name: CHROME, file: '$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
    { name: CHROMIUM, file: '/Applications/Chromium.app/Contents/MacOS/Chromium' },
    { name: CHROMIUM, file: '$HOME/Applications/Chromium.app/Contents/MacOS/Chromium' },
    { name: EDGE, file: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
    { name: EDGE, file: '$HOME/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
  ],
  win32: [
    { name: CHROME, file: '$ProgramFiles/Google/Chrome/Application/chrome.exe' },
    { name: CHROME, file: '$ProgramFiles(x86)/Google/Chrome/Application/chrome.exe' },
    { name: CHROME, file: '$LocalAppData/Google/Chrome/Application/chrome.exe' },
    { name: CHROMIUM, file: '$LocalAppData/Chromium/Application/chrome.exe' },
    { name: EDGE, file: '$ProgramFiles(x86)/Microsoft/Edge/Application/msedge.exe' },
    { name: EDGE, file: '$ProgramFiles/Microsoft/Edge/Application/msedge.exe' },
  ],
  linux: [
    { name: CHROME, file: '/opt/google/chrome/chrome' },
    { name: CHROME, file: 'google-chrome-stable' },
    { name: CHROME, file: 'google-chrome' },
    { name: CHROMIUM, file: 'chromium' },
    { name: EDGE, file: 'microsoft-edge-stable' },
    { name: EDGE, file: 'microsoft-edge' },
    { name: CHROMIUM, file: 'chromium-browser' },
    { name: CHROMIUM, file: '/snap/bin/chromium' },
  ],
};
const LINUX_FOLDERS = ['/usr/local/bin', '/usr/bin'];

/**
 * Finds an installed Chrome, Chromium or Edge. UNBLANK_BROWSER, the path of such a program, goes
 * before everything else; where it names no program nothing is guessed in its place.
 * @param lookup the system, its environment and its files
 * @returns the browser, or null where there is none
 */
export function findBrowser(lookup: BrowserLookup): FoundBrowser | null {
  const named = lookup.env('UNBLANK_BROWSER');
  if (named !== undefined && named !== '') {
    const usable = pathsOf(lookup.os).isAbsolute(named) && lookup.isProgram(named);
    return usable ? { name: pathsOf(lookup.os).parse(named).name, program: named } : null;
  }
  for (const { name, file } of CANDIDATES[lookup.os]) {
    const program = placesOf(file, lookup).find((place) => lookup.isProgram(place));
    if (program !== undefined) return { name, program };
  }
  return null;
}

/** The lookup on the machine that runs us. */
export function thisMachine(): BrowserLookup {
  const os = process.platform;
  return {
    os: os === 'darwin' || os === 'win32' ? os : 'linux',
    env: (name) => process.env[name],
    isProgram,
  };
}

function placesOf(file: string, { os, env }: BrowserLookup): readonly string[] {
  const paths = pathsOf(os);
  const [, variable, rest] = /^\$([^/]+)\/(.+)$/.exec(file) ?? [];
  if (variable !== undefined && rest !== undefined) {
    const folder = env(variable);
    return folder === undefined || folder === '' ? [] : [paths.join(folder, rest)];
  }
  if (paths.isAbsolute(file)) return [file];
  // SECURITY: I3. Relative folders on PATH would run what lies in the current one.
  const folders = (env('PATH') ?? '').split(':').filter((one) => paths.isAbsolute(one));
  return [...folders, ...LINUX_FOLDERS].map((folder) => paths.join(folder, file));
}

function pathsOf(os: System): path.PlatformPath {
  return os === 'win32' ? path.win32 : path.posix;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
