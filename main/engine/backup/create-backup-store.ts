import { AppError } from '../../contract/errors.ts';
import type { FileNow, RepairPorts } from '../repair-ports.ts';
import { backupId, isBackupId } from './backup-id.ts';
import {
  decodeSet,
  encodeSet,
  newSet,
  type BackupSet,
  type BackupWhy,
  type KeptFile,
  type ReadSet,
} from './backup-set.ts';
import { inTurns } from './in-turns.ts';

const FOLDER = 'backups';
const SETS = `${FOLDER}/sets`;
const OBJECTS = `${FOLDER}/objects`;
/** For who finds the folder (safety G13). */
const NOTE = `${FOLDER}/README.txt`;
const NOTE_TEXT =
  'Backups of Unblank: exact copies of configuration and sign-in files.\nThey hold secrets. Do not share or upload them.\n';

/** A set as it lies there; `read` tells whether it can be used. */
export interface ListedSet {
  readonly id: string;
  readonly read: ReadSet;
}

/** What one backup's object is: as it was written, changed, or not there. */
export type ObjectState = 'good' | 'damaged' | 'gone';

/** Backups by content: each content once, whoever needs it (safety G12, G13). */
export interface BackupStore {
  /**
   * Keeps these files as they were inspected. Resolves only after everything was fsynced, read again
   * and found the same; a file that does not exist is passed over.
   * @throws AppError `file-unreadable` for one without bytes, `own-folder`, `damaged-backup` where
   *   what was written does not read back
   */
  keep(files: readonly FileNow[], why: BackupWhy): Promise<{ readonly id: string }>;
  /**
   * The exact bytes of one file of a backup.
   * @param path as it was asked for, or where it led
   * @throws AppError `unknown-backup`, `damaged-backup`, `own-folder`
   */
  open(id: string, path: string): Promise<Uint8Array>;
  /** @throws AppError `unknown-backup`, `damaged-backup`, `own-folder` */
  read(id: string): Promise<BackupSet>;
  /** All of them, newest first. */
  list(): Promise<readonly ListedSet[]>;
  /** Reads an object and holds it against its hash. */
  check(hash: string): Promise<ObjectState>;
  /** Takes sets away; their objects stay until `sweep`. */
  drop(ids: readonly string[]): Promise<void>;
  /** Takes away the objects that no set needs and nobody else (`needed`, hashes). */
  sweep(needed: ReadonlySet<string>): Promise<void>;
}

export interface BackupStoreOptions extends Pick<RepairPorts, 'folder' | 'digest' | 'newId'> {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Version of Unblank. */
  readonly version: string;
}

/** Backups in Unblank's own folder, 0600 in 0700, outside of every export. */
export function createBackupStore(options: BackupStoreOptions): BackupStore {
  return {
    keep: (files, why) => keep(options, files, why),
    open: (id, path) => open(options, id, path),
    read: (id) => readSet(options, id),
    list: () => list(options),
    check: (hash) => check(options, hash),
    drop: (ids) => drop(options, ids),
    sweep: (needed) => sweep(options, needed),
  };
}

async function keep(
  options: BackupStoreOptions,
  files: readonly FileNow[],
  why: BackupWhy,
): Promise<{ readonly id: string }> {
  const there = files.filter(({ exists }) => exists);
  await writeNote(options);
  const kept = await inTurns(there, (file) => keepFile(options, file));
  const at = options.now();
  const id = backupId(at, options.newId());
  const set = newSet({ id, at, why, tool: options.version, files: [...kept] });
  const bytes = await encodeSet(set, options.digest);
  await options.folder.write(setName(id), bytes);
  // SECURITY: G12. Whoever waits for this goes on to change the files.
  await inTurns([...new Set(kept.map(({ hash }) => hash))], async (hash) => {
    if ((await check(options, hash)) !== 'good') throw damaged(id, REREAD);
  });
  await readSet(options, id);
  return { id };
}

const REREAD = 'What was written does not read back.';

