import type { JournalEntry } from '../../contract/repair.ts';
import type { RepairPorts } from '../repair-ports.ts';
import type { Begun } from '../repair/journal/journal-event.ts';
import type { createJournalFile } from '../repair/journal/journal-file.ts';
import type { Applied, Confirm, RepairCall } from '../repair/repairs.ts';
import type { BackupStore } from './create-backup-store.ts';
import { inTurns } from './in-turns.ts';
import type { Ports } from '../ports.ts';
import { runningNow, stillRunning } from '../repair/run/running-now.ts';
import { putBack } from './put-back.ts';
import { restoreTitle, type PutBack, type RestorePlan } from './restore-plan.ts';

export type RestoreJournal = ReturnType<typeof createJournalFile>;

export interface RestoreDesk {
  readonly repair: RepairPorts;
  readonly store: BackupStore;
  readonly journal: RestoreJournal;
  readonly now: () => number;
  readonly ports: Pick<Ports, 'machine' | 'place'>;
}

/**
 * Puts files back as they were previewed: confirmation, precondition hashes, a verified backup of
 * what is there now, the journal, then all files or none (safety G1, G5, G15, G18). The lock is held.
 */
export async function applyRestore(
  desk: RestoreDesk,
  plan: RestorePlan,
  confirm: Confirm,
  { signal, onProgress }: RepairCall,
): Promise<Applied> {
  const blocked = plan.preview.blocked[0];
  if (blocked !== undefined) return { kind: 'refused', ...blocked };
  if (!(await confirm(questionOf(plan)))) return NOT_WANTED;
  if (signal.aborted) return STOPPED;
  const refused =
    (await stillUsed(desk, plan)) ?? (await changedFile(desk, plan)) ?? (await newerJournal(desk));
  if (refused !== null) return refused;
  const there = plan.files.filter(({ now }) => now.exists);
  const kept = await desk.store.keep(
    there.map(({ now }) => now),
    'before-restore',
  );
  const begun = begunOf(desk, plan, there.length === 0 ? null : kept.id);
  await desk.journal.append(begun);
  onProgress({ text: 'Putting files back', done: 0, total: plan.files.length });
  return write(desk, plan, begun);
}

const NOT_WANTED: Applied = { kind: 'not-done', why: 'You chose to leave the files as they are.' };
const STOPPED: Applied = { kind: 'not-done', why: 'It was stopped before anything was written.' };

function questionOf({ files, set }: RestorePlan): Parameters<Confirm>[0] {
  const lines = files.map(({ file, change }) => `${file.path}: ${WHAT[change.what]}`);
  return {
    title: `${restoreTitle(files.length)}?`,
    lines: [...lines, `From the backup ${set.id}.`],
    yes: 'Put back',
    no: 'Leave as it is',
  };
}
const WHAT = { changed: 'gets its old bytes', created: 'is made again', removed: 'goes' } as const;

/** A client that was started meanwhile would write over it (safety G10). */
async function stillUsed({ ports }: RestoreDesk, { quits }: RestorePlan): Promise<Applied | null> {
  const [blocked] = stillRunning(quits, await runningNow(ports), ports.place);
  return blocked === undefined ? null : { kind: 'refused', ...blocked };
}

/** Nothing may have changed since the preview (safety G5). */
async function changedFile(
  { repair }: RestoreDesk,
  { files }: RestorePlan,
): Promise<Applied | null> {
  const looked = await inTurns(files, async ({ file, now }) => {
    const again = await repair.changes.inspect(file.path);
    const isSame =
      again.hash === now.hash && again.realPath === now.realPath && again.mode === now.mode;
    return isSame && again.obstacle === null ? [] : [file.path];
  });
  const [changed] = looked.flat();
  if (changed === undefined) return null;
  const whatToDo = 'Nothing was changed. Look at the preview again.';
  return { kind: 'refused', why: `${changed} was changed since the preview.`, whatToDo };
}

async function newerJournal({ journal }: RestoreDesk): Promise<Applied | null> {
  if (!(await journal.mend()).newer) return null;
  const why = 'A newer Unblank wrote the journal, so this one only reads it.';
  return { kind: 'refused', why, whatToDo: 'Restore with the newer Unblank.' };
}

function begunOf({ repair, now }: RestoreDesk, plan: RestorePlan, backup: string | null): Begun {
  return {
    ...{ kind: 'begun', id: repair.newId(), at: now(), work: 'restore', code: null },
    title: restoreTitle(plan.files.length),
    ...{ server: null, risk: 'low' },
    evidence: [`From the backup ${plan.set.id}.`],
    changes: plan.files.map(({ change }) => change),
    files: plan.files.map(toJournalFile),
    ...{
      backup,
      from: plan.set.id,
      undoes: null,
      undoable: true,
      quits: [...plan.quits],
      restarts: [...plan.restarts],
      look: null,
      edits: null,
    },
  };
}

function toJournalFile({ file, now }: PutBack): Begun['files'][number] {
  const { path, hash } = file;
  return { path, before: now.hash, after: hash, mode: now.mode, kept: true };
}

async function write(desk: RestoreDesk, plan: RestorePlan, begun: Begun): Promise<Applied> {
  const { journal, repair, now } = desk;
  const end = await putBack(repair.changes, plan.files);
  if (end.kind === 'done') {
    await journal.append({ kind: 'written', id: begun.id, at: now() });
    return { kind: 'done', entry: entryOf(begun) };
  }
  if (end.stuck.length === 0) {
    await journal.append({ kind: 'failed', id: begun.id, at: now(), why: end.why });
    return { kind: 'refused', why: end.why, whatToDo: ALL_BACK };
  }
  // The change stays open in the journal, which then offers to undo it.
  const why = `${end.why} Not all could be taken back: ${end.stuck.join(', ')}.`;
  return { kind: 'refused', why, whatToDo: 'Open the journal and undo this restore there.' };
}

const ALL_BACK = 'Every file is as it was before. Clear what stands in the way, then try again.';

function entryOf({ id, at, title, evidence, changes }: Begun): JournalEntry {
  return {
    ...{ id, at: new Date(at).toISOString(), state: 'applied', kind: 'restore', code: null, title },
    ...{ server: null, evidence, changes, checks: [], undoes: null, undoneBy: null },
    undoable: true,
    next: 'Quit the apps that use these files and start them again.',
  };
}
