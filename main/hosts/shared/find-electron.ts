import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where Electron's package lies and whether its program, which its tarball lacks, is there. */
export interface FoundElectron {
  /** Folder of the npm package. */
  readonly folder: string;
  /** Absolute path of the program, or null where it was never fetched. */
  readonly program: string | null;
}

const PROGRAMS: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * Finds Electron as its own npm package does (index.js of electron): the folder that
 * ELECTRON_OVERRIDE_DIST_PATH names, else `dist` of the package. Unlike that file it never downloads
 * anything by itself.
 * @param from folder from which the package is looked for
 * @param env the environment
 * @param platform as Node names it
 * @returns null where the package is not installed and no folder is named
 */
export function findElectron(
  from: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): FoundElectron | null {
  const folder = packageFolder(from);
  const named = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder === null && !named) return null;
  const dist = named ? path.resolve(named) : path.join(folder ?? from, 'dist');
  const recorded = recordedName(folder);
  // The installer writes the name last: without it, what lies there may be half a download.
  if (!named && recorded === null) return { folder: folder ?? dist, program: null };
  const program = path.join(dist, recorded ?? PROGRAMS[platform] ?? 'electron');
  return { folder: folder ?? dist, program: existsSync(program) ? program : null };
}

function packageFolder(from: string): string | null {
  try {
    const require = createRequire(path.join(from, 'index.js'));
    return path.dirname(require.resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** The name that the package's installer wrote down. */
function recordedName(folder: string | null): string | null {
  if (folder === null) return null;
  try {
    return readFileSync(path.join(folder, 'path.txt'), 'utf8').trim() || null;
  } catch {
    return null;
  }
}
