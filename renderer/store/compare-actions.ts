import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../main/contract/client.ts';
import type { Comparison } from '../../main/contract/comparison.ts';
import type { AppState } from './app-store.ts';
import { escapeDeep } from './escape-invisible.ts';
import { toAppErrorData, type Load } from './load.ts';

type Set = StoreApi<AppState>['setState'];

/** Comparisons by the id of their server. */
export type Comparisons = Readonly<Record<string, Load<Comparison>>>;

export interface CompareActions {
  /** Compares the places of a server anew; the old comparison stays until the new one is there. */
  readonly compare: (id: string) => Promise<void>;
}

/** What a window can do with the places of a server. */
export function compareActions(client: Client, set: Set): CompareActions {
  const keep = (id: string, load: Load<Comparison>) =>
    set(({ comparisons }) => ({ comparisons: { ...comparisons, [id]: load } }));
  return {
    compare: async (id) => {
      set(({ comparisons }) =>
        comparisons[id]?.phase === 'ready'
          ? {}
          : { comparisons: { ...comparisons, [id]: { phase: 'loading' } } },
      );
      try {
        const value = escapeDeep(await client.call('compare.run', { target: id }));
        keep(id, { phase: 'ready', value });
      } catch (error) {
        keep(id, { phase: 'failed', error: escapeDeep(toAppErrorData(error)) });
      }
    },
  };
}
