import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { System } from '../../contract/words.ts';
import type { Clock } from '../../engine/ports.ts';
import type { OwnFolder } from '../../engine/repair-ports.ts';
import { nodeClock } from '../clock.ts';
import { errorCode } from '../error-code.ts';
import { contains } from '../permitted.ts';
import { ownSystem } from '../secrets/own-system.ts';
import { appendLine } from './append-line.ts';
import { nodeChangeFileSystem, type ChangeFileSystem } from './change-file-system.ts';
import { makeFolders, syncFolder } from './folders.ts';
import { keepInside } from './keep-inside.ts';
import { ownNameParts } from './own-name.ts';
import { ownTemp } from './own-temp.ts';
import { placeBytes, type PlacingTools } from './place-bytes.ts';
import { readOwn } from './read-own.ts';
import { writeReason } from './refusal.ts';
import { sweepFolder } from './sweep-folder.ts';

export interface OwnFolderOptions {
  /** Made at the first write, 0700. */
  readonly path: string;
  /** A folder that it must not lead out of (a copied profile), or null. */
  readonly within: string | null;
  readonly fs?: ChangeFileSystem;
  readonly clock?: Clock;
  readonly system?: System;
  readonly uid?: number | null;
}

interface Field extends PlacingTools {
  readonly path: string;
  readonly within: string | null;
  readonly uid: number | null;
  readonly swept: Set<string>;
}

/**
 * The OwnFolder port on node:fs: 0700, its files 0600, every write fsynced with its folder before it
 * resolves. Nothing is made before the first write.
 *
 * `append` writes line and line end in one go. Where that is cut off by a kill, the last line of the
 * file has no line end: whoever reads must leave out a last line without one. The next `append`
 * ends it first, so that what is new never hangs on what was torn; a torn line may therefore also
 * stand in the middle, and a reader passes over a line that it cannot parse.
 *
 * The first write into a folder, or look into it, takes away what a killed process left in it.
 * @throws from each call AppError `own-folder` where the disk refuses; Error for a name that is none
 */
// SECURITY: G12
export function createOwnFolder(options: OwnFolderOptions): OwnFolder {
  const field: Field = {
    path: resolve(options.path),
    within: options.within,
    fs: options.fs ?? nodeChangeFileSystem,
    clock: options.clock ?? nodeClock,
    system: options.system ?? ownSystem(),
    uid: options.uid === undefined ? (process.getuid?.() ?? null) : options.uid,
    swept: new Set(),
  };
  return {
    path: field.path,
    read: (name) => told(field, name, (path) => read(field, path)),
    write: (name, bytes) => told(field, name, (path) => write(field, path, bytes)),
    append: (name, line) => told(field, name, (path) => append(field, path, line)),
    list: (folder) =>
      folder === ''
        ? told(field, null, () => list(field, field.path))
        : told(field, folder, (path) => list(field, path)),
    remove: (name) => told(field, name, (path) => remove(field, path)),
  };
}

/** What the disk says as an AppError; a name that is none rejects. */
async function told<T>(
  { path: folder }: Field,
  name: string | null,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const path = name === null ? folder : join(folder, ...ownNameParts(name));
  try {
    return await work(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('own-folder', { folder, reason: writeReason(error) }, { cause: error });
  }
}

async function read(field: Field, path: string): Promise<Uint8Array | null> {
  try {
    await keepInside(field.fs, field.within, dirname(path));
    return await readOwn(field.fs, path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function write(field: Field, path: string, bytes: Uint8Array): Promise<void> {
  await prepare(field, dirname(path));
  const isAsExpected = () => Promise.resolve(true);
  const placement = { path, bytes, mode: 0o600, owner: null, isNew: false, isAsExpected };
  await placeBytes(field, placement);
  await syncFolder(field.fs, dirname(path), field.system);
}

async function append(field: Field, path: string, line: string): Promise<void> {
  if (/[\r\n]/.test(line)) throw new Error('A line of ours holds no line end.');
  await prepare(field, dirname(path));
  await appendLine(field.fs, path, line);
  await syncFolder(field.fs, dirname(path), field.system);
}

async function list(field: Field, path: string): Promise<readonly string[]> {
  try {
    await keepInside(field.fs, field.within, path);
    await sweepOnce(field, path);
    const names = (await field.fs.readdir(path)).filter((name) => !ownTemp.isOne(name));
    const areFiles = await Promise.all(names.map((name) => isFile(field.fs, join(path, name))));
    return names.filter((_, index) => areFiles[index]).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** One that was removed meanwhile is none. */
async function isFile(fs: ChangeFileSystem, path: string): Promise<boolean> {
  try {
    return (await fs.lstat(path)).isFile();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function remove(field: Field, path: string): Promise<void> {
  try {
    await keepInside(field.fs, field.within, dirname(path));
    await field.fs.unlink(path);
    await syncFolder(field.fs, dirname(path), field.system);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Makes the folder, closes it to others, and takes away what a killed process left in it. */
async function prepare(field: Field, folder: string): Promise<void> {
  const { fs, system } = field;
  await keepInside(fs, field.within, folder);
  await makeFolders(fs, folder, system);
  for (let one = folder; contains(field.path, one); one = dirname(one)) await close(field, one);
  await sweepOnce(field, folder);
}

async function sweepOnce({ fs, uid, clock, swept }: Field, folder: string): Promise<void> {
  if (swept.has(folder)) return;
  await sweepFolder({ fs, uid, now: clock.now() }, folder);
  swept.add(folder);
}

async function close({ fs, system, path, uid }: Field, folder: string): Promise<void> {
  if (system === 'win32') return;
  const { mode, uid: owner } = await fs.lstat(await fs.realpath(folder));
  if (uid !== null && uid !== 0 && owner !== uid) {
    const reason = 'it belongs to another user of this machine';
    throw new AppError('own-folder', { folder: path, reason });
  }
  if ((mode & 0o077) !== 0) await fs.chmod(folder, 0o700);
}
