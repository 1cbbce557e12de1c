import type { SecretStore, Stored } from '../../engine/sign-in-ports.ts';

/**
 * The store in use, and one that an earlier Unblank used on this machine, when the other package
 * could or could not be loaded: nothing that we stored may become invisible (safety F10). What is
 * written moves to the store in use.
 */
export function createTwoStores(used: SecretStore, earlier: SecretStore): SecretStore {
  return {
    kind: used.kind,
    trouble: used.trouble,
    async get(account) {
      const found = await used.get(account);
      return found.ok && found.value === null ? earlier.get(account) : found;
    },
    async set(account, value) {
      const done = await used.set(account, value);
      if (done.ok) await earlier.delete(account);
      return done;
    },
    async delete(account) {
      return both(await used.delete(account), await earlier.delete(account), (a, b) => a || b);
    },
    async list() {
      return both(await used.list(), await earlier.list(), (a, b) =>
        [...new Set([...a, ...b])].sort(),
      );
    },
  };
}

function both<T>(one: Stored<T>, two: Stored<T>, merge: (one: T, two: T) => T): Stored<T> {
  if (!one.ok) return one;
  return two.ok ? { ok: true, value: merge(one.value, two.value) } : two;
}
