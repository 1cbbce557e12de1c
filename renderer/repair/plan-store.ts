import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RepairPlan } from '../../main/contract/repair-calls.ts';
import type { AppActions } from '../store/app-store.ts';
import { escapeDeep } from '../store/escape-invisible.ts';
import { toAppErrorData } from '../store/load.ts';
import {
  heard,
  keyOfPlan,
  named,
  NO_PLAN,
  NO_PLANS,
  withPlan,
  type Busy,
  type PlanEvent,
  type PlanStates,
} from './plan-states.ts';

/** The plans of a window. They go on while one looks elsewhere. */
export interface PlanStore {
  readonly store: StoreApi<PlanStates>;
  /** Looks again and plans; the old preview stays in sight, and cannot be applied meanwhile. */
  readonly preview: (plan: RepairPlan) => Promise<void>;
  /** Does what is previewed. */
  readonly apply: (plan: RepairPlan) => Promise<void>;
  readonly stop: (plan: RepairPlan) => Promise<void>;
  /** A plan that is opened anew begins anew; one that is gone back to stays as it was. */
  readonly open: (plan: RepairPlan, at: number) => void;
  /** Forgets what became of a plan, so that it can be planned afresh. */
  readonly forget: (plan: RepairPlan) => void;
}

type Ask = Pick<AppActions, 'ask' | 'hear'>;

const OF_WINDOWS = new WeakMap<Ask, PlanStore>();

/** The plans of the window that these actions belong to; the same for its whole life. */
export function plansOf(actions: Ask): PlanStore {
  const found = OF_WINDOWS.get(actions);
  if (found !== undefined) return found;
  const made = createPlanStore(actions);
  OF_WINDOWS.set(actions, made);
  return made;
}

function createPlanStore(actions: Ask): PlanStore {
  const store = createStore<PlanStates>()(() => NO_PLANS);
  const event = (one: PlanEvent) => store.setState((states) => heard(states, one));
  actions.hear('repair.progress', (one) => event({ kind: 'progress', ...one }));
  actions.hear('repair.previewed', (one) => event({ kind: 'previewed', ...one }));
  actions.hear('repair.applied', (one) => event({ kind: 'applied', ...one }));
  actions.hear('repair.failed', (one) => event({ kind: 'failed', ...one }));
  const isBusy = (plan: RepairPlan) =>
    (store.getState().plans[keyOfPlan(plan)]?.busy ?? null) !== null;
  const openedAt = new Map<string, number>();
  return {
    store,
    open: (plan, at) => {
      const key = keyOfPlan(plan);
      if (openedAt.get(key) === at || isBusy(plan)) return;
      openedAt.set(key, at);
      store.setState((states) => withPlan(states, key, NO_PLAN));
    },
    preview: async (plan) => {
      if (isBusy(plan)) return;
      const begun = { applied: null, error: null };
      await begin(store, plan, 'preview', begun, () => actions.ask('repair.preview', { plan }));
    },
    apply: async (plan) => {
      const ticket = store.getState().plans[keyOfPlan(plan)]?.preview?.ticket;
      if (ticket === undefined || isBusy(plan)) return;
      await begin(store, plan, 'apply', {}, () => actions.ask('repair.apply', { ticket }));
    },
    stop: (plan) => stop(store, actions, plan),
    forget: (plan) =>
      store.setState((states) => withPlan(states, keyOfPlan(plan), { applied: null, error: null })),
  };
}

async function begin(
  store: StoreApi<PlanStates>,
  plan: RepairPlan,
  what: Busy['what'],
  change: Parameters<typeof withPlan>[2],
  start: () => Promise<{ readonly runId: string }>,
): Promise<void> {
  const key = keyOfPlan(plan);
  const busy: Busy = { what, runId: null, progress: null, stopping: false };
  store.setState((states) => withPlan(states, key, { ...change, busy }));
  try {
    const { runId } = await start();
    store.setState((states) => named(states, key, runId));
  } catch (thrown) {
    const error = escapeDeep(toAppErrorData(thrown));
    // Refused before it began: nothing was written.
    const failed = { busy: null, error, wasApplying: false, preview: null };
    store.setState((states) => withPlan(states, key, failed));
  }
}

async function stop(store: StoreApi<PlanStates>, { ask }: Ask, plan: RepairPlan): Promise<void> {
  const key = keyOfPlan(plan);
  const busy = store.getState().plans[key]?.busy ?? null;
  if (busy === null || busy.runId === null || busy.stopping) return;
  store.setState((states) => withPlan(states, key, { busy: { ...busy, stopping: true } }));
  // Where it has ended in between, its end has arrived or is about to.
  await ask('repair.cancel', { runId: busy.runId }).catch(() => undefined);
}
