import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeLocks, createFakeSecretStore } from '../testing/fake-secret-store.ts';
import { SECRET_STORE_CONTRACT } from '../testing/secret-store-contract.ts';
import { createFakeRevoker, testVault } from '../testing/test-vault.ts';
import { vaultEntry } from '../testing/vault-entry.ts';
import { accountOf } from './account-of.ts';
import { entryFromText, entryToText } from './entry-text.ts';
import { createMemoryStore } from './memory-store.ts';
import { holdRun } from './run-lock.ts';
import { Secret } from './secret.ts';

const ISSUER = { issuer: 'https://auth.example.com', resource: 'https://mcp.example.com/mcp' };
const plainDigest = (text: string) => Promise.resolve(text);

test.each(SECRET_STORE_CONTRACT)('memory: $name', async ({ observe, expected }) => {
  const store = createMemoryStore(null);
  expect(await observe({ store, reopen: () => Promise.resolve(store) })).toEqual(expected);
});
test.each(SECRET_STORE_CONTRACT)('the fake: $name', async ({ observe, expected }) => {
  const store = createFakeSecretStore();
  expect(await observe({ store, reopen: () => Promise.resolve(store) })).toEqual(expected);
});

describe('what is kept', () => {
  test('comes back with its values, and is replaced by the next of the same sign-in', async () => {
    const vault = testVault();
    const first = await vault.keep(vaultEntry());
    const second = await vault.keep(vaultEntry({ access: new Secret('planted-newer') }));
    expect(second).toEqual({ ...first, version: 2 });
    const found = await vault.read(first.id);
    expect(found.ok && found.value?.access?.reveal()).toBe('planted-newer');
    expect((await vault.list()).entries).toHaveLength(1);
  });

  test('F10: is listed with everything but its values', async () => {
    const vault = testVault();
    const { id } = await vault.keep(vaultEntry());
    const listing = await vault.list();
    expect(listing.entries).toEqual([
      {
        id,
        kind: 'tokens',
        ...ISSUER,
        clientId: 'client-1',
        scopes: ['read', 'write'],
        expiresAt: Date.UTC(2026, 10, 23, 13),
        fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown,
        savedAt: Date.UTC(2026, 10, 23, 12),
        pending: false,
        where: 'keychain',
      },
    ]);
    expect(JSON.stringify(listing)).not.toContain('planted');
  });

  test('D12: has a name of its own for each issuer, resource and client, character by character', async () => {
    const part = fc.constantFrom('a', 'a/', 'A', '', 'a\n', '\na', 'a\\n', 'b');
    const triple = fc.record({ issuer: part, resource: part, clientId: part });
    await fc.assert(
      fc.asyncProperty(triple, triple, async (one, two) => {
        const same = JSON.stringify(one) === JSON.stringify(two);
        // A backslash and an n are the one text that may look like a line break.
        fc.pre(!`${JSON.stringify(one)}${JSON.stringify(two)}`.includes('\\\\n'));
        return (
          ((await accountOf(one, plainDigest)) === (await accountOf(two, plainDigest))) === same
        );
      }),
    );
  });

  test('is damaged or of somebody else: listed, and deletable', async () => {
    const store = createFakeSecretStore();
    store.plant('v1:damaged', new Secret('{"issuer":1}'));
    store.plant('something else', new Secret('x'));
    const vault = testVault(store);
    expect((await vault.list()).entries).toMatchObject([{ id: 'v1:damaged', kind: 'unreadable' }]);
    expect(await vault.delete(['v1:damaged'])).toMatchObject([{ deleted: true }]);
    expect((await vault.list()).entries).toEqual([]);
  });

  test('any text that is no entry is read as none, and any entry comes back as it was', () => {
    fc.assert(fc.property(fc.json(), (text) => entryFromText(new Secret(text)) === null));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (text, version) => {
        const value = new Secret(text);
        const entry = { ...vaultEntry({ access: value, scope: text }), savedAt: 1, version };
        const back = entryFromText(entryToText(entry));
        return back?.access?.reveal() === text && back.scope === text && back.version === version;
      }),
    );
  });

  test('the same value has the same fingerprint here, and another one under another salt', async () => {
    const store = createFakeSecretStore();
    const { id } = await testVault(store).keep(vaultEntry());
    const prints: (string | undefined)[] = [];
    for (const salt of [null, null, 'another']) {
      if (salt !== null) store.plant('salt', new Secret(salt));
      prints.push(
        (await testVault(store).list()).entries.find((one) => one.id === id)?.fingerprint,
      );
    }
    expect(prints[0]).toBe(prints[1]);
    expect(prints[2]).not.toBe(prints[1]);
  });
});

