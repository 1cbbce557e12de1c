import { basename, dirname, join, resolve } from 'node:path';
import type { Obstacle } from '../../engine/repair-ports.ts';
import { errorCode } from '../error-code.ts';
import { contains } from '../permitted.ts';
import type { ChangeFileSystem } from './change-file-system.ts';
import { writeReason } from './refusal.ts';

/** What stands in the way of a change, in words. */
export interface Obstruction {
  readonly obstacle: Obstacle;
  readonly reason: string;
}

/** Where the bytes of a path lie in the end. */
export interface FoundPlace {
  readonly real: string;
  /** The next folder above that is there; the file's own one where the file is. */
  readonly folder: string;
  readonly exists: boolean;
}

/** The part of a machine in which files may be changed. */
export interface Grounds {
  readonly fs: ChangeFileSystem;
  /** Folders outside of which nothing is changed, wherever a link leads (safety G8). */
  readonly roots: readonly string[];
}

/**
 * Resolves every link of a path once (safety G8). What is checked later is held against this.
 * @returns the place, or why there is none
 */
// SECURITY: G8
export async function findPlace(
  grounds: Grounds,
  path: string,
): Promise<FoundPlace | (Obstruction & { readonly exists: boolean })> {
  const absolute = resolve(path);
  try {
    const found = (await resolved(grounds.fs, absolute)) ?? (await missing(grounds.fs, absolute));
    if ('obstacle' in found || (await isInside(grounds, found.real))) return found;
    return { obstacle: 'outside-home', reason: OUTSIDE, exists: found.exists };
  } catch (error) {
    return { ...unresolved(error), exists: true };
  }
}

const OUTSIDE = 'it lies outside the folders that Unblank may change';

/** @returns null where nothing is there */
async function resolved(fs: ChangeFileSystem, path: string): Promise<FoundPlace | null> {
  try {
    const real = await fs.realpath(path);
    return { real, folder: dirname(real), exists: true };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function missing(
  fs: ChangeFileSystem,
  path: string,
): Promise<FoundPlace | (Obstruction & { readonly exists: boolean })> {
  if (await isLink(fs, path)) {
    const reason = 'it is a link to a place that is not there';
    return { obstacle: 'link-leads-nowhere', reason, exists: true };
  }
  const above = dirname(path);
  if (above === path) return { real: path, folder: path, exists: false };
  const folder = (await resolved(fs, above)) ?? (await missing(fs, above));
  if ('obstacle' in folder) return { ...folder, exists: false };
  const real = join(folder.real, basename(path));
  return { real, folder: folder.exists ? folder.real : folder.folder, exists: false };
}

async function isLink(fs: ChangeFileSystem, path: string): Promise<boolean> {
  try {
    return (await fs.lstat(path)).isSymbolicLink();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function isInside({ fs, roots }: Grounds, real: string): Promise<boolean> {
  const resolvedRoots = await Promise.all(roots.map((root) => resolved(fs, resolve(root))));
  return resolvedRoots.some((root) => root !== null && contains(root.real, real));
}

const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  ELOOP: 'link-leads-nowhere',
  ENOTDIR: 'not-a-file',
  EACCES: 'no-permission',
  EBUSY: 'locked',
};

/** What an error of the system says of a path that could not be looked at. */
export function unresolved(error: unknown): Obstruction {
  const reason = writeReason(error);
  return { obstacle: OBSTACLES[errorCode(error)] ?? 'unreadable', reason };
}
