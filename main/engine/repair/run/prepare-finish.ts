import { AppError } from '../../../contract/errors.ts';
import type { Preview, RepairStep } from '../../../contract/repair.ts';
import type { EditOperation } from '../../model/operation.ts';
import { visible } from '../../redact/visible.ts';
import type { FileNow } from '../../repair-ports.ts';
import type { Change } from '../journal/fold.ts';
import { bytesBefore, type JournalDesk } from '../journal/journal-desk.ts';
import type { FileRecord } from '../journal/journal-event.ts';
import { madeOf } from '../journal/still-holds.ts';
import type { Blocked } from '../plan/obstacle-words.ts';
import type { RepairCall } from '../repairs.ts';
import { prepareFiles, fileStep, inTheWay } from './prepare-files.ts';
import { prepareFix } from './prepare-fix.ts';
import { filesLeft, type FileStep, type Prepared } from './prepared.ts';
import type { RepairsOptions } from './repairs-options.ts';
import { quitSteps, runningNow, stillRunning } from './running-now.ts';

const NONE: ReadonlySet<string> = new Set();
type Bytes = ReadonlyMap<string, Uint8Array | null>;

/**
 * Works out how a change that was interrupted comes to its end, or how one that was wiped is made
 * again.
 * @throws AppError `unknown-entry`, `damaged-backup`, `own-folder`
 */
export async function prepareFinish(
  id: string,
  call: RepairCall,
  desk: JournalDesk,
  options: RepairsOptions,
): Promise<Prepared> {
  const change = await desk.change(id);
  if (change.end === 'open') return prepareRest(change, desk, options);
  const { state } = await desk.entry(id);
  if (state === 'wiped') return prepareAgain(change, call, options);
  const none = { why: 'It is not interrupted.', whatToDo: 'There is nothing to finish.' };
  return whole(change, [], [none], options);
}

/** The files that are still as before become what they were to be; nothing is planned anew. */
async function prepareRest(
  change: Change,
  desk: JournalDesk,
  options: RepairsOptions,
): Promise<Prepared> {
  const { begun } = change;
  if (desk.active.has(begun.id))
    return whole(
      change,
      [],
      [{ why: 'It is being made now.', whatToDo: 'Wait for its end.' }],
      options,
    );
  const { changes, digest } = options.repair;
  const now = await Promise.all(begun.files.map(({ path }) => changes.inspect(path)));
  const after = await bytesAfter(change, now, options);
  const blocked: Blocked[] = [];
  const files: FileStep[] = [];
  for (const [at, file] of begun.files.entries()) {
    const before = now[at]!;
    const isOver = before.hash === file.after;
    const bytes = isOver ? before.bytes : (after?.get(file.path) ?? null);
    const step = {
      before,
      after: bytes,
      notes: [],
      mode: file.modeAfter ?? undefined,
      kept: file.kept,
      digest,
    };
    files.push(await fileStep(step));
    blocked.push(...restBlocked(file, before, files.at(-1)!));
  }
  return whole(change, files, blocked, options);
}

function restBlocked(file: FileRecord, now: FileNow, step: FileStep): readonly Blocked[] {
  if (now.hash === file.after) return [];
  if (now.hash !== file.before)
    return [
      {
        why: `${visible(file.path)} was changed by another program since.`,
        whatToDo: 'Undo this change instead; its preview shows what would be lost.',
      },
    ];
  if (step.hashAfter !== file.after)
    return [
      {
        why: 'This Unblank would write something else than what was begun.',
        whatToDo: 'Undo this change, then make the fix again.',
      },
    ];
  return inTheWay(now, NONE);
}

/** From the edits over the backup, or from the backup that an undo or a restore brings back. */
async function bytesAfter(
  { begun }: Change,
  now: readonly FileNow[],
  { backups }: RepairsOptions,
): Promise<Bytes | null> {
  const before = await bytesBefore(begun, backups.open);
  if (begun.edits !== null) {
    const gone = begun.files.flatMap(({ path, kept }, at): [string, Uint8Array][] =>
      kept ? [] : [[path, now[at]!.bytes ?? new Uint8Array()]],
    );
    return madeOf(begun, new Map([...before, ...gone]));
  }
  const { from } = begun;
  const read = begun.files.map(async ({ path, after }): Promise<[string, Uint8Array | null]> => {
    return [path, after === null || from === null ? null : await backups.open(from, path)];
  });
  return new Map(await Promise.all(read));
}

/** The same fix looked for anew; where the finding is not seen now, the same edits to the file as it is. */
async function prepareAgain(
  change: Change,
  call: RepairCall,
  options: RepairsOptions,
): Promise<Prepared> {
  const { look, edits } = change.begun;
  const place = { target: look?.place ?? null, offline: look?.offline ?? true };
  try {
    if (look !== null)
      return await prepareFix({ fix: look.offer, place, answers: {} }, call, options);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  const operations = (edits ?? []) as unknown as readonly EditOperation[];
  const { files, blocked } = await prepareFiles(operations, NONE, options.repair);
  const again = await whole(change, files, blocked, options);
  const changed = files.map(({ path, before, hashAfter, kept }) => ({
    ...{ path, kept, before: before.hash, after: hashAfter, mode: before.mode },
  }));
  const changes = files.map(({ shown }) => shown);
  return {
    ...again,
    entry: { ...again.entry, files: changed, changes },
    of: null,
    finishes: false,
  };
}

async function whole(
  change: Change,
  files: readonly FileStep[],
  blocked: readonly Blocked[],
  options: RepairsOptions,
): Promise<Prepared> {
  const { kind: _kind, id, at: _at, backup: _backup, ...entry } = change.begun;
  const running = await runningNow(options.ports);
  return {
    preview: previewOf(
      change,
      files,
      [...blocked, ...stillRunning(entry.quits, running, options.ports.place)],
      quitSteps(entry.quits, running, options.ports.place),
    ),
    files,
    quits: entry.quits,
    backupWhy: entry.work === 'undo' ? 'before-undo' : 'before-fix',
    entry,
    of: { id, end: change.end, undoneBy: change.undoneBy },
    finishes: true,
  };
}

function previewOf(
  { begun }: Change,
  files: readonly FileStep[],
  blocked: readonly Blocked[],
  quits: readonly RepairStep[],
): Preview {
  const changes = filesLeft(files).map(({ shown }): RepairStep => ({
    kind: 'change',
    change: shown,
  }));
  return {
    offer: {
      id: `finish-${begun.id.slice(0, 32)}`.toLowerCase(),
      code: begun.code ?? '',
      title: begun.title,
      automation: 'apply',
      undoable: begun.undoable,
    },
    ticket: '',
    why: 'This change was interrupted.',
    risk: begun.risk,
    asks: [],
    steps: [...quits, ...changes],
    leavesAlone: [],
    checks: ['Each file is read again and compared byte for byte.'],
    restarts: begun.restarts,
    blocked: [...blocked],
  };
}