describe('a keychain that refuses', () => {
  test('F4, D17: the newest token stays in memory, with why, and is what is read', async () => {
    const store = createFakeSecretStore();
    const vault = testVault(store);
    await vault.keep(vaultEntry());
    store.refuse('locked');
    const kept = await vault.keep(vaultEntry({ access: new Secret('planted-newer') }));
    expect(kept).toMatchObject({ where: 'memory', refusal: { trouble: 'locked' } });
    store.refuse(null);
    const found = await vault.read(kept.id);
    expect(found.ok && found.value?.access?.reveal()).toBe('planted-newer');
    expect((await vault.list()).entries).toMatchObject([{ where: 'memory' }]);
    expect(await vault.keep(vaultEntry())).toMatchObject({ where: 'keychain', refusal: null });
  });

  test('F6: every call answers with the trouble and never throws', async () => {
    const store = createFakeSecretStore();
    const vault = testVault(store);
    const { id } = await vault.keep(vaultEntry());
    store.refuse('denied');
    expect(await vault.list()).toMatchObject({ entries: [], refusal: { trouble: 'denied' } });
    expect(await vault.read(id)).toMatchObject({ ok: false, trouble: 'denied' });
    expect(await vault.delete([id])).toMatchObject([{ deleted: false }]);
    const revoker = createFakeRevoker();
    expect(await vault.revoke([id], revoker)).toMatchObject([{ revoked: null, deleted: false }]);
    expect(revoker.asked).toEqual([]);
  });

  test('F4: a store that is only memory says why with everything it keeps', async () => {
    const vault = testVault(createMemoryStore('missing'));
    expect(await vault.keep(vaultEntry())).toMatchObject({
      where: 'memory',
      refusal: { trouble: 'missing' },
    });
    expect(await vault.list()).toMatchObject({ refusal: { trouble: 'missing' } });
  });
});

describe('taking tokens back', () => {
  test('D22: refresh token, access token and client are taken back in this order, then deleted', async () => {
    const vault = testVault();
    const { id } = await vault.keep(vaultEntry());
    const revoker = createFakeRevoker();
    expect(await vault.revoke([id], revoker)).toEqual([
      { id, revoked: 'revoked', deleted: true, refusal: null },
    ]);
    expect(revoker.asked).toEqual([
      'refresh_token planted-refresh at https://auth.example.com/revoke',
      'access_token planted-access at https://auth.example.com/revoke',
      'client planted-management at https://auth.example.com/register/client-1',
    ]);
    expect((await vault.list()).entries).toEqual([]);
  });

  test('a server without revocation is said, and it is deleted here all the same', async () => {
    const vault = testVault();
    const { id } = await vault.keep(vaultEntry({ revocationEndpoint: null }));
    expect(await vault.revoke([id], createFakeRevoker())).toMatchObject([
      { revoked: 'no-endpoint', deleted: true },
    ]);
  });
});

describe('a trace that did not end', () => {
  test('D22: what it left is taken back and deleted at the next start, what was kept is not', async () => {
    const store = createFakeSecretStore();
    const dead = testVault(store);
    await dead.keep(vaultEntry({ pendingRun: 'r1' }));
    await dead.keep(vaultEntry({ resource: 'https://other.example.com' }));
    const next = testVault(store);
    expect((await next.pending()).entries).toMatchObject([{ pending: true }]);
    const revoker = createFakeRevoker();
    expect(await next.cleanUp(revoker)).toMatchObject([{ revoked: 'revoked', deleted: true }]);
    expect(revoker.asked).toHaveLength(3);
    expect((await next.list()).entries).toMatchObject([{ resource: 'https://other.example.com' }]);
  });

  test('that of a trace which still runs is left alone', async () => {
    const [store, locks] = [createFakeSecretStore(), createFakeLocks()];
    const running = testVault(store, locks);
    const end = await holdRun(locks, 'r1');
    await running.keep(vaultEntry({ pendingRun: 'r1' }));
    const next = testVault(store, locks);
    expect(await next.cleanUp(createFakeRevoker())).toEqual([]);
    await end();
    expect(await next.cleanUp(createFakeRevoker())).toMatchObject([{ deleted: true }]);
  });

  test('a server that does not answer is asked again at the next start', async () => {
    const vault = testVault();
    await vault.keep(vaultEntry({ pendingRun: 'r1' }));
    expect(await vault.cleanUp(createFakeRevoker('unreachable'))).toMatchObject([
      { revoked: 'unreachable', deleted: false },
    ]);
    expect((await vault.pending()).entries).toHaveLength(1);
  });
});
