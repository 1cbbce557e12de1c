import { ACCOUNT_PREFIX } from '../../../engine/secrets/account-of.ts';
import { createMemoryStore } from '../../../engine/secrets/memory-store.ts';
import type { Spare } from '../../../engine/secrets/entry-shelf.ts';
import type { TokenVault } from '../../../engine/secrets/token-vault.ts';
import type { SecretStore, Stored } from '../../../engine/sign-in-ports.ts';

/** A store that was opened, and the vault over it. */
export interface OpenVault {
  readonly store: SecretStore;
  readonly vault: TokenVault;
}

export interface OpenVaultsOptions {
  /** Opens the store of this machine; asks its user once at most. */
  readonly openStore: () => Promise<SecretStore>;
  readonly createVault: (store: SecretStore, spare: Spare | undefined) => TokenVault;
  /** Called with each vault that is opened, before anybody has it. */
  readonly onOpened: (vault: TokenVault) => Promise<void>;
}

/**
 * The vault for each thing that the user does. As long as nothing was refused it is the same one. A
 * keychain that was locked, denied or silent is not asked again by the same vault, so the next thing
 * that the user does has a new one; what had to stay in memory goes along.
 */
// SECURITY: F6
export function createOpenVaults(options: OpenVaultsOptions): () => Promise<OpenVault> {
  const memory = createMemoryStore(null);
  let last: { readonly open: Promise<OpenVault>; refused: boolean } | null = null;
  const openOne = async (onRefused: () => void): Promise<OpenVault> => {
    const found = await options.openStore();
    if (found.trouble !== null) onRefused();
    const inMemory = found.kind === 'memory';
    const store = inMemory ? { ...memory, trouble: found.trouble } : watched(found, onRefused);
    const vault = options.createVault(store, inMemory ? undefined : await spareIn(memory));
    await options.onOpened(vault);
    return { store, vault };
  };
  return () => {
    if (last !== null && !last.refused) return last.open;
    const refuse = () => (made.refused = true);
    const made = { open: Promise.resolve().then(() => openOne(refuse)), refused: false };
    made.open.catch(refuse);
    last = made;
    return made.open;
  };
}

async function spareIn(store: SecretStore): Promise<Spare> {
  const listed = await store.list();
  const ids = listed.ok ? listed.value.filter((one) => one.startsWith(ACCOUNT_PREFIX)) : [];
  return { store, ids };
}

/** The same store, which tells when it refuses; a damaged entry is no refusal. */
function watched(store: SecretStore, onRefused: () => void): SecretStore {
  const seen = <T>(answer: Stored<T>): Stored<T> => {
    if (!answer.ok && answer.trouble !== 'corrupt') onRefused();
    return answer;
  };
  const { kind, trouble } = store;
  return {
    kind,
    trouble,
    get: async (account) => seen(await store.get(account)),
    set: async (account, value) => seen(await store.set(account, value)),
    delete: async (account) => seen(await store.delete(account)),
    list: async () => seen(await store.list()),
  };
}
