import { dirname, resolve } from 'node:path';
import type { System } from '../../contract/words.ts';
import type { Clock } from '../../engine/ports.ts';
import type { Changes, FileNow, Written } from '../../engine/repair-ports.ts';
import { nodeClock } from '../clock.ts';
import { ownSystem } from '../secrets/own-system.ts';
import { nodeChangeFileSystem, type ChangeFileSystem } from './change-file-system.ts';
import { findPlace } from './find-place.ts';
import { makeFolders, syncFolder } from './folders.ts';
import { hashOf, inspectFile, isAsSeen, type Inspected } from './inspect-file.ts';
import type { Terrain } from './obstacles.ts';
import { patiently, placeBytes, type PlacingTools } from './place-bytes.ts';
import { SIZE_LIMIT } from './read-whole.ts';
import { refusal, type Refused } from './refusal.ts';
import { sweepFolder } from './sweep-folder.ts';

export interface ChangesOptions {
  /**
   * Folders outside of which nothing is changed, links resolved: the home, and those that the user
   * named (a project, CLAUDE_CONFIG_DIR). Safety G8.
   */
  readonly roots: readonly string[];
  /** Files and folders of an administrator, read-only to us (safety G16). */
  readonly managed?: readonly string[];
  readonly fs?: ChangeFileSystem;
  readonly clock?: Clock;
  readonly system?: System;
  /** Who runs us; null where the system has no such numbers. */
  readonly uid?: number | null;
}

type Field = Terrain & PlacingTools;

/**
 * The Changes port on node:fs; the only code that writes into files of others. It knows nothing of
 * previews and backups: the runner holds the lock and has both before it calls (safety G1, G17).
 *
 * - Mode and owner are kept. Access lists and extended attributes are not: Node reaches neither.
 * - A folder that is missing for a new file is made (0700) and stays when the file is removed.
 * - Where a link leads is resolved once, and again right before the change; the target is changed
 *   and the link stays, also when the target is removed (G8).
 * - `code` of a refusal is the obstacle, or what the system says (`ENOSPC`), or `not-confirmed`
 *   where the change was made and could not be read again: only `inspect` tells what is there.
 */
// SECURITY: G5, G6, G7, G8, G9
export function createChanges(options: ChangesOptions): Changes {
  const field: Field = {
    roots: options.roots,
    managed: (options.managed ?? []).map((one) => resolve(one)),
    fs: options.fs ?? nodeChangeFileSystem,
    clock: options.clock ?? nodeClock,
    system: options.system ?? ownSystem(),
    uid: options.uid === undefined ? (process.getuid?.() ?? null) : options.uid,
  };
  return {
    inspect: async (path) => told(await inspectFile(field, path)),
    write: (path, bytes, expected, mode) =>
      guarded(field, path, expected, (now) => write(field, now, bytes, mode)),
    remove: (path, expected) => guarded(field, path, expected, (now) => remove(field, now)),
    sweep: (paths) => sweep(field, paths),
  };
}

function told({ owner: _owner, ...now }: Inspected): FileNow {
  return now;
}

/** Looks first; an error of the system becomes a value. */
async function guarded(
  field: Field,
  path: string,
  expected: string | null,
  work: (now: Inspected) => Promise<Written>,
): Promise<Written> {
  const now = await inspectFile(field, path);
  if (now.obstacle !== null)
    return { kind: 'refused', reason: now.reason ?? '', code: now.obstacle };
  if (now.hash !== expected) return { kind: 'changed', now: told(now) };
  try {
    return await work(now);
  } catch (error) {
    return refusal(error);
  }
}

const TOO_LARGE: Refused = {
  kind: 'refused',
  reason: 'it would be larger than 10 MB',
  code: 'too-large',
};
const NEW_FILE = 0o600;

async function write(
  field: Field,
  now: Inspected,
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<Written> {
  if (bytes.length > SIZE_LIMIT) return TOO_LARGE;
  if (!now.exists) await makeFolders(field.fs, dirname(now.realPath), field.system);
  const isThere = await placeBytes(field, {
    ...{ path: now.realPath, bytes, owner: now.owner, isNew: !now.exists },
    mode: mode ?? now.mode ?? NEW_FILE,
    isAsExpected: () => isAsSeen(field, now, now.bytes),
  });
  if (!isThere) return changed(field, now.path);
  await keepNames(field, now.realPath);
  return confirmed(field, now.path, hashOf(bytes));
}

async function remove(field: Field, now: Inspected): Promise<Written> {
  const isGone = await patiently(
    field,
    () => isAsSeen(field, now, now.bytes),
    () => field.fs.unlink(now.realPath),
  );
  if (!isGone) return changed(field, now.path);
  await keepNames(field, now.realPath);
  return { kind: 'done' };
}

async function changed(field: Field, path: string): Promise<Written> {
  return { kind: 'changed', now: told(await inspectFile(field, path)) };
}

/** Reads again what was written: somebody may have written at the same moment (safety G11). */
async function confirmed(field: Field, path: string, hash: string): Promise<Written> {
  const now = await inspectFile(field, path);
  if (now.hash === hash) return { kind: 'done' };
  if (now.hash !== null || !now.exists) return { kind: 'changed', now: told(now) };
  const reason = `it was written, but cannot be read again: ${now.reason ?? 'nothing is known'}`;
  return { kind: 'refused', reason, code: 'not-confirmed' };
}

/**
 * A disk that does not keep the new name over a loss of power has the whole old file: that is no
 * reason to call a change that was made a failed one.
 */
async function keepNames({ fs, system }: Field, path: string): Promise<void> {
  await syncFolder(fs, dirname(path), system).catch(() => undefined);
}

async function sweep(field: Field, paths: readonly string[]): Promise<readonly string[]> {
  const folders = new Set<string>();
  for (const path of paths) {
    const place = await findPlace(field, path);
    if (!('obstacle' in place)) folders.add(dirname(place.real));
  }
  const gone: string[] = [];
  for (const folder of folders)
    gone.push(...(await sweepFolder({ ...field, now: field.clock.now() }, folder)));
  return gone;
}
