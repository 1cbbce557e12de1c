import type { JournalEntry } from '../../../contract/repair.ts';
import { createJournalDesk, type JournalDesk } from '../journal/journal-desk.ts';
import { journalMarkdown } from '../journal/markdown.ts';
import type { RepairCall, Repairs } from '../repairs.ts';
import { applyPrepared } from './apply-prepared.ts';
import { prepareFinish } from './prepare-finish.ts';
import { prepareFix } from './prepare-fix.ts';
import { prepareUndo } from './prepare-undo.ts';
import { recheckEntries } from './recheck.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import type { RepairsOptions } from './repairs-options.ts';
import { createTickets } from './tickets.ts';

/**
 * The one runner of repairs, for all hosts. What it knows of a preview lies in memory and is good once
 * (safety B8); what it did lies in the journal.
 */
export function createRepairs(options: RepairsOptions): Repairs {
  const tickets = createTickets(options.repair.newId);
  const desk = createJournalDesk(options.repair, (id, path) => options.backups.open(id, path));
  return {
    async preview(fix, place, answers, call) {
      return tickets.issue(await prepareFix({ fix, place, answers }, call, options)).preview;
    },
    async apply(ticket, confirm, call) {
      const prepared = tickets.take(ticket);
      return applyPrepared({ prepared, confirm, call, options, desk });
    },
    async previewUndo(entry) {
      return tickets.issue(await prepareUndo(entry, desk, options)).preview;
    },
    async previewFinish(entry) {
      return tickets.issue(await prepareFinish(entry, UNSTOPPED(), desk, options)).preview;
    },
    journal: () => journalNow(desk, options),
    recheck: (call) => recheckEntries(call, desk, options),
    async markdown(ids) {
      const entries = await desk.entries();
      const chosen = entries.filter(({ id }) => ids?.includes(id) ?? true);
      return journalMarkdown(chosen, options.ports.place.home);
    },
  };
}

/** Its runs have an end of their own. */
const UNSTOPPED = (): RepairCall => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

/** Temporary files of a killed run are swept where nobody else is at work. */
async function journalNow(
  desk: JournalDesk,
  { repair }: RepairsOptions,
): Promise<readonly JournalEntry[]> {
  await Promise.all(OWN_FOLDERS.map((one) => repair.folder.list(one).catch(() => [])));
  const entries = await desk.entries();
  const open = entries.filter(({ id, state }) => state === 'unfinished' && !desk.active.has(id));
  if (open.length === 0) return entries;
  const release = await repair.lock.hold(0);
  if (release === null) return entries.map((one) => (open.includes(one) ? elsewhere(one) : one));
  try {
    const files = await Promise.all(open.map(({ id }) => desk.change(id)));
    const paths = files.flatMap(({ begun }) => begun.files.map(({ path }) => path));
    await repair.changes.sweep([...new Set(paths)]);
  } catch {
    // What could not be swept now is swept by the next change of the same file.
  } finally {
    await release().catch(() => undefined);
  }
  return entries;
}

/** The lock is held: that change is being made by another window or the command line. */
function elsewhere(entry: JournalEntry): JournalEntry {
  const next = 'Another Unblank is at work; look again when it is done.';
  return { ...entry, undoable: false, next };
}
