import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { FileNow } from '../../engine/repair-ports.ts';
import { errorCode } from '../error-code.ts';
import type { ChangeStats } from './change-file-system.ts';
import { findPlace, unresolved, type FoundPlace, type Obstruction } from './find-place.ts';
import { obstacleAfter, obstacleBefore, type Candidate, type Terrain } from './obstacles.ts';
import { readWhole } from './read-whole.ts';

/** A file as it is now, with what its replacement must keep. */
export interface Inspected extends FileNow {
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Looks at a file without changing anything, and says what would stand in the way of changing it
 * (safety G8, G9). Never throws for what a disk says.
 */
export async function inspectFile(terrain: Terrain, path: string): Promise<Inspected> {
  const absolute = resolve(path);
  const place = await findPlace(terrain, absolute);
  if ('obstacle' in place) return { ...nothing(absolute), ...place };
  try {
    const stats = place.exists ? await terrain.fs.lstat(place.real) : null;
    return await look(terrain, absolute, { ...place, stats });
  } catch (error) {
    return { ...placed(absolute, place), ...said(unresolved(error)) };
  }
}

async function look(terrain: Terrain, path: string, candidate: Candidate): Promise<Inspected> {
  const { stats } = candidate;
  const base = { ...placed(path, candidate), ...(stats === null ? {} : factsOf(stats, terrain)) };
  const before = obstacleBefore(candidate, terrain);
  if (before !== null) return { ...base, ...said(before) };
  const bytes = stats === null ? null : await readWhole(terrain.fs, candidate.real);
  if (stats !== null && bytes === null) return { ...base, ...said(CHANGED_MEANWHILE) };
  const after = await obstacleAfter(candidate, terrain);
  return {
    ...base,
    bytes,
    hash: bytes === null ? null : hashOf(bytes),
    ...(after === null ? {} : said(after)),
  };
}

const CHANGED_MEANWHILE: Obstruction = {
  obstacle: 'not-a-file',
  reason: 'something else was put in its place',
};

function said({ obstacle, reason }: Obstruction): Obstruction {
  return { obstacle, reason };
}

function factsOf(stats: ChangeStats, { uid }: Terrain) {
  return {
    mode: uid === null ? null : stats.mode & 0o777,
    modifiedAt: Math.round(stats.mtimeMs),
    hardLinks: stats.nlink,
    owner: uid === null ? null : { uid: stats.uid, gid: stats.gid },
  };
}

function placed(path: string, { real, exists }: FoundPlace): Inspected {
  return { ...nothing(path), realPath: real, exists };
}

function nothing(path: string): Inspected {
  return {
    ...{ path, realPath: path, exists: false, bytes: null, hash: null, mode: null },
    ...{ modifiedAt: null, hardLinks: 0, obstacle: null, reason: null, owner: null },
  };
}

/**
 * Are these bytes still what lies there, at the same place? Asked right before a file is replaced or
 * taken away (safety G5, G8); compares bytes, because that takes less time than a hash.
 * @param seen the bytes that were there; null for none
 */
export async function isAsSeen(
  { fs }: Terrain,
  { path, realPath }: FileNow,
  seen: Uint8Array | null,
): Promise<boolean> {
  try {
    if ((await fs.realpath(path)) !== realPath) return false;
    const bytes = await readWhole(fs, realPath);
    return seen !== null && bytes !== null && Buffer.compare(seen, bytes) === 0;
  } catch (error) {
    // ELOOP: a link lies there now, through which nothing is opened.
    if (errorCode(error) === 'ENOENT') return seen === null;
    if (errorCode(error) === 'ELOOP') return false;
    throw error;
  }
}
