import { AppError } from '../../../contract/errors.ts';
import type { JournalEntry } from '../../../contract/repair.ts';
import type { FileNow, RepairPorts } from '../../repair-ports.ts';
import { entryOf } from './entry-of.ts';
import { foldJournal, type Change } from './fold.ts';
import { createJournalFile, type JournalFile } from './journal-file.ts';
import type { FileRecord } from './journal-event.ts';
import { madeOf, stillHolds } from './still-holds.ts';

/** The exact bytes of a backup. */
type Open = (id: string, path: string) => Promise<Uint8Array>;

/** The journal with what becomes of its changes. */
export interface JournalDesk {
  readonly file: JournalFile;
  /** Changes that are being made by this process at this moment. */
  readonly active: Set<string>;
  /** @throws AppError `unknown-entry`, `own-folder` */
  change(id: string): Promise<Change>;
  /** @throws AppError `unknown-entry`, `own-folder` */
  entry(id: string): Promise<JournalEntry>;
  /** Newest first, each held against the disk. @throws AppError `own-folder` */
  entries(): Promise<readonly JournalEntry[]>;
}

/** @param open bytes before a change, to tell whether what it did still holds */
export function createJournalDesk(
  ports: Pick<RepairPorts, 'folder' | 'newId' | 'changes'>,
  open: Open,
): JournalDesk {
  const file = createJournalFile(ports);
  const active = new Set<string>();
  const all = async (): Promise<readonly Change[]> => foldJournal((await file.read()).events);
  const shown = async (change: Change, others: readonly Change[]): Promise<JournalEntry> =>
    entryOf(change, {
      state: await stateOf(change, ports, open),
      active: active.has(change.begun.id),
      covered: isCovered(change, others),
    });
  const change = async (id: string): Promise<Change> => {
    const found = (await all()).find(({ begun }) => begun.id === id);
    if (found === undefined) throw new AppError('unknown-entry');
    return found;
  };
  return {
    file,
    active,
    change,
    entry: async (id) => shown(await change(id), await all()),
    async entries() {
      const changes = await all();
      return (await Promise.all(changes.map((one) => shown(one, changes)))).toReversed();
    },
  };
}

/** Does a change stand as it did when it was previewed? */
export async function isSameState(
  of: Pick<Change, 'end' | 'undoneBy'> & { readonly id: string },
  desk: JournalDesk,
): Promise<boolean> {
  const now = await desk.change(of.id);
  return now.end === of.end && now.undoneBy === of.undoneBy;
}

async function stateOf(
  change: Change,
  { changes }: Pick<RepairPorts, 'changes'>,
  open: Open,
): Promise<JournalEntry['state']> {
  if (change.end === 'failed') return 'failed';
  if (change.undoneBy !== null) return 'undone';
  if (change.end === 'open') return 'unfinished';
  const { files } = change.begun;
  const now = await Promise.all(files.map(({ path }) => changes.inspect(path)));
  if (files.every(({ after }, at) => now[at]!.hash === after)) return 'applied';
  const made = await madeAgain(change, open);
  const holds = files.every((file, at) => holdsNow(file, now[at]!, made));
  return holds ? 'changed-since' : 'wiped';
}

type Made = ReadonlyMap<string, readonly [before: Uint8Array | null, after: Uint8Array | null]>;

/** The bytes before and after, from the backup and the edits; null where they cannot be had. */
async function madeAgain({ begun }: Change, open: Open): Promise<Made | null> {
  try {
    const before = await bytesBefore(begun, open);
    const after = madeOf(begun, before);
    if (after === null) return null;
    return new Map([...before].map(([path, bytes]) => [path, [bytes, after.get(path) ?? null]]));
  } catch {
    return null;
  }
}

/**
 * The bytes of every file before a change.
 * @throws AppError `damaged-backup`, `unknown-backup`
 */
export async function bytesBefore(
  { files, backup }: Pick<Change['begun'], 'files' | 'backup'>,
  open: Open,
): Promise<ReadonlyMap<string, Uint8Array | null>> {
  const read = files
    .filter(({ kept }) => kept)
    .map(async ({ path, before }): Promise<[string, Uint8Array | null]> => {
      return [path, before === null || backup === null ? null : await open(backup, path)];
    });
  return new Map(await Promise.all(read));
}

function holdsNow(file: FileRecord, now: FileNow, made: Made | null): boolean {
  if (now.hash === file.after) return true;
  if (now.hash === file.before) return false;
  // What was removed and is there anew was made by its client: that is no loss.
  if (file.after === null) return true;
  const [before, after] = made?.get(file.path) ?? [null, null];
  if (now.bytes === null) return false;
  // Where nobody can tell, somebody changed it, and that is all that is said.
  return after === null || stillHolds(before, after, now.bytes);
}

/** Did a later change of ours, which stands, write one of the files? */
function isCovered({ begun }: Change, all: readonly Change[]): boolean {
  const own = new Set(begun.files.map(({ path }) => path));
  return all
    .slice(all.findIndex((one) => one.begun.id === begun.id) + 1)
    .some(
      (one) =>
        one.end === 'written' &&
        one.undoneBy === null &&
        one.begun.files.some(({ path }) => own.has(path)),
    );
}
