import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../engine/secrets/memory-store.ts';
import { Secret } from '../../../engine/secrets/secret.ts';
import type { VaultEntry } from '../../../engine/secrets/token-entry.ts';
import type { KeychainTrouble, SecretStore } from '../../../engine/sign-in-ports.ts';
import { createFakePorts } from '../../../engine/testing/fake-ports.ts';
import { createFakeSecretStore } from '../../../engine/testing/fake-secret-store.ts';
import { createSignInPorts } from './create-sign-in-ports.ts';

const ENTRY: VaultEntry = {
  issuer: 'https://auth.acme.example',
  resource: 'https://mcp.acme.example/mcp',
  identity: { id: 'client-1', from: 'given', secret: null, method: 'none', management: null },
  access: new Secret('planted-access'),
  refresh: null,
  tokenEndpoint: 'https://auth.acme.example/token',
  revocationEndpoint: null,
  scope: null,
  expiresAt: null,
  pendingRun: null,
};
const signal = new AbortController().signal;

/** A host whose machine opens these stores, one after the other; the last one again and again. */
function hostWith(...stores: readonly SecretStore[]) {
  let opened = 0;
  const openStore = async () => stores[Math.min(opened++, stores.length - 1)]!;
  const host = createSignInPorts({
    ports: createFakePorts(),
    ways: [],
    mayUseKeychain: true,
    openStore,
  });
  return { ...host, opened: () => opened };
}

/** A keychain that refuses everything from now on. */
function refusing(trouble: KeychainTrouble): SecretStore {
  const no = async () => ({ ok: false, trouble, advice: 'Unlock it.' }) as const;
  return { kind: 'keychain', trouble: null, get: no, set: no, delete: no, list: no };
}

describe('the vault of a host', () => {
  test('E8, F6: no store is opened before something needs it', () => {
    expect(hostWith(createFakeSecretStore()).opened()).toBe(0);
  });

  test('F6: a trace and the kept sign-ins have the same one, and it is opened once', async () => {
    const { signIn, openTokenDesk, opened } = hostWith(createFakeSecretStore());
    const [vault, desk] = await Promise.all([signIn.vault(), openTokenDesk(signal)]);
    await vault.keep(ENTRY);
    expect((await desk.vault.list()).entries).toHaveLength(1);
    await signIn.vault();
    expect(opened()).toBe(1);
  });

  for (const trouble of ['locked', 'denied', 'cancelled', 'timeout'] as const)
    test(`F6: after “${trouble}” the next thing that the user does asks again, once`, async () => {
      const { signIn, openTokenDesk, opened } = hostWith(
        refusing(trouble),
        createFakeSecretStore(),
      );
      const first = await signIn.vault();
      expect((await first.keep(ENTRY)).where).toBe('memory');
      expect(opened()).toBe(1);
      const desk = await openTokenDesk(signal);
      expect(opened()).toBe(2);
      // What the first had to keep in memory is there still.
      expect((await desk.vault.list()).entries).toMatchObject([{ where: 'memory' }]);
      expect(await signIn.vault()).toBe(desk.vault);
    });

  test('F4: where all is memory, it is one memory, however often the keychain is tried', async () => {
    const missing = () => createMemoryStore('missing');
    const { signIn, openTokenDesk, opened } = hostWith(missing(), missing(), missing());
    await (await signIn.vault()).keep(ENTRY);
    const desk = await openTokenDesk(signal);
    expect(opened()).toBe(2);
    expect(desk).toMatchObject({ kept: 'memory', trouble: 'missing' });
    expect((await desk.vault.list()).entries).toHaveLength(1);
    await desk.vault.delete((await desk.vault.list()).entries.map(({ id }) => id));
    expect((await (await signIn.vault()).list()).entries).toEqual([]);
  });

  test('a store that cannot be opened at all is tried again the next time', async () => {
    let calls = 0;
    const openStore = async (): Promise<SecretStore> => {
      if ((calls += 1) === 1) throw new Error('gone');
      return createFakeSecretStore();
    };
    const { signIn } = createSignInPorts({
      ports: createFakePorts(),
      ways: [],
      mayUseKeychain: true,
      openStore,
    });
    await expect(signIn.vault()).rejects.toThrow('gone');
    expect((await (await signIn.vault()).list()).entries).toEqual([]);
  });
});

describe('what a killed trace left behind', () => {
  /** The store as a program leaves it that was killed in the middle of a trace. */
  async function leftBehind(): Promise<SecretStore> {
    const store = createFakeSecretStore();
    const { signIn } = hostWith(store);
    const vault = await signIn.vault();
    await vault.keep({ ...ENTRY, pendingRun: 'run0of0a0killed0program' });
    await vault.keep({ ...ENTRY, resource: 'https://kept.example/mcp' });
    return store;
  }

  test('D22: is cleaned up at the next use of the vault, and told once', async () => {
    const { signIn } = hostWith(await leftBehind());
    const vault = await signIn.vault();
    expect((await vault.list()).entries.map(({ resource }) => resource)).toEqual([
      'https://kept.example/mcp',
    ]);
    expect(signIn.takeCleaned?.()).toBe(
      'Left behind by a trace that did not end: 1 removed here; its server has no revocation, so it is valid there until it expires.',
    );
    expect(signIn.takeCleaned?.()).toBeNull();
  });

  test('F10: is told where the kept sign-ins are shown', async () => {
    const { openTokenDesk } = hostWith(await leftBehind());
    const desk = await openTokenDesk(signal);
    expect(desk.takeCleaned?.()).toMatch(/^Left behind by a trace that did not end/);
  });
});
