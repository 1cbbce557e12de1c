import type { Change } from '../repair/journal/fold.ts';
import { backupTime } from './backup-id.ts';
import type { BackupStore, ListedSet } from './create-backup-store.ts';

/** A set is dropped only when it is both: not among the newest, and old (safety G13). */
const NEWEST = 20;
const DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Which sets may go. Never the newest whole one, never one that the journal still needs to take a
 * change back, never one of a newer Unblank.
 * @param sets newest first
 * @param lastGood the newest set whose copies are all whole, or null
 */
export function setsToDrop(
  sets: readonly ListedSet[],
  lastGood: string | null,
  changes: readonly Change[],
  now: number,
): readonly string[] {
  const needed = new Set(
    changes.filter(canBeTakenBack).flatMap(({ begun }) => [begun.backup, begun.from]),
  );
  return sets
    .slice(NEWEST)
    .filter(({ read }) => read.kind !== 'newer')
    .filter(
      ({ id }) =>
        id !== lastGood && !needed.has(id) && now - Date.parse(backupTime(id)) > DAYS * DAY_MS,
    )
    .map(({ id }) => id);
}

/** Hashes that the journal needs, whatever set they are in. */
export function hashesNeeded(changes: readonly Change[]): ReadonlySet<string> {
  const files = changes.filter(canBeTakenBack).flatMap(({ begun }) => begun.files);
  return new Set(
    files.flatMap(({ before, after }) => [before, after].filter((one) => one !== null)),
  );
}

/** The newest set that could be restored as a whole. */
export async function lastGoodSet(
  store: BackupStore,
  sets: readonly ListedSet[],
): Promise<string | null> {
  for (const { id, read } of sets) {
    if (read.kind !== 'set' || read.set.files.length === 0) continue;
    const states = await Promise.all(read.set.files.map(({ hash }) => store.check(hash)));
    if (states.every((one) => one === 'good')) return id;
  }
  return null;
}

function canBeTakenBack({ end, undoneBy, begun }: Change): boolean {
  return begun.undoable && end !== 'failed' && undoneBy === null;
}
