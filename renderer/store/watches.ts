import type { AppErrorData } from '../../main/contract/errors.ts';
import type { CallInput, EventPayload } from '../../main/contract/table.ts';
import type { WatchEnd, WatchNews } from '../../main/contract/watch.ts';

/** One server of this machine, or null for all of them. */
export type WatchedTarget = CallInput<'watch.start'>['target'];

/** One time of watching the logs. What was told stays, however it ended. */
export interface WatchState {
  readonly phase: 'starting' | 'running' | 'ended' | 'failed';
  /** Null until the host has named it. */
  readonly runId: string | null;
  readonly stopping: boolean;
  readonly news: readonly WatchNews[];
  readonly end: WatchEnd | null;
  readonly error: AppErrorData | null;
}

/** What the host says of it, by its id. */
export type WatchEvent =
  | ({ readonly kind: 'news' } & EventPayload<'watch.news'>)
  | ({ readonly kind: 'ended' } & EventPayload<'watch.ended'>)
  | ({ readonly kind: 'failed' } & EventPayload<'watch.failed'>);

/** What the window does with it, by the key of its target. */
export type WatchStep =
  | { readonly kind: 'asked'; readonly key: string }
  | { readonly kind: 'refused'; readonly key: string; readonly error: AppErrorData }
  | { readonly kind: 'started'; readonly key: string; readonly runId: string }
  | { readonly kind: 'stopping'; readonly key: string };

export interface Watches {
  readonly runs: Readonly<Record<string, WatchState>>;
  /** Events whose run has not been named yet (diagnoses.ts has the same). */
  readonly early: readonly WatchEvent[];
}

export const NO_WATCHES: Watches = { runs: {}, early: [] };

const EARLY_LIMIT = 16;
/** Nobody reads more; the newest are kept. */
const NEWS_LIMIT = 500;

/** The key of a target in the state. */
export function keyOfWatch(target: WatchedTarget): string {
  return target === null ? 'all' : `server:${target.id}`;
}

/** Is it under way? */
export function isWatching(run: WatchState | undefined): boolean {
  return run?.phase === 'starting' || run?.phase === 'running';
}

/** The next state after a step of the window. Pure. */
export function applyWatchStep(state: Watches, step: WatchStep): Watches {
  if (step.kind === 'asked') return withRun(state, step.key, FRESH);
  const run = state.runs[step.key];
  if (run === undefined) return state;
  if (step.kind === 'refused')
    return withRun(state, step.key, { ...run, phase: 'failed', error: step.error });
  if (step.kind === 'stopping')
    return run.phase === 'running' ? withRun(state, step.key, { ...run, stopping: true }) : state;
  const mine = state.early.filter(({ runId }) => runId === step.runId);
  const early = state.early.filter(({ runId }) => runId !== step.runId);
  const named: WatchState = { ...run, phase: 'running', runId: step.runId };
  return mine.reduce(applyWatchEvent, withRun({ ...state, early }, step.key, named));
}

/** The next state after an event of the host. Pure. */
export function applyWatchEvent(state: Watches, event: WatchEvent): Watches {
  const key = Object.keys(state.runs).find((one) => state.runs[one]?.runId === event.runId);
  const run = key === undefined ? undefined : state.runs[key];
  if (key === undefined || run === undefined)
    return { ...state, early: [...state.early, event].slice(-EARLY_LIMIT) };
  // An end is an end: what was sent before it and comes after it changes nothing.
  return isWatching(run) ? withRun(state, key, nextRun(run, event)) : state;
}

const FRESH: WatchState = {
  phase: 'starting',
  runId: null,
  stopping: false,
  news: [],
  end: null,
  error: null,
};

function nextRun(run: WatchState, event: WatchEvent): WatchState {
  if (event.kind === 'news') return { ...run, news: [...run.news, event.news].slice(-NEWS_LIMIT) };
  if (event.kind === 'failed') return { ...run, phase: 'failed', error: event.error };
  return { ...run, phase: 'ended', end: event.end };
}

function withRun(state: Watches, key: string, run: WatchState): Watches {
  return { ...state, runs: { ...state.runs, [key]: run } };
}
