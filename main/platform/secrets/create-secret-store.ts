import type { System } from '../../contract/words.ts';
import type { Clock } from '../../engine/ports.ts';
import { createMemoryStore } from '../../engine/secrets/memory-store.ts';
import type { KeychainTrouble, Locks, SecretStore, Stored } from '../../engine/sign-in-ports.ts';
import { nodeClock } from '../clock.ts';
import type { LoadBinding } from './keychain-binding.ts';
import { openKeychainStore } from './keychain-store.ts';
import { loadKeyring } from './load-keyring.ts';
import { loadKeytar } from './load-keytar.ts';
import { ownSystem } from './own-system.ts';
import { createTwoStores } from './two-stores.ts';

export interface SecretStoreOptions {
  /**
   * May the keychain be touched? False in CI, where there is no terminal, and for a copied profile
   * (safety K3): then all is memory.
   */
  readonly mayUseKeychain: boolean;
  readonly locks: Locks;
  readonly clock?: Clock;
  readonly system?: System;
  /** What to try, in order; a test gives its own. */
  readonly bindings?: readonly BindingChoice[];
}

export interface BindingChoice {
  readonly load: LoadBinding;
  /**
   * A name of its own for each package: on Linux and Windows they mark their items differently, and
   * keytar ends the program at an item of its service that lacks its mark.
   */
  readonly service: string;
}

// SECURITY: F5
const BINDINGS: readonly BindingChoice[] = [
  { load: loadKeytar, service: 'unblank.keytar' },
  { load: loadKeyring, service: 'unblank.keyring' },
];

/**
 * The store of this machine: keytar where its binary is there, else its stand-in, else memory with the
 * reason. Make one for each thing that the user does: it asks once at most, and never again after
 * the user said no (safety F6). Never throws.
 */
// SECURITY: F1, F4, F8
export async function createSecretStore(options: SecretStoreOptions): Promise<SecretStore> {
  if (!options.mayUseKeychain) return createMemoryStore(null);
  let trouble: KeychainTrouble = 'missing';
  let used: SecretStore | null = null;
  for (const choice of options.bindings ?? BINDINGS) {
    const opened = await open(choice, options);
    if (opened === null) continue;
    if (!opened.ok) {
      trouble = opened.trouble;
      // Another package would ask the same user for the same keychain again.
      if (used === null && trouble !== 'missing' && trouble !== 'failed') break;
      continue;
    }
    if (used !== null) return createTwoStores(used, opened.value);
    used = opened.value;
  }
  return used ?? createMemoryStore(trouble);
}

async function open(
  { load, service }: BindingChoice,
  options: SecretStoreOptions,
): Promise<Stored<SecretStore> | null> {
  const { clock = nodeClock, system = ownSystem(), locks } = options;
  const binding = await load(service).catch(() => null);
  if (binding === null) return null;
  return openKeychainStore({ binding, clock, system, locks });
}
