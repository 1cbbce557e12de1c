import { AppError, describeError } from '../../../contract/errors.ts';
import type { RepairCheck } from '../../../contract/repair.ts';
import { redactText } from '../../redact/text.ts';
import { visible } from '../../redact/visible.ts';
import { errorWords } from '../../run/error-words.ts';
import { withDeadline } from '../../run/with-deadline.ts';
import { untilAborted } from '../../local/until-aborted.ts';
import type { FileNow } from '../../repair-ports.ts';
import { entryOf } from '../journal/entry-of.ts';
import type { Change } from '../journal/fold.ts';
import { isSameState, type JournalDesk } from '../journal/journal-desk.ts';
import type { Applied, Confirm, RepairCall } from '../repairs.ts';
import { checkAgain } from './check-again.ts';
import { confirmQuestion } from './confirm-question.ts';
import { filesLeft, type FileStep, type Prepared } from './prepared.ts';
import type { RepairsOptions } from './repairs-options.ts';
import { runningNow, stillRunning } from './running-now.ts';
import { unparsed } from './unparsed.ts';
import { areWritten, writeFiles } from './write-files.ts';

/** So long another Unblank may take to end its change. */
const LOCK_MS = 5000;

/** So long one step may take before anything is written. */
const STEP_MS = 30_000;
/** A question waits for its user: a day. */
const NO_END = 86_400_000;

/** What an apply is made of; `id` and `backup` are known as it goes on. */
interface Job {
  readonly prepared: Prepared;
  readonly confirm: Confirm;
  readonly call: RepairCall;
  readonly options: RepairsOptions;
  readonly desk: JournalDesk;
  readonly id: string;
  backup: string | null;
}

type Step = (job: Job) => Promise<Applied | null>;

/**
 * The order of every change. What ends it early is returned; until `begin` nothing of it is on the
 * disk and each step can be stopped, from then on it goes to its end (safety G1, G5, G10, G12, G18).
 */
const BEFORE: readonly Step[] = [refuseBlocked, ready, ask, refuseRunning, refuseChanged, backUp];
const AFTER: readonly Step[] = [begin, write, check];

/**
 * Does what was previewed, or nothing.
 * @param desk the journal, and what becomes of an entry
 * @returns never rejects for what the disk or a port does; `refused` says what stood in the way
 */
export async function applyPrepared(
  job: Pick<Job, 'prepared' | 'confirm' | 'call' | 'options' | 'desk'>,
): Promise<Applied> {
  const { prepared, options, desk, call } = job;
  const id = prepared.finishes && prepared.of !== null ? prepared.of.id : options.repair.newId();
  const whole: Job = { ...job, id, backup: null };
  const release = await locked(job).catch(refusedBy);
  if (release === null) return call.signal.aborted ? STOPPED : BUSY;
  if (typeof release !== 'function') return release;
  desk.active.add(id);
  try {
    const early = await beforeAnything(whole);
    return early ?? (await steps(AFTER, whole)) ?? NOT_DONE;
  } finally {
    desk.active.delete(id);
    // A lock that cannot be given back is seen as stale by the next who wants it (G17).
    await release().catch(() => undefined);
  }
}

async function locked({ options, call }: Pick<Job, 'options' | 'call'>) {
  // SECURITY: G17
  const held = options.repair.lock.hold(LOCK_MS);
  const release = await untilAborted(() => held, call.signal);
  // Stopped while waiting: what is held later is given back at once.
  if (release === null) void held.then((late) => late?.()).catch(() => undefined);
  return call.signal.aborted ? null : release;
}

async function beforeAnything(job: Job): Promise<Applied | null> {
  try {
    for (const step of BEFORE) {
      const end = await oneBefore(step, job);
      if (end !== null) return end;
    }
    return job.call.signal.aborted ? STOPPED : null;
  } catch (error) {
    return refusedBy(error);
  }
}

/** One step as long as nobody stops it, and no longer than a disk may take (safety L1). */
async function oneBefore(step: Step, job: Job): Promise<Applied | null> {
  const ms = step === ask ? NO_END : STEP_MS;
  const deadline = withDeadline(job.options.ports.clock, ms, job.call.signal);
  try {
    const end = await untilAborted(async () => ({ end: await step(job) }), deadline.signal);
    if (end !== null) return end.end;
    return deadline.ended() === 'deadline' ? TOO_SLOW : STOPPED;
  } finally {
    deadline.release();
  }
}

