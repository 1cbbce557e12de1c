import { createMemoryStore } from '../secrets/memory-store.ts';
import type { Secret } from '../secrets/secret.ts';
import type { KeychainTrouble, Locks, SecretStore, Stored } from '../sign-in-ports.ts';

export interface FakeSecretStore extends SecretStore {
  /** What every call is refused with from now on; null for none. */
  refuse(trouble: KeychainTrouble | null): void;
  /** Puts something there that no Unblank wrote. */
  plant(account: string, value: Secret): void;
  /** Every call, as `set v1:…`, in order. */
  readonly calls: readonly string[];
}

/** A keychain in memory that can be told to refuse. */
export function createFakeSecretStore(): FakeSecretStore {
  const memory = createMemoryStore(null);
  const calls: string[] = [];
  let refused: KeychainTrouble | null = null;
  const answer = <T>(call: string, work: () => Promise<Stored<T>>): Promise<Stored<T>> => {
    calls.push(call);
    if (refused === null) return work();
    return Promise.resolve({ ok: false, trouble: refused, advice: `The keychain is ${refused}.` });
  };
  return {
    ...memory,
    kind: 'keychain',
    calls,
    refuse: (trouble) => (refused = trouble),
    plant: (account, value) => void memory.set(account, value),
    get: (account) => answer(`get ${account}`, () => memory.get(account)),
    set: (account, value) => answer(`set ${account}`, () => memory.set(account, value)),
    delete: (account) => answer(`delete ${account}`, () => memory.delete(account)),
    list: () => answer('list', () => memory.list()),
  };
}

/** Locks within one test: nobody waits, because a test lets no time pass. */
export function createFakeLocks(): Locks {
  const held = new Map<string, Promise<void>>();
  return {
    async hold(name, waitMs) {
      while (held.has(name)) {
        if (waitMs === 0) return null;
        await held.get(name);
      }
      let release: () => void = () => undefined;
      const until = new Promise<void>((resolve) => (release = resolve));
      held.set(name, until);
      return async () => {
        if (held.get(name) === until) held.delete(name);
        release();
      };
    },
  };
}
