import type { SecretStore, Stored } from '../sign-in-ports.ts';
import type { System } from '../../contract/words.ts';
import { entryFromText, entryToText } from './entry-text.ts';
import { createMemoryStore } from './memory-store.ts';
import type { StoredEntry } from './token-entry.ts';
import type { Refusal } from './token-vault.ts';
import { adviceFor } from './trouble-advice.ts';

/** Entries in the keychain, and in memory where it refuses them. */
export interface EntryShelf {
  put(id: string, entry: StoredEntry): Promise<{ where: SecretStore['kind']; refusal: Refusal }>;
  read(id: string): Promise<Stored<StoredEntry | null>>;
  drop(id: string): Promise<{ deleted: boolean; refusal: Refusal }>;
  ids(): Promise<{ ids: readonly string[]; refusal: Refusal }>;
  where(id: string): SecretStore['kind'];
}

/** Where entries go that the keychain refuses, and those that lie there already. */
export interface Spare {
  readonly store: SecretStore;
  readonly ids: readonly string[];
}

/**
 * What the keychain refuses stays in memory, and memory is asked first: a newer token there must not
 * be hidden by an older one in the keychain.
 * @param kept what an earlier shelf of this program had to keep in memory; nothing if left out
 */
export function createEntryShelf(store: SecretStore, system: System, kept?: Spare): EntryShelf {
  const why = reasonFor(store, system);
  const spare = kept?.store ?? createMemoryStore(store.trouble);
  const inSpare = new Set(kept?.ids);
  return {
    async put(id, entry) {
      const text = entryToText(entry);
      const stored = await store.set(id, text);
      if (stored.ok) return settle(id);
      await spare.set(id, text);
      inSpare.add(id);
      return { where: 'memory', refusal: refusalOf(stored) };
    },
    async read(id) {
      const found = await (inSpare.has(id) ? spare : store).get(id);
      if (!found.ok || found.value === null) return found as Stored<null>;
      const entry = entryFromText(found.value);
      return entry === null ? DAMAGED : { ok: true, value: entry };
    },
    async drop(id) {
      const wasSpare = inSpare.delete(id);
      await spare.delete(id);
      const gone = await store.delete(id);
      return gone.ok
        ? { deleted: gone.value || wasSpare, refusal: null }
        : { deleted: wasSpare, refusal: refusalOf(gone) };
    },
    async ids() {
      const listed = await store.list();
      const ids = listed.ok ? [...new Set([...listed.value, ...inSpare])] : [...inSpare];
      return { ids: ids.sort(), refusal: why ?? refusalOf(listed) };
    },
    where: (id) => (inSpare.has(id) ? 'memory' : store.kind),
  };

  async function settle(id: string): Promise<{ where: SecretStore['kind']; refusal: Refusal }> {
    inSpare.delete(id);
    await spare.delete(id);
    return { where: store.kind, refusal: why };
  }
}

const DAMAGED: Stored<StoredEntry | null> = {
  ok: false,
  trouble: 'corrupt',
  advice: 'This entry is damaged. Delete it and sign in again.',
};

function refusalOf(stored: Stored<unknown>): Refusal {
  return stored.ok ? null : { trouble: stored.trouble, advice: stored.advice };
}

/** Why all of it is memory, or null where it is not or where nobody asked for more. */
function reasonFor({ kind, trouble }: SecretStore, system: System): Refusal {
  if (kind === 'keychain' || trouble === null) return null;
  return { trouble, advice: adviceFor(trouble, system) };
}
