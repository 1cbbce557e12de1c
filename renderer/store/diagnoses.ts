import type { AppErrorData } from '../../main/contract/errors.ts';
import type { Report } from '../../main/contract/report.ts';
import type { ChosenTarget } from '../../main/contract/table.ts';

export interface Progress {
  readonly text: string;
  readonly done: number;
  readonly total: number;
}

/** One diagnosis of one target; `previous` is the last report, shown until the new one is there. */
export type Run =
  | { readonly phase: 'starting'; readonly previous: Report | null }
  | {
      readonly phase: 'running';
      readonly runId: string;
      readonly progress: Progress | null;
      readonly stopping: boolean;
      readonly previous: Report | null;
    }
  | { readonly phase: 'finished'; readonly report: Report }
  | { readonly phase: 'failed'; readonly error: AppErrorData; readonly previous: Report | null };

/** What the host says of a run, by its id. */
export type RunEvent =
  | ({ readonly kind: 'progress'; readonly runId: string } & Progress)
  | { readonly kind: 'finished'; readonly runId: string; readonly report: Report }
  | { readonly kind: 'failed'; readonly runId: string; readonly error: AppErrorData };

/** What the window does with a run, by the key of its target. */
export type RunStep =
  | { readonly kind: 'asked'; readonly key: string }
  | { readonly kind: 'refused'; readonly key: string; readonly error: AppErrorData }
  | { readonly kind: 'started'; readonly key: string; readonly runId: string }
  | { readonly kind: 'stopping'; readonly key: string; readonly stopping: boolean }
  /** A traced sign-in of this target has made a newer report. */
  | { readonly kind: 'traced'; readonly key: string; readonly report: Report };

export interface Diagnoses {
  readonly runs: Readonly<Record<string, Run>>;
  /** Events whose run has not been named yet: the answer of a start can come after its first events. */
  readonly early: readonly RunEvent[];
}

export const NO_DIAGNOSES: Diagnoses = { runs: {}, early: [] };

/** Events of runs that this window did not start (left from before a reload) are not kept for ever. */
const EARLY_LIMIT = 16;

/** The key under which the runs of a target are kept. */
export function keyOfTarget(target: ChosenTarget): string {
  if (target.kind === 'server') return `server:${target.id}`;
  return target.kind === 'address' ? `address:${target.address}` : 'demo';
}

/** The last report of a run, whatever it is doing now. */
export function reportOf(run: Run | undefined): Report | null {
  if (run === undefined) return null;
  return run.phase === 'finished' ? run.report : run.previous;
}

/**
 * The next state after a step of the window. Pure.
 * @param state what is known of all runs
 * @param step what the window did
 */
export function applyStep(state: Diagnoses, step: RunStep): Diagnoses {
  const run = state.runs[step.key];
  const previous = reportOf(run);
  if (step.kind === 'asked') return withRun(state, step.key, { phase: 'starting', previous });
  if (step.kind === 'traced') return traced(state, step.key, step.report);
  if (step.kind === 'refused')
    return withRun(state, step.key, { phase: 'failed', error: step.error, previous });
  if (step.kind === 'started') return start(state, step.key, step.runId, previous);
  if (run?.phase !== 'running') return state;
  return withRun(state, step.key, { ...run, stopping: step.stopping });
}

/**
 * The next state after an event of the host. An event of an unknown run is kept until the run is
 * named; one of a run that a newer run replaced is never named again and falls out of that list. Pure.
 */
export function applyEvent(state: Diagnoses, event: RunEvent): Diagnoses {
  const key = Object.keys(state.runs).find((one) => isRun(state.runs[one], event.runId));
  if (key === undefined) return { ...state, early: [...state.early, event].slice(-EARLY_LIMIT) };
  return withRun(state, key, nextRun(state.runs[key], event));
}

/** A check under way goes on, and shows that report until it has its own. */
function traced(state: Diagnoses, key: string, report: Report): Diagnoses {
  const run = state.runs[key];
  const isBusy = run?.phase === 'starting' || run?.phase === 'running';
  return withRun(state, key, isBusy ? { ...run, previous: report } : { phase: 'finished', report });
}

function start(state: Diagnoses, key: string, runId: string, previous: Report | null): Diagnoses {
  const run: Run = { phase: 'running', runId, progress: null, stopping: false, previous };
  const mine = state.early.filter((event) => event.runId === runId);
  const early = state.early.filter((event) => event.runId !== runId);
  return mine.reduce(applyEvent, { ...withRun(state, key, run), early });
}

function nextRun(run: Run | undefined, event: RunEvent): Run {
  if (event.kind === 'finished') return { phase: 'finished', report: event.report };
  if (event.kind === 'failed')
    return { phase: 'failed', error: event.error, previous: reportOf(run) };
  const { text, done, total, runId } = event;
  const stopping = run?.phase === 'running' && run.stopping;
  const progress = { text, done, total };
  return { phase: 'running', runId, progress, stopping, previous: reportOf(run) };
}

function isRun(run: Run | undefined, runId: string): boolean {
  return run?.phase === 'running' && run.runId === runId;
}

function withRun(state: Diagnoses, key: string, run: Run): Diagnoses {
  return { ...state, runs: { ...state.runs, [key]: run } };
}
