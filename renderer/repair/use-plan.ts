import { useStore } from 'zustand';
import type { RepairPlan } from '../../main/contract/repair-calls.ts';
import { useActions } from '../store/app-context.tsx';
import { keyOfPlan, NO_PLAN, type PlanState } from './plan-states.ts';
import { plansOf, type PlanStore } from './plan-store.ts';

/** A plan as it stands now, and what can be done with it. */
export function usePlan(plan: RepairPlan): {
  readonly state: PlanState;
  readonly plans: PlanStore;
} {
  const plans = plansOf(useActions());
  const state = useStore(plans.store, (states) => states.plans[keyOfPlan(plan)] ?? NO_PLAN);
  return { state, plans };
}
