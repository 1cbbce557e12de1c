import type { KeychainTrouble, SecretStore } from '../sign-in-ports.ts';
import type { Secret } from './secret.ts';

/**
 * The store that ends with the program: where there is no keychain, or none may be touched (safety
 * F4, K3). It never fails.
 * @param trouble why it is only memory, or null where nobody asked for more
 */
export function createMemoryStore(trouble: KeychainTrouble | null): SecretStore {
  const values = new Map<string, Secret>();
  return {
    kind: 'memory',
    trouble,
    get: async (account) => ({ ok: true, value: values.get(account) ?? null }),
    async set(account, value) {
      values.set(account, value);
      return { ok: true, value: true };
    },
    delete: async (account) => ({ ok: true, value: values.delete(account) }),
    list: async () => ({ ok: true, value: [...values.keys()] }),
  };
}