async function writeNote({ folder }: BackupStoreOptions): Promise<void> {
  if ((await folder.read(NOTE)) === null)
    await folder.write(NOTE, new TextEncoder().encode(NOTE_TEXT));
}

/** Writes its content unless it lies there already, whole. */
async function keepFile(options: BackupStoreOptions, file: FileNow): Promise<KeptFile> {
  const { bytes, path, realPath, mode, modifiedAt } = file;
  if (bytes === null) {
    const reason = file.reason ?? 'it could not be read';
    throw new AppError('file-unreadable', { file: path, reason });
  }
  const hash = await options.digest(bytes);
  if ((await check(options, hash)) !== 'good') await options.folder.write(objectName(hash), bytes);
  return { path, realPath, hash, size: bytes.length, mode, modifiedAt };
}

async function open(options: BackupStoreOptions, id: string, path: string): Promise<Uint8Array> {
  const { files } = await readSet(options, id);
  const file = files.find((one) => one.path === path) ?? files.find((one) => one.realPath === path);
  if (file === undefined) throw new AppError('unknown-backup', { backup: `${id}, ${path}` });
  const bytes = await options.folder.read(objectName(file.hash));
  if (bytes === null) throw damaged(id, `The copy of ${path} is gone.`);
  if ((await options.digest(bytes)) !== file.hash)
    throw damaged(id, `The copy of ${path} is not what was kept.`);
  return bytes;
}

async function readSet(options: BackupStoreOptions, id: string): Promise<BackupSet> {
  const read = isBackupId(id) ? await readListed(options, id) : null;
  if (read === null) throw new AppError('unknown-backup', { backup: id });
  if (read.kind === 'newer') throw damaged(id, 'A newer Unblank wrote it.');
  if (read.kind === 'damaged') throw damaged(id, read.reason);
  return read.set;
}

async function readListed(
  { folder, digest }: BackupStoreOptions,
  id: string,
): Promise<ReadSet | null> {
  const bytes = await folder.read(setName(id));
  if (bytes === null) return null;
  const read = await decodeSet(bytes, digest);
  return read.kind !== 'set' || read.set.id === id
    ? read
    : { kind: 'damaged', reason: 'It is another backup under this name.' };
}

async function list(options: BackupStoreOptions): Promise<readonly ListedSet[]> {
  const names = await options.folder.list(SETS);
  const ids = names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
  // The id begins with the time, so that a damaged one still has its place.
  const newest = ids.filter(isBackupId).toSorted((one, two) => (one < two ? 1 : -1));
  const sets = await inTurns(newest, async (id) => ({ id, read: await readListed(options, id) }));
  return sets.flatMap(({ id, read }) => (read === null ? [] : [{ id, read }]));
}

async function check({ folder, digest }: BackupStoreOptions, hash: string): Promise<ObjectState> {
  const bytes = await folder.read(objectName(hash));
  if (bytes === null) return 'gone';
  return (await digest(bytes)) === hash ? 'good' : 'damaged';
}

async function drop({ folder }: BackupStoreOptions, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (isBackupId(id)) await folder.remove(setName(id));
}

/** One set that cannot be read may need any object, so that then nothing is taken away. */
async function sweep(options: BackupStoreOptions, needed: ReadonlySet<string>): Promise<void> {
  const sets = await list(options);
  const read = sets.flatMap(({ read }) => (read.kind === 'set' ? [read.set] : []));
  if (read.length < sets.length) return;
  const used = new Set(read.flatMap(({ files }) => files.map(({ hash }) => hash)));
  for (const hash of await options.folder.list(OBJECTS)) {
    if (/^[0-9a-f]{64}$/.test(hash) && !used.has(hash) && !needed.has(hash))
      await options.folder.remove(objectName(hash));
  }
}

function setName(id: string): string {
  return `${SETS}/${id}.json`;
}
function objectName(hash: string): string {
  return `${OBJECTS}/${hash}`;
}
function damaged(backup: string, reason: string): AppError {
  return new AppError('damaged-backup', { backup, reason });
}