async function steps(table: readonly Step[], job: Job): Promise<Applied | null> {
  for (const step of table) {
    const end = await step(job);
    if (end !== null) return end;
  }
  return null;
}

async function refuseBlocked({ prepared }: Job): Promise<Applied | null> {
  const [first] = prepared.preview.blocked;
  return first === undefined ? null : { kind: 'refused', ...first };
}

/** The journal is whole and ours to write, and the change that is finished or undone stands as it did. */
async function ready({ prepared, desk, options }: Job): Promise<Applied | null> {
  const journal = await desk.file.mend();
  if (journal.newer) return NEWER;
  await options.repair.changes.sweep(prepared.files.map(({ path }) => path));
  if (prepared.of === null) return null;
  return (await isSameState(prepared.of, desk)) ? null : OTHER_STATE;
}

// SECURITY: G1
async function ask({ prepared, confirm }: Job): Promise<Applied | null> {
  return (await confirm(confirmQuestion(prepared))) ? null : NOT_DONE;
}

// SECURITY: G10
async function refuseRunning({ prepared, options: { ports } }: Job): Promise<Applied | null> {
  if (prepared.quits.length === 0) return null;
  const [first] = stillRunning(prepared.quits, await runningNow(ports), ports.place);
  return first === undefined ? null : { kind: 'refused', ...first };
}

// SECURITY: G5. The port compares once more right before it renames.
async function refuseChanged({ prepared, options }: Job): Promise<Applied | null> {
  const now = await Promise.all(
    prepared.files.map(({ path }) => options.repair.changes.inspect(path)),
  );
  const at = prepared.files.findIndex(({ before }, index) => !isAsBefore(before, now[index]!));
  const [file] = prepared.files.slice(at === -1 ? prepared.files.length : at);
  return file === undefined ? null : changedSince(file, now[at]!);
}

function isAsBefore(before: FileNow, now: FileNow): boolean {
  const isSame = before.hash === now.hash && before.realPath === now.realPath;
  return isSame && now.obstacle === null;
}

function changedSince(file: FileStep, now: FileNow): Applied {
  const name = visible(file.path);
  if (now.obstacle !== null)
    return refused(`${name} cannot be written any more: ${now.reason ?? now.obstacle}`, LOOK_AGAIN);
  const shown = `when you saw it: ${shownHash(file.before.hash)}, now: ${shownHash(now.hash)}`;
  return refused(`${name} was changed since you saw the preview (${shown}).`, LOOK_AGAIN);
}

function shownHash(hash: string | null): string {
  return hash === null ? 'no file' : `SHA-256 ${hash.slice(0, 12)}…`;
}

// SECURITY: G1, G12: nothing is written before its backup was read again.
async function backUp(job: Job): Promise<Applied | null> {
  const { prepared, options } = job;
  const there = filesLeft(prepared.files).filter(({ kept, before }) => kept && before.exists);
  // What is finished was backed up when it was begun, and prepare-finish.ts has read that.
  if (there.length === 0 || prepared.finishes) return null;
  const { id } = await options.backups.keep(
    there.map(({ before }) => before),
    prepared.backupWhy,
  );
  await Promise.all(
    there.map(async ({ path, before }) => {
      const bytes = await options.backups.open(id, path);
      if ((await options.repair.digest(bytes)) !== before.hash)
        throw new AppError('damaged-backup', { backup: id, reason: `${visible(path)} differs.` });
    }),
  );
  job.backup = id;
  return null;
}

// SECURITY: G18: what is begun is on the disk before the first byte of it.
async function begin({ prepared, id, backup, desk, options }: Job): Promise<Applied | null> {
  if (prepared.finishes) return null;
  try {
    const at = options.ports.clock.now();
    await desk.file.append({ ...prepared.entry, kind: 'begun', id, at, backup });
    return null;
  } catch (error) {
    return refusedBy(error);
  }
}

