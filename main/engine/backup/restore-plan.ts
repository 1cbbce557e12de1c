import { AppError } from '../../contract/errors.ts';
import type { FileChange, Preview } from '../../contract/repair.ts';
import type { FileNow, Obstacle, RepairPorts } from '../repair-ports.ts';
import type { ClientId } from '../../contract/words.ts';
import type { Ports } from '../ports.ts';
import { quitsFor } from '../repair/fixes/parts/file-rules.ts';
import { quitSteps, runningNow, stillRunning } from '../repair/run/running-now.ts';
import { changeableFiles } from './changeable-files.ts';
import { fileChange } from '../repair/diff/file-change.ts';
import type { BackupSet, KeptFile } from './backup-set.ts';
import type { BackupStore } from './create-backup-store.ts';
import { inTurns } from './in-turns.ts';
import { hasMode, octal, stateNow } from './list-backups.ts';

/** A file that is put back: how it is now, and the bytes that it gets. */
export interface PutBack {
  readonly file: KeptFile;
  readonly now: FileNow;
  readonly bytes: Uint8Array;
  readonly change: FileChange;
}

/** What a restore would do, as it was previewed. */
export interface RestorePlan {
  readonly set: BackupSet;
  readonly files: readonly PutBack[];
  /** Clients that would write over it, and those that notice only when they start again. */
  readonly quits: readonly ClientId[];
  readonly restarts: readonly ClientId[];
  readonly preview: Preview;
}

export interface RestoreParts extends Pick<RepairPorts, 'changes' | 'digest' | 'newId'> {
  readonly store: BackupStore;
  readonly ports: Pick<Ports, 'files' | 'machine' | 'place'>;
}

/**
 * Holds a backup against the disk and says what putting it back would change; changes nothing.
 * @param names files of the backup, or null for all
 * @throws AppError `unknown-backup`, `damaged-backup`
 */
export async function planRestore(
  parts: RestoreParts,
  id: string,
  names: readonly string[] | null,
): Promise<RestorePlan> {
  const set = await parts.store.read(id);
  const chosen = chosenFiles(set, names);
  const looked = await inTurns(chosen, (file) => lookAt(parts, id, file));
  const places = new Set<string>();
  // Two names of one file are written once.
  const once = looked.filter(({ now }) => places.size < places.add(now.realPath).size);
  const files = once.filter(({ file, now }) => stateNow(file, now) !== 'same');
  const [ticket, users] = [await ticketOf(parts, id, files), await usersOf(parts, files)];
  const preview = previewOf(set, ticket, files, once.length - files.length);
  const running = await runningNow(parts.ports);
  const steps = quitSteps(users.quits, running, parts.ports.place);
  const blocked = stillRunning(users.quits, running, parts.ports.place);
  return {
    ...{ set, files, ...users },
    preview: {
      ...preview,
      steps: [...steps, ...preview.steps],
      restarts: [...users.restarts],
      blocked: [...preview.blocked, ...blocked],
    },
  };
}

function chosenFiles(set: BackupSet, names: readonly string[] | null): readonly KeptFile[] {
  if (names === null) return set.files;
  const unknown = names.find((name) => !set.files.some(({ path }) => path === name));
  if (unknown !== undefined)
    throw new AppError('unknown-backup', { backup: `${set.id}, ${unknown}` });
  return set.files.filter(({ path }) => names.includes(path));
}

async function lookAt(
  { store, changes }: RestoreParts,
  id: string,
  file: KeptFile,
): Promise<PutBack> {
  const [now, bytes] = await Promise.all([changes.inspect(file.path), store.open(id, file.path)]);
  const change = fileChange({
    file: file.path,
    leadsTo: now.realPath === file.path ? null : now.realPath,
    before: now.bytes,
    after: bytes,
    hashBefore: now.hash,
    hashAfter: file.hash,
    notes: notesOf(file, now),
  });
  return { file, now, bytes, change };
}

/** Whose files they are (safety G10). */
async function usersOf(
  { ports }: RestoreParts,
  files: readonly PutBack[],
): Promise<Pick<RestorePlan, 'quits' | 'restarts'>> {
  const known = await changeableFiles(ports);
  const used = files.flatMap(({ file }) => known.filter(({ path }) => path === file.path));
  const quits = used.flatMap(({ path, client }) => quitsFor(path, client));
  return { quits: [...new Set(quits)], restarts: [...new Set(used.map(({ client }) => client))] };
}

function notesOf(file: KeptFile, now: FileNow): readonly string[] {
  const mode = hasMode(file, now)
    ? []
    : [`Its permissions go back from ${octal(now.mode)} to ${octal(file.mode)}.`];
  const link = file.realPath === now.realPath ? [] : [`It led to ${file.realPath} then.`];
  return [...mode, ...link];
}

/** Of everything that would be done and of every file as it is now, and good once (safety B8). */
async function ticketOf(
  { digest, newId }: RestoreParts,
  id: string,
  files: readonly PutBack[],
): Promise<string> {
  const all = files.map(({ file, now }) => [
    file.path,
    now.realPath,
    now.hash,
    file.hash,
    file.mode,
  ]);
  return digest(new TextEncoder().encode(JSON.stringify([newId(), id, all])));
}

function previewOf(
  set: BackupSet,
  ticket: string,
  files: readonly PutBack[],
  same: number,
): Preview {
  return {
    offer: {
      id: `restore-${set.id.toLowerCase()}`,
      code: '',
      title: restoreTitle(files.length),
      automation: 'apply',
      undoable: true,
    },
    ticket,
    why: `These files differ from the backup of ${timeOf(set.at)}.`,
    risk: 'low',
    asks: [],
    steps: files.map(({ change }) => ({ kind: 'change', change })),
    leavesAlone: same === 0 ? [] : [same === 1 ? ONE_SAME : `${same} files are as in the backup.`],
    checks: ['Each file is read again and held against the backup.'],
    restarts: [],
    blocked: files.length === 0 ? [NOTHING] : files.flatMap(blockedBy),
  };
}

const ONE_SAME = 'One file is as in the backup.';
const NOTHING = {
  why: 'Every file is as it was in this backup.',
  whatToDo: 'There is nothing to put back.',
};

/** What a restore is called, in the journal too. */
export function restoreTitle(count: number): string {
  return count === 1 ? 'Put back one file from a backup' : `Put back ${count} files from a backup`;
}

function blockedBy({ file, now }: PutBack): Preview['blocked'] {
  if (now.obstacle === null) return [];
  const why = `${file.path} cannot be written: ${now.reason ?? now.obstacle}`;
  return [{ why, whatToDo: WHAT_TO_DO[now.obstacle] ?? 'Look at the file, then try again.' }];
}

const WHAT_TO_DO: Partial<Record<Obstacle, string>> = {
  'read-only': 'Make the file writable, then look again.',
  'no-permission': 'Give yourself the right to write it, then look again.',
  immutable: 'Unlock the file, then look again.',
  locked: 'Quit the program that holds it, then look again.',
  managed: 'An administrator keeps this file; Unblank does not change it.',
  'outside-home': 'Restore the other files by name; this one lies outside of your home.',
};

function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
