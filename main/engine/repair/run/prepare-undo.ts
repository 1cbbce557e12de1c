import type { Preview, RepairStep } from '../../../contract/repair.ts';
import { visible } from '../../redact/visible.ts';
import type { Change } from '../journal/fold.ts';
import { bytesBefore, type JournalDesk } from '../journal/journal-desk.ts';
import type { FileRecord } from '../journal/journal-event.ts';
import type { Blocked } from '../plan/obstacle-words.ts';
import { fileStep, inTheWay } from './prepare-files.ts';
import { filesLeft, type FileStep, type Prepared } from './prepared.ts';
import { quotedTitle } from './quoted-title.ts';
import type { RepairsOptions } from './repairs-options.ts';
import { quitSteps, runningNow, stillRunning } from './running-now.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Works out how a change is taken back: the exact bytes and permissions before it. What somebody else
 * wrote since is shown as what would be lost; it is backed up first.
 * @throws AppError `unknown-entry`, `damaged-backup`, `own-folder`
 */
export async function prepareUndo(
  id: string,
  desk: JournalDesk,
  options: RepairsOptions,
): Promise<Prepared> {
  const change = await desk.change(id);
  const { begun } = change;
  const over = endedWords(change, desk.active.has(id));
  const before = over === null ? await bytesBefore(begun, options.backups.open) : new Map();
  const steps = await Promise.all(
    begun.files
      .filter(({ path }) => before.has(path))
      .map((file) => backStep(file, before.get(file.path) ?? null, options)),
  );
  const files = filesLeft(steps).toSorted((one, two) => order(one) - order(two));
  const running = await runningNow(options.ports);
  const { place } = options.ports;
  const blocked = [
    ...(over === null ? [] : [over]),
    ...files.flatMap((file) => inTheWay(file.before, NONE)),
    ...stillRunning(begun.quits, running, place),
  ];
  const quits = quitSteps(begun.quits, running, place);
  return {
    preview: previewOf(change, files, quits, blocked),
    files,
    quits: begun.quits,
    backupWhy: 'before-undo',
    entry: entryOf(change, files),
    of: { id, end: change.end, undoneBy: change.undoneBy },
    finishes: false,
  };
}

function previewOf(
  { begun }: Change,
  files: readonly FileStep[],
  quits: readonly RepairStep[],
  blocked: Preview['blocked'],
): Preview {
  const changes = files.map(({ shown }): RepairStep => ({ kind: 'change', change: shown }));
  return {
    offer: {
      id: `undo-${begun.id.slice(0, 32)}`.toLowerCase(),
      code: begun.code ?? '',
      title: titleOf(begun),
      automation: 'apply',
      undoable: true,
    },
    ticket: '',
    why: files.length === 0 ? NOTHING : `This takes back ${quotedTitle(begun.title)}.`,
    risk: 'low',
    asks: [],
    steps: [...quits, ...changes],
    leavesAlone: begun.files.filter(({ kept }) => !kept).map(({ path }) => lost(path)),
    checks: ['Each file is read again and compared byte for byte.'],
    restarts: begun.restarts,
    blocked,
  };
}

function entryOf({ begun }: Change, files: readonly FileStep[]): Prepared['entry'] {
  const { id, code, server, quits, restarts, look, backup } = begun;
  return {
    ...{ work: 'undo', code, title: titleOf(begun), server, risk: 'low', evidence: [] },
    changes: files.map(({ shown }) => shown),
    files: files.map(({ path, before, hashAfter, mode }) => ({
      ...{ path, before: before.hash, after: hashAfter, mode: before.mode, kept: true },
      modeAfter: mode ?? null,
    })),
    ...{ from: backup, undoes: id, undoable: files.length > 0, quits, restarts, look, edits: null },
  };
}

function titleOf({ title }: Change['begun']): string {
  return `Undo ${quotedTitle(title)}`;
}

const NOTHING = 'Every file is as it was before already; only the journal is brought to its end.';

function endedWords({ end, undoneBy, begun }: Change, active: boolean): Blocked | null {
  if (active) return { why: 'It is being made now.', whatToDo: 'Wait for its end.' };
  if (end === 'failed')
    return {
      why: 'It failed, and every file is as before.',
      whatToDo: 'There is nothing to undo.',
    };
  if (undoneBy !== null)
    return { why: 'It was undone already.', whatToDo: 'To have it back, undo that undo.' };
  if (!begun.undoable)
    return { why: 'It cannot be undone.', whatToDo: 'What it removed is gone for good.' };
  return null;
}

async function backStep(
  { path, after, mode }: FileRecord,
  bytes: Uint8Array | null,
  { repair: { changes, digest } }: RepairsOptions,
): Promise<FileStep> {
  const before = await changes.inspect(path);
  const step = { before, after: bytes, mode: mode ?? undefined, kept: true, digest };
  const plain = await fileStep({ ...step, notes: [] });
  const isChanged = before.hash !== after && before.hash !== plain.hashAfter;
  return isChanged ? fileStep({ ...step, notes: [SINCE] }) : plain;
}

const SINCE =
  'This file was changed after Unblank wrote it. Those changes are lost with this; a backup of the file as it is now is made first.';

function lost(path: string): string {
  return `${visible(path)} was removed without a backup and does not come back.`;
}

/** What comes back is written before what was created is removed. */
function order({ after }: FileStep): number {
  return after === null ? 1 : 0;
}