async function write(job: Job): Promise<Applied | null> {
  const { prepared, id, desk, options } = job;
  const at = options.ports.clock.now();
  const written = await writeFiles(filesLeft(prepared.files), options.repair.changes);
  if (written.kind === 'half') return half(job, written.why);
  if (written.kind === 'undone') {
    // A change that goes on stays open: its other files are new already.
    const isEnded = !prepared.finishes;
    const why = redactText(written.why);
    if (isEnded) await desk.file.append({ kind: 'failed', id, at, why }).catch(() => undefined);
    return refused(written.why, isEnded ? NOTHING_CHANGED : HALF);
  }
  const isThere = await areWritten(prepared.files, options.repair.changes).catch(() => null);
  try {
    await desk.file.append({ kind: 'written', id, at });
  } catch {
    return half(job, 'The change is made, and the journal could not be written.');
  }
  return isThere === false ? done(job) : null;
}

async function check(job: Job): Promise<Applied | null> {
  const { prepared, id, desk, options, call } = job;
  const { look } = prepared.entry;
  const since = options.ports.clock.now();
  // Undo brings the fault back: there is nothing that should be gone, and what did not parse does not.
  const isUndo = prepared.entry.work === 'undo';
  const broken: readonly RepairCheck[] = isUndo ? [] : unparsed(prepared.files);
  const isFix = prepared.entry.work === 'fix' && look !== null;
  const again = isFix ? await checkAgain(look, since, call, options) : [];
  const checks = [...broken, ...again].map((one) => ({ ...one }));
  const event = { kind: 'checked', id, at: options.ports.clock.now(), checks } as const;
  if (checks.length > 0) await desk.file.append(event).catch(() => undefined);
  return done(job, checks);
}

/** The entry as the journal has it; where that cannot be read now, as it was done. */
async function done(job: Job, checks: readonly RepairCheck[] = []): Promise<Applied> {
  job.desk.active.delete(job.id);
  const known = entryOf({ ...asDone(job, 'written'), checks }, { ...NOW, state: 'applied' });
  const entry = await job.desk.entry(job.id).catch(() => known);
  return {
    kind: 'done',
    entry: entry.checks.length > 0 ? entry : { ...known, ...entry, checks: known.checks },
  };
}

/** Something is on the disk and its end is not: finish and undo are offered. */
function half(job: Job, why: string): Applied {
  const entry = entryOf(asDone(job, 'open'), { ...NOW, state: 'unfinished' });
  return { kind: 'done', entry: { ...entry, next: redactText(`${why} ${entry.next}`) } };
}

const NOW = { active: false, covered: false } as const;

function asDone({ prepared, id, backup, options }: Job, end: Change['end']): Change {
  const at = options.ports.clock.now();
  const begun = { ...prepared.entry, kind: 'begun' as const, id, at, backup };
  return { begun, end, why: null, checks: [], checkedAt: null, undoneBy: null };
}

const NOT_DONE: Applied = { kind: 'not-done', why: 'You said no. Nothing was changed.' };
const STOPPED: Applied = {
  kind: 'not-done',
  why: 'It was stopped before anything was written. Nothing was changed.',
};
const LOOK_AGAIN = 'Nothing was changed. Look at the preview again, then apply it.';
const NOTHING_CHANGED = 'Every file is as it was before. Remove the reason, then look again.';
const HALF = 'Open the journal: it offers to finish this change or to undo it.';
const BUSY = refused(
  'Another Unblank is making a change.',
  'Let it end, then make this one: one change at a time.',
);
const TOO_SLOW = refused(
  'The disk did not answer in time.',
  'Nothing was changed. See whether the disk is there, then look at the preview again.',
);
const NEWER = refused(
  'A newer Unblank wrote the journal, and this one only reads it.',
  'Nothing was changed. Use the newer Unblank.',
);
const OTHER_STATE = refused('The journal went on since you saw the preview.', LOOK_AGAIN);

function refused(why: string, whatToDo: string): Applied {
  return { kind: 'refused', why: redactText(why), whatToDo };
}

/** Nothing was written yet: what broke is told, and all is as before. */
function refusedBy(error: unknown): Applied {
  if (!(error instanceof AppError))
    return refused(`It broke off: ${errorWords(error)}.`, LOOK_AGAIN);
  const { message, advice } = describeError(error);
  return refused(message, `Nothing was changed. ${advice}`);
}
