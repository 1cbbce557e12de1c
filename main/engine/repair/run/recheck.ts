import type { JournalEntry } from '../../../contract/repair.ts';
import type { RepairCall } from '../repairs.ts';
import type { JournalDesk } from '../journal/journal-desk.ts';
import { checkHere } from './check-again.ts';
import { lookAt } from './find-offer.ts';
import type { RepairsOptions } from './repairs-options.ts';

/** So many of the newest changes are looked at again; older ones have been, often. */
const NEWEST = 20;
const LOCK_MS = 1000;
const STANDING: ReadonlySet<JournalEntry['state']> = new Set(['applied', 'changed-since', 'wiped']);

/**
 * Looks at the newest changes again, on this machine alone: whether the files still hold them, and
 * whether what was wrong is still gone (safety G11). A check that says something else than before is
 * added to the journal.
 */
export async function recheckEntries(
  call: RepairCall,
  desk: JournalDesk,
  options: RepairsOptions,
): Promise<readonly JournalEntry[]> {
  const entries = await desk.entries();
  const fixes = entries.filter(({ kind, state }) => kind === 'fix' && STANDING.has(state));
  const newest = fixes.slice(0, NEWEST);
  if (newest.length === 0 || call.signal.aborted) return entries;
  const diagnosis = await lookAt({ kind: 'everything' }, true, call, options).catch(() => null);
  if (diagnosis === null || !diagnosis.report.complete) return entries;
  const release = await options.repair.lock.hold(LOCK_MS).catch(() => null);
  if (release === null) return entries;
  try {
    if ((await desk.file.mend()).newer) return entries;
    for (const { id } of newest) {
      const { begun, checks, end } = await desk.change(id);
      const check = begun.look === null ? null : checkHere(begun.look, begun.at, diagnosis);
      if (end !== 'written' || check === null || check.result === checks[0]?.result) continue;
      const at = options.ports.clock.now();
      const rest = checks.slice(1).map((one) => ({ ...one }));
      await desk.file.append({ kind: 'checked', id, at, checks: [check, ...rest] });
    }
    return await desk.entries();
  } finally {
    await release().catch(() => undefined);
  }
}
