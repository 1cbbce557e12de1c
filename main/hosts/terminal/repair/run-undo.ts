import { AppError } from '../../../contract/errors.ts';
import type { JournalEntry } from '../../../contract/repair.ts';
import { carryOut } from './carry-out.ts';
import type { ChangeOptions, RepairHost } from './repair-host.ts';

/**
 * `unblank undo`: previews taking back one change, and does it.
 * @param wanted id of a journal entry or its beginning; undefined for the newest that can be undone
 * @returns the exit code
 * @throws AppError `bad-option` where nothing can be undone
 */
export async function runUndo(
  wanted: string | undefined,
  options: ChangeOptions,
  host: RepairHost,
): Promise<number> {
  const { repairs } = host;
  const { id } = chosenEntry(wanted, await repairs.journal());
  const preview = await repairs.previewUndo(id);
  const apply: typeof repairs.apply = (...args) => repairs.apply(...args);
  return carryOut({ schema: 'unblank.undo/1', preview, apply }, options, host);
}

/** @throws AppError `bad-option` */
function chosenEntry(wanted: string | undefined, entries: readonly JournalEntry[]): JournalEntry {
  if (wanted !== undefined) return entryOf(wanted, entries);
  const newest = entries.find(({ undoable }) => undoable);
  if (newest !== undefined) return newest;
  throw new AppError('bad-option', {
    reason: 'There is no change to undo. “unblank journal” lists what was done.',
  });
}

/**
 * The entry that was meant, by its id or enough of it.
 * @throws AppError `bad-option`
 */
export function entryOf(wanted: string, entries: readonly JournalEntry[]): JournalEntry {
  const found = entries.filter(({ id }) => id === wanted || id.startsWith(wanted));
  const exact = found.find(({ id }) => id === wanted);
  const [one, other] = found;
  if (exact !== undefined) return exact;
  if (one !== undefined && other === undefined && wanted.length >= 4) return one;
  const reason =
    found.length > 1
      ? `${wanted.slice(0, 40)} stands for several changes; give more of its id.`
      : `The journal has no change ${wanted.slice(0, 40)}. “unblank journal” lists them.`;
  throw new AppError('bad-option', { reason });
}
