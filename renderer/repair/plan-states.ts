import type { AppErrorData } from '../../main/contract/errors.ts';
import type { AppliedRepair, RepairPlan } from '../../main/contract/repair-calls.ts';
import type { Preview } from '../../main/contract/repair.ts';
import type { Progress } from '../store/diagnoses.ts';

/** What is done with a plan now; `runId` is null until the host has named the run. */
export interface Busy {
  readonly what: 'preview' | 'apply';
  readonly runId: string | null;
  readonly progress: Progress | null;
  readonly stopping: boolean;
}

/** One plan: its preview, what became of it, what went wrong. */
export interface PlanState {
  readonly busy: Busy | null;
  readonly preview: Preview | null;
  readonly applied: AppliedRepair | null;
  readonly error: AppErrorData | null;
  /** The error came while it was applied: something may have been written. */
  readonly wasApplying: boolean;
}

export const NO_PLAN: PlanState = {
  busy: null,
  preview: null,
  applied: null,
  error: null,
  wasApplying: false,
};

/** What the host says of a run. */
export type PlanEvent = { readonly runId: string } & (
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'previewed'; readonly preview: Preview }
  | { readonly kind: 'applied'; readonly applied: AppliedRepair }
  | { readonly kind: 'failed'; readonly error: AppErrorData }
);

export interface PlanStates {
  readonly plans: Readonly<Record<string, PlanState>>;
  /** Events whose run has not been named yet. */
  readonly early: readonly PlanEvent[];
}
export const NO_PLANS: PlanStates = { plans: {}, early: [] };

const EARLY_LIMIT = 16;

/** The key under which a plan is kept; other answers are the same plan. */
export function keyOfPlan(plan: RepairPlan): string {
  return JSON.stringify(plan.kind === 'fix' ? { ...plan, answers: {} } : plan);
}

/** The next states where a plan changes. Pure. */
export function withPlan(states: PlanStates, key: string, change: Partial<PlanState>): PlanStates {
  const plan = { ...(states.plans[key] ?? NO_PLAN), ...change };
  return { ...states, plans: { ...states.plans, [key]: plan } };
}

/** The host has named the run of a plan; what it said before counts now. Pure. */
export function named(states: PlanStates, key: string, runId: string): PlanStates {
  const busy = states.plans[key]?.busy;
  if (busy === undefined || busy === null) return states;
  const mine = states.early.filter((event) => event.runId === runId);
  const early = states.early.filter((event) => event.runId !== runId);
  return mine.reduce(heard, withPlan({ ...states, early }, key, { busy: { ...busy, runId } }));
}

/** The next states after an event; one of a run that nobody waits for any more is kept a while. Pure. */
export function heard(states: PlanStates, event: PlanEvent): PlanStates {
  const found = Object.entries(states.plans).find(([, { busy }]) => busy?.runId === event.runId);
  if (found === undefined)
    return { ...states, early: [...states.early, event].slice(-EARLY_LIMIT) };
  const [key, { busy }] = found;
  return busy === null ? states : withPlan(states, key, afterEvent(busy, event));
}

function afterEvent(busy: Busy, event: PlanEvent): Partial<PlanState> {
  if (event.kind === 'progress') {
    const { text, done, total } = event;
    return { busy: { ...busy, progress: { text, done, total } } };
  }
  if (event.kind === 'previewed') return { busy: null, preview: event.preview, error: null };
  // A ticket is used up by its apply, whatever came of it (safety B8).
  if (event.kind === 'applied') return { busy: null, applied: event.applied, preview: null };
  return { busy: null, error: event.error, wasApplying: busy.what === 'apply', preview: null };
}
