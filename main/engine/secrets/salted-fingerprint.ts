import type { SecretStore } from '../sign-in-ports.ts';
import type { Digest } from './account-of.ts';
import { Secret } from './secret.ts';

const SALT_ACCOUNT = 'salt';

/** Eight hex digits that stand for a value on this machine and nowhere else. */
export type Fingerprint = (value: Secret) => Promise<string>;

/**
 * Makes the fingerprints of one installation. The salt is made on first use and lies in the keychain;
 * where that fails, a salt for this program alone does, and the fingerprints change with each start.
 * @param newSalt at least 128 random bits as text
 */
export function createFingerprint(
  store: SecretStore,
  digest: Digest,
  newSalt: () => string,
): Fingerprint {
  let salt: Promise<Secret> | null = null;
  return async (value) => {
    salt ??= readSalt(store, newSalt);
    return (await digest(`${(await salt).reveal()}\n${value.reveal()}`)).slice(0, 8);
  };
}

async function readSalt(store: SecretStore, newSalt: () => string): Promise<Secret> {
  const found = await store.get(SALT_ACCOUNT);
  if (found.ok && found.value !== null) return found.value;
  const made = new Secret(newSalt());
  // A salt that cannot be read is kept: what it made may be read again later.
  if (found.ok) await store.set(SALT_ACCOUNT, made);
  return made;
}
