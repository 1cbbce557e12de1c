import type { LoadBinding } from './keychain-binding.ts';

/** What we use of keytar 7.9.0; its binary is there only where somebody built it. */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
  findCredentials(service: string): Promise<readonly { readonly account: string }[]>;
}

/**
 * keytar, loaded on first use.
 * On Linux it says “nothing there” for a keychain that its user did not unlock, so the caller must
 * make sure by other means (keychain-store.ts). Its `findCredentials` ends the whole program at a
 * locked item or one without an account; `accounts` is called only where the keychain was just seen
 * open, for a service whose items are all ours.
 */
// SECURITY: F8
export const loadKeytar: LoadBinding = async (service) => {
  const { default: keytar } = (await import('keytar')) as unknown as { readonly default: Keytar };
  return {
    name: 'keytar',
    get: (account) => keytar.getPassword(service, account),
    set: (account, value) => keytar.setPassword(service, account, value),
    delete: (account) => keytar.deletePassword(service, account),
    accounts: async () => (await keytar.findCredentials(service)).map((one) => one.account),
  };
};
