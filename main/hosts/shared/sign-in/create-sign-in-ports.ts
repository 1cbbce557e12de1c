import type { AppOptions } from '../../../engine/app/app-options.ts';
import type { Ports } from '../../../engine/ports.ts';
import type { TokenVault } from '../../../engine/secrets/token-vault.ts';
import type { SecretStore, SignInPorts, SignInWay } from '../../../engine/sign-in-ports.ts';
import { createLocks } from '../../../platform/secrets/create-locks.ts';
import type { WholeTokenDesk } from '../open-token-desk.ts';
import { createOpenVaults, type OpenVault } from './open-vaults.ts';

export interface SignInHostOptions {
  readonly ports: Pick<Ports, 'http' | 'clock'>;
  /** Where this host can show a sign-in page, in the order in which they are offered. */
  readonly ways: readonly SignInWay[];
  /** SECURITY: K3. False where there is no terminal and no window, and for a copied profile. */
  readonly mayUseKeychain: boolean;
  /** In the place of this machine's store; for tests. */
  readonly openStore?: () => Promise<SecretStore>;
}

/** What a host needs to trace sign-ins and to handle what they keep; all of it over one vault. */
export interface SignInHost {
  readonly signIn: SignInPorts;
  readonly openTokenDesk: (signal: AbortSignal) => Promise<WholeTokenDesk>;
}

/** So long cleaning up may last; what did not answer by then stays for the next time. */
const CLEAN_UP_MS = 5000;

/**
 * The ports of a sign-in, as every host has them. Nothing is opened before the user does something
 * that needs it (safety E8, F6); the first that does also cleans up after traces that were killed.
 * @param options the ways of this host, and whether a keychain may be touched
 */
export function createSignInPorts(options: SignInHostOptions): SignInHost {
  const locks = createLocks();
  const { ports, mayUseKeychain, ways } = options;
  let cleaned: string | null = null;
  // Loaded on first use: a window is there before anybody signs in.
  const modules = async () => ({
    ...(await import('../open-token-desk.ts')),
    ...(await import('../../../platform/secrets/create-secret-store.ts')),
    ...(await import('./cleaned-text.ts')),
    ...(await import('./sweep-run-locks.ts')),
  });
  const opened = async (): Promise<() => Promise<OpenVault>> => {
    const { createSecretStore, createVault, revokerOver, cleanedText, sweepRunLocks } =
      await modules();
    const { clock } = ports;
    return createOpenVaults({
      openStore: options.openStore ?? (() => createSecretStore({ mayUseKeychain, locks, clock })),
      createVault: (store, spare) => createVault({ store, locks, ports }, spare),
      async onOpened(vault: TokenVault) {
        const revoker = revokerOver({ ports, ca: null }, AbortSignal.timeout(CLEAN_UP_MS));
        cleaned = cleanedText(await vault.cleanUp(revoker)) ?? cleaned;
        await sweepRunLocks(locks);
      },
    });
  };
  let opening: ReturnType<typeof opened> | null = null;
  const open = async () => (await (opening ??= opened()))();
  const takeCleaned = (): string | null => {
    const line = cleaned;
    cleaned = null;
    return line;
  };
  return {
    signIn: { ways, locks, takeCleaned, vault: async () => (await open()).vault },
    openTokenDesk: async (signal) => {
      const [{ store, vault }, { createTokenDesk }] = await Promise.all([open(), modules()]);
      return { ...createTokenDesk({ ports, store, vault, locks, ca: null }, signal), takeCleaned };
    },
  } satisfies SignInHost & Pick<AppOptions, 'openTokenDesk'>;
}
