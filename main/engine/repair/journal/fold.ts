import type { RepairCheck } from '../../../contract/repair.ts';
import type { Begun, JournalEvent } from './journal-event.ts';

/** A change as its lines tell it. */
export interface Change {
  readonly begun: Begun;
  /** `open`: neither came to its end nor was taken back; a crash, or it is being made now. */
  readonly end: 'open' | 'written' | 'failed';
  /** Why it failed, or null. */
  readonly why: string | null;
  /** Those of the last look. */
  readonly checks: readonly RepairCheck[];
  /** When it was last looked at. */
  readonly checkedAt: number | null;
  /** The change that took this one back and stands, or null. */
  readonly undoneBy: string | null;
}

/** Makes changes of the lines, oldest first. A line about a change that is not there is passed over. */
export function foldJournal(events: readonly JournalEvent[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const event of events) {
    const before = changes.get(event.id);
    if (event.kind === 'begun') changes.set(event.id, before ?? begunChange(event));
    else if (before !== undefined) changes.set(event.id, { ...before, ...told(event) });
  }
  const all = [...changes.values()];
  return all.map((one) => ({ ...one, undoneBy: undoneBy(one, all) }));
}

function begunChange(begun: Begun): Change {
  return { begun, end: 'open', why: null, checks: [], checkedAt: null, undoneBy: null };
}

function told(event: Exclude<JournalEvent, Begun>): Partial<Change> {
  if (event.kind === 'checked') return { checks: event.checks, checkedAt: event.at };
  return { end: event.kind, why: event.kind === 'failed' ? event.why : null };
}

/** An undo that was itself taken back undoes nothing. */
function undoneBy({ begun }: Change, all: readonly Change[]): string | null {
  const undo = all.findLast((one) => one.begun.undoes === begun.id && one.end === 'written');
  if (undo === undefined) return null;
  return undoneBy(undo, all) === null ? undo.begun.id : null;
}
