import type { System } from '../../contract/words.ts';
import { Secret } from '../../engine/secrets/secret.ts';
import type { Clock } from '../../engine/ports.ts';
import type { Locks, SecretStore, Stored } from '../../engine/sign-in-ports.ts';
import { createItemIndex } from './item-index.ts';
import type { KeychainBinding } from './keychain-binding.ts';
import { createKeychainCalls, type KeychainCalls } from './keychain-calls.ts';
import { createLongItems } from './long-items.ts';

export interface KeychainStoreOptions {
  readonly binding: KeychainBinding;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly system: System;
}

/** Writing it shows that the keychain is open; reading it, that it still is. */
const CANARY = 'open';
/** Another Unblank may wait for its user at the keychain for one deadline. */
const LOCK_MS = 15_000;
const BUSY =
  'Another Unblank is using the keychain. Wait until it is done, answer its question if it has one, and try again.';

/**
 * Opens a keychain: the one moment at which its user may be asked.
 * @returns the store, or why it cannot be had
 */
export async function openKeychainStore(
  options: KeychainStoreOptions,
): Promise<Stored<SecretStore>> {
  const calls = createKeychainCalls(options.clock, options.system);
  // Not a read: keytar answers a read of a keychain that stays locked with “nothing there”.
  const opened = await calls.call(() => options.binding.set(CANARY, 'yes'));
  return opened.ok ? { ok: true, value: createStore(options, calls) } : opened;
}

function createStore(options: KeychainStoreOptions, calls: KeychainCalls): SecretStore {
  const items = createLongItems(options.binding, calls);
  const index = createItemIndex(options.binding, calls, items);
  const sure = <T>(found: Stored<T>, empty: boolean) =>
    found.ok && empty ? unlessLocked(options, calls, found) : found;
  const alone = <T>(work: () => Promise<Stored<T>>) => underLock(options.locks, work);
  return {
    kind: 'keychain',
    trouble: null,
    async get(account) {
      const found = await items.read(account);
      if (!found.ok || found.value !== null)
        return found.ok ? { ok: true, value: new Secret(found.value ?? '') } : found;
      return sure<Secret | null>({ ok: true, value: null }, true);
    },
    set: (account, value) =>
      alone(async () => {
        const listed = await index.add(account);
        return listed.ok ? items.write(account, value.reveal()) : listed;
      }),
    delete: (account) =>
      alone(async () => {
        const gone = await items.remove(account);
        const known = await sure(gone, gone.ok && !gone.value);
        if (!known.ok) return known;
        const listed = await index.remove(account);
        return listed.ok ? known : listed;
      }),
    async list() {
      const listed = await index.read();
      return sure(listed, listed.ok && listed.value.length === 0);
    },
  };
}

/** “Nothing there” counts only where the keychain still shows what surely is there. */
// SECURITY: F6
async function unlessLocked<T>(
  { binding }: KeychainStoreOptions,
  calls: KeychainCalls,
  found: Stored<T>,
): Promise<Stored<T>> {
  const canary = await calls.call(() => binding.get(CANARY));
  if (!canary.ok) return canary;
  return canary.value === null ? calls.fail('locked') : found;
}

async function underLock<T>(locks: Locks, work: () => Promise<Stored<T>>): Promise<Stored<T>> {
  const release = await locks.hold('keychain', LOCK_MS);
  if (release === null) return { ok: false, trouble: 'timeout', advice: BUSY };
  try {
    return await work();
  } finally {
    await release();
  }
}
