import type { AppErrorData } from '../../main/contract/errors.ts';
import type { Report, ReportExchange, SequenceMessage } from '../../main/contract/report.ts';
import type { CallInput, EventPayload } from '../../main/contract/table.ts';
import type { Progress } from './diagnoses.ts';

/** What a person chose before a sign-in was traced. */
export type TraceSettings = Omit<CallInput<'trace.start'>, 'target'>;
export type Called = EventPayload<'trace.sequence'>['called'];

/** One traced sign-in of one target. What was drawn stays, however it ended. */
export interface TraceRun {
  readonly phase: 'starting' | 'running' | 'finished' | 'failed';
  readonly settings: TraceSettings;
  /** Null until the host has named it. */
  readonly runId: string | null;
  readonly stopping: boolean;
  readonly progress: Progress | null;
  readonly messages: readonly SequenceMessage[];
  readonly exchanges: readonly ReportExchange[];
  readonly called: Called;
  readonly report: Report | null;
  readonly error: AppErrorData | null;
}

/** What the host says of a traced sign-in, by its id. */
export type TraceEvent =
  | ({ readonly kind: 'progress' } & EventPayload<'trace.progress'>)
  | ({ readonly kind: 'sequence' } & EventPayload<'trace.sequence'>)
  | ({ readonly kind: 'finished' } & EventPayload<'trace.finished'>)
  | ({ readonly kind: 'failed' } & EventPayload<'trace.failed'>);

/** What the window does with a traced sign-in, by the key of its target. */
export type TraceStep =
  | { readonly kind: 'asked'; readonly key: string; readonly settings: TraceSettings }
  | { readonly kind: 'refused'; readonly key: string; readonly error: AppErrorData }
  | { readonly kind: 'started'; readonly key: string; readonly runId: string }
  | { readonly kind: 'stopping'; readonly key: string }
  | { readonly kind: 'dismissed'; readonly key: string };

export interface Traces {
  readonly runs: Readonly<Record<string, TraceRun>>;
  /** Events whose run has not been named yet (diagnoses.ts has the same). */
  readonly early: readonly TraceEvent[];
}

export const NO_TRACES: Traces = { runs: {}, early: [] };

const EARLY_LIMIT = 16;

/** Is it under way? */
export function isTracing(run: TraceRun | undefined): boolean {
  return run?.phase === 'starting' || run?.phase === 'running';
}

/** The key of the target whose sign-in has this id, or null. */
export function keyOfTrace(state: Traces, runId: string): string | null {
  return Object.keys(state.runs).find((key) => state.runs[key]?.runId === runId) ?? null;
}

/** The next state after a step of the window. Pure. */
export function applyTraceStep(state: Traces, step: TraceStep): Traces {
  if (step.kind === 'asked') return withRun(state, step.key, fresh(step.settings));
  const run = state.runs[step.key];
  if (run === undefined) return state;
  if (step.kind === 'refused')
    return withRun(state, step.key, { ...run, phase: 'failed', error: step.error });
  if (step.kind === 'stopping')
    return run.phase === 'running' ? withRun(state, step.key, { ...run, stopping: true }) : state;
  if (step.kind === 'dismissed') {
    const runs = Object.entries(state.runs).filter(([key]) => key !== step.key);
    return isTracing(run) ? state : { ...state, runs: Object.fromEntries(runs) };
  }
  return start(state, step.key, run, step.runId);
}

/** The next state after an event of the host. Pure. */
export function applyTraceEvent(state: Traces, event: TraceEvent): Traces {
  const key = keyOfTrace(state, event.runId);
  const run = key === null ? undefined : state.runs[key];
  if (key === null || run === undefined)
    return { ...state, early: [...state.early, event].slice(-EARLY_LIMIT) };
  // An end is an end: what was sent before it and comes after it changes nothing.
  return isTracing(run) ? withRun(state, key, nextRun(run, event)) : state;
}

function fresh(settings: TraceSettings): TraceRun {
  return {
    phase: 'starting',
    settings,
    runId: null,
    stopping: false,
    progress: null,
    messages: [],
    exchanges: [],
    called: null,
    report: null,
    error: null,
  };
}

function start(state: Traces, key: string, run: TraceRun, runId: string): Traces {
  const mine = state.early.filter((event) => event.runId === runId);
  const early = state.early.filter((event) => event.runId !== runId);
  const named = withRun({ ...state, early }, key, { ...run, phase: 'running', runId });
  return mine.reduce(applyTraceEvent, named);
}

function nextRun(run: TraceRun, event: TraceEvent): TraceRun {
  if (event.kind === 'progress') {
    const { text, done, total } = event;
    return { ...run, progress: { text, done, total } };
  }
  if (event.kind === 'failed') return { ...run, phase: 'failed', error: event.error };
  if (event.kind === 'finished') return finished(run, event.report);
  const exchanges = event.exchanges.length === 0 ? run.exchanges : merged(run, event.exchanges);
  return { ...run, messages: kept(run, event.messages), exchanges, called: event.called };
}

/** The report is what counts in the end; where it has no diagram, the last one stays. */
function finished(run: TraceRun, report: Report): TraceRun {
  const target = report.targets[0];
  const signIn = target?.signIn ?? null;
  return {
    ...run,
    phase: 'finished',
    report,
    messages: signIn === null ? run.messages : kept(run, signIn.messages),
    exchanges: target === undefined ? run.exchanges : merged(run, target.trace),
    called: signIn === null ? run.called : calledBy(signIn),
  };
}

function calledBy({ outcome, headline, next }: NonNullable<Called>): Called {
  return { outcome, headline, next };
}

function merged(run: TraceRun, news: readonly ReportExchange[]): readonly ReportExchange[] {
  const all = new Map([...run.exchanges, ...news].map((one) => [one.id, one]));
  return [...all.values()];
}

/** The same object for a message that did not change, so that only what is new is drawn. */
function kept(run: TraceRun, news: readonly SequenceMessage[]): readonly SequenceMessage[] {
  const known = new Map(run.messages.map((one) => [one.id, one]));
  return news.map((one) => {
    const old = known.get(one.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });
}

function withRun(state: Traces, key: string, run: TraceRun): Traces {
  return { ...state, runs: { ...state.runs, [key]: run } };
}
