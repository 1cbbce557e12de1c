import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../main/contract/client.ts';
import type { CallOutput } from '../../main/contract/table.ts';
import type { AppState } from './app-store.ts';
import { escapeDeep } from './escape-invisible.ts';
import { toAppErrorData } from './load.ts';

type Set = StoreApi<AppState>['setState'];

export interface TokenActions {
  /** Reads what is kept; the old list stays until the new one is there. */
  readonly lookAtTokens: () => Promise<void>;
  /** Deletes or revokes kept sign-ins and looks again; rejects with an AppError. */
  readonly removeTokens: (
    how: 'delete' | 'revoke',
    ids: readonly string[],
  ) => Promise<CallOutput<'tokens.delete'>>;
}

/** What a window can do with what is kept in the keychain. */
export function tokenActions(client: Client, set: Set): TokenActions {
  const look = () => lookAtTokens(client, set);
  return {
    lookAtTokens: look,
    removeTokens: async (how, ids) => {
      try {
        return escapeDeep(await client.call(`tokens.${how}`, { ids: [...ids] }));
      } finally {
        await look();
      }
    },
  };
}

async function lookAtTokens(client: Client, set: Set): Promise<void> {
  set(({ tokens }) => (tokens.phase === 'ready' ? {} : { tokens: { phase: 'loading' } }));
  try {
    const value = escapeDeep(await client.call('tokens.list', {}));
    set({ tokens: { phase: 'ready', value } });
  } catch (error) {
    set({ tokens: { phase: 'failed', error: escapeDeep(toAppErrorData(error)) } });
  }
}
