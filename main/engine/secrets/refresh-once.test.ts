import { describe, expect, test } from 'vitest';
import { createFakeLocks, createFakeSecretStore } from '../testing/fake-secret-store.ts';
import { testVault } from '../testing/test-vault.ts';
import { vaultEntry } from '../testing/vault-entry.ts';
import { createRefreshOnce, type RefreshAnswer } from './refresh-once.ts';
import { Secret } from './secret.ts';
import type { StoredEntry } from './token-entry.ts';

const NEW = {
  kind: 'tokens' as const,
  tokens: {
    access: new Secret('access 2'),
    refresh: new Secret('refresh 2'),
    scope: 'read',
    expiresAt: null,
  },
};

/** Two processes on one machine: a vault each, over one keychain and one set of locks. */
async function machine(answer: (entry: StoredEntry) => Promise<RefreshAnswer>) {
  const [store, locks] = [createFakeSecretStore(), createFakeLocks()];
  const asked: string[] = [];
  const refresh = (entry: StoredEntry) => {
    asked.push(entry.refresh?.reveal() ?? 'none');
    return answer(entry);
  };
  const start = () => {
    const vault = testVault(store, locks);
    return { vault, once: createRefreshOnce({ vault, locks, refresh }) };
  };
  const kept = await start().vault.keep(vaultEntry());
  return { store, locks, asked, start, kept };
}

describe('D17: a refresh', () => {
  test('is asked for once, whoever asks at the same time, here and in another process', async () => {
    const { asked, start, kept } = await machine(() => Promise.resolve(NEW));
    const [one, two] = [start(), start()];
    const calls = [one, one, two, two].map(({ once }) => once(kept.id, kept.version));
    const results = await Promise.all(calls);
    expect(asked).toEqual(['planted-refresh']);
    expect(results.map((result) => result.kind === 'fresh' && result.by)).toEqual([
      'us',
      'another',
      'another',
      'another',
    ]);
    for (const result of results)
      expect(result.kind === 'fresh' && result.entry.access?.reveal()).toBe('access 2');
  });

  test('has its new token in the keychain before anybody gets it', async () => {
    const { store, start, kept } = await machine(() => Promise.resolve(NEW));
    const before = store.calls.length;
    const { once, vault } = start();
    const result = await once(kept.id, kept.version);
    expect(result).toMatchObject({ kind: 'fresh', where: 'keychain', refusal: null });
    expect(store.calls.slice(before)).toContain(`set ${kept.id}`);
    const found = await vault.read(kept.id);
    expect(found.ok && found.value?.refresh?.reveal()).toBe('refresh 2');
  });

  test('whose answer is lost in a crash leaves the old token where it was', async () => {
    const { start, kept } = await machine(() => Promise.reject(new Error('killed')));
    await expect(start().once(kept.id, kept.version)).rejects.toThrow('killed');
    const found = await start().vault.read(kept.id);
    expect(found.ok && found.value?.refresh?.reveal()).toBe('planted-refresh');
  });

  test('that the keychain refuses to keep is said, and the new token goes on in memory', async () => {
    const { store, start, kept } = await machine(() => {
      store.refuse('locked');
      return Promise.resolve(NEW);
    });
    const { once, vault } = start();
    expect(await once(kept.id, kept.version)).toMatchObject({
      kind: 'fresh',
      where: 'memory',
      refusal: { trouble: 'locked' },
    });
    const found = await vault.read(kept.id);
    expect(found.ok && found.value?.refresh?.reveal()).toBe('refresh 2');
  });

  test('without a new refresh token keeps the old one', async () => {
    const { start, kept } = await machine(() =>
      Promise.resolve({ ...NEW, tokens: { ...NEW.tokens, refresh: null } }),
    );
    const result = await start().once(kept.id, kept.version);
    expect(result.kind === 'fresh' && result.entry.refresh?.reveal()).toBe('planted-refresh');
  });

  test('that is refused stops and says so; nothing is changed', async () => {
    const { start, kept } = await machine(() =>
      Promise.resolve({ kind: 'refused', code: 'invalid_grant' }),
    );
    const { once, vault } = start();
    expect(await once(kept.id, kept.version)).toEqual({ kind: 'refused', code: 'invalid_grant' });
    expect(await vault.read(kept.id)).toMatchObject({ value: { version: 1 } });
  });

  test('of what was deleted meanwhile asks nobody', async () => {
    const { asked, start, kept } = await machine(() => Promise.resolve(NEW));
    await start().vault.delete([kept.id]);
    expect(await start().once(kept.id, kept.version)).toMatchObject({ kind: 'failed' });
    expect(asked).toEqual([]);
  });
});
