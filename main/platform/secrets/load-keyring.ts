import type { LoadBinding } from './keychain-binding.ts';

/**
 * Never the kernel's keyring, to which the package would fall back by itself: it forgets everything
 * at the next start, and other programs of the user may read it.
 */
// SECURITY: F4
const SECRET_SERVICE = { linux: { store: 'secret-service' } } as const;

/** keytar's stand-in, @napi-rs/keyring, loaded on first use. */
// SECURITY: F8
export const loadKeyring: LoadBinding = async (service) => {
  const { AsyncEntry, findCredentialsAsync } = await import('@napi-rs/keyring');
  type Entry = InstanceType<typeof AsyncEntry>;
  // Each one opens a connection of its own before its first call; gnome-keyring 48 ends itself where
  // a connection closes while it is being greeted, so as few as can be are made. They hold no value.
  const entries = new Map<string, Entry>();
  const entry = (account: string): Entry => {
    const made = entries.get(account) ?? new AsyncEntry(service, account, SECRET_SERVICE);
    entries.set(account, made);
    return made;
  };
  return {
    name: 'keyring',
    // The constructor opens the keychain and throws by itself; async makes that a rejection.
    get: async (account) => (await entry(account).getPassword()) ?? null,
    set: async (account, value) => void (await entry(account).setPassword(value)),
    delete: async (account) => entry(account).deletePassword(),
    accounts: async () => (await findCredentialsAsync(service)).map((one) => one.account),
  };
};
