import type { StoreApi } from 'zustand/vanilla';
import type { ChosenTarget } from '../../main/contract/table.ts';
import type { AppState } from './app-store.ts';
import { keyOfTarget, type Diagnoses } from './diagnoses.ts';

type Get = StoreApi<AppState>['getState'];
type Subscribe = StoreApi<AppState>['subscribe'];

/** Servers that are asked at the same time: quick, and no flood of connections. */
const AT_ONCE = 3;

export interface CheckAllActions {
  /** Checks servers of this machine, a few at a time, and stays where the person is. */
  readonly checkAll: (ids: readonly string[]) => Promise<void>;
  /** Starts no further one and stops those under way; what was seen of them arrives. */
  readonly stopAll: () => Promise<void>;
}

/** What a window can do with all servers at once. */
export function checkAllActions(get: Get, subscribe: Subscribe): CheckAllActions {
  let waiting: ChosenTarget[] = [];
  const running = new Set<ChosenTarget>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      running.add(next);
      await get().actions.checkAside(next);
      await ended(keyOfTarget(next), get, subscribe);
      running.delete(next);
    }
  };
  return {
    checkAll: async (ids) => {
      if (running.size > 0) return;
      waiting = ids.map((id) => ({ kind: 'server', id }));
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    stopAll: async () => {
      waiting = [];
      await Promise.all([...running].map((one) => get().actions.stop(one)));
    },
  };
}

/** Resolves when a run is no longer under way. */
function ended(key: string, get: Get, subscribe: Subscribe): Promise<void> {
  if (!isUnderWay(get().diagnoses, key)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = subscribe(({ diagnoses }) => {
      if (isUnderWay(diagnoses, key)) return;
      stop();
      resolve();
    });
  });
}

function isUnderWay({ runs }: Diagnoses, key: string): boolean {
  const phase = runs[key]?.phase;
  return phase === 'starting' || phase === 'running';
}
