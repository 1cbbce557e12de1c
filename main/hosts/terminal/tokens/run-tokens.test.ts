import { describe, expect, test } from 'vitest';
import { createFakeSecretStore } from '../../../engine/testing/fake-secret-store.ts';
import { createFakeRevoker, testVault } from '../../../engine/testing/test-vault.ts';
import { vaultEntry } from '../../../engine/testing/vault-entry.ts';
import { EXIT } from '../exit-codes.ts';
import { runTokens, type TokenAction, type TokensHost, type TokensOptions } from './run-tokens.ts';
import { hasTerminal } from './tokens-here.ts';

type Changes = Partial<Omit<TokensHost, 'desk'>> & { readonly desk?: Partial<TokensHost['desk']> };

/** Two kept sign-ins, and a terminal on which somebody answers yes. */
async function terminal({ desk = {}, ...changes }: Changes = {}) {
  const store = createFakeSecretStore();
  const vault = testVault(store);
  const first = await vault.keep(vaultEntry());
  await vault.keep(vaultEntry({ resource: 'https://other.example.com', pendingRun: 'r1' }));
  const revoker = createFakeRevoker();
  let [out, said] = ['', ''];
  const host: TokensHost = {
    desk: { vault, revoker, kept: 'keychain', trouble: null, ...desk },
    system: 'linux',
    now: () => Date.UTC(2026, 10, 23, 14),
    out: (text) => (out += text),
    say: (text) => (said += text),
    confirm: () => Promise.resolve(true),
    env: {},
    ...changes,
  };
  const run = async (action: TokenAction, ids: string[] = [], options: TokensOptions = {}) => {
    [out, said] = ['', ''];
    const code = await runTokens({ action, ids, options }, host);
    return { code, out, said };
  };
  return { run, store, vault, revoker, id: first.id };
}

describe('unblank tokens list', () => {
  test('F10: shows what is kept, where, until when, and never a value', async () => {
    const { run, id } = await terminal();
    const { code, out, said } = await run('list');
    expect({ code, said }).toEqual({ code: EXIT.ok, said: '' });
    for (const shown of [
      id.slice(0, 11),
      'Access and refresh token, in the keychain',
      'https://auth.example.com',
      'client-1',
      'read write',
      'expired 2026-11-23T13:00:00.000Z',
      'Left behind',
    ])
      expect(out).toContain(shown);
    expect(out).not.toContain('planted');
  });

  test('K2: with --json prints one document, without a value', async () => {
    const { run } = await terminal();
    const { out } = await run('list', [], { json: true });
    expect(out).not.toContain('planted');
    expect(JSON.parse(out)).toMatchObject({
      schema: 'unblank.tokens/1',
      kept: 'keychain',
      trouble: null,
      entries: [{ kind: 'tokens' }, { kind: 'tokens' }],
    });
  });

  test('What a server calls itself cannot steer the terminal', async () => {
    const { run, vault } = await terminal();
    await vault.keep(vaultEntry({ issuer: 'https://a.example/\u001b[2Jx', scope: 'a\u202eb' }));
    const { out } = await run('list');
    expect(out).not.toContain('\u001b[2J');
    expect(out).not.toContain('\u202e');
  });

  test('F6: a locked keychain is a sentence and exit 3', async () => {
    const { run, store } = await terminal();
    store.refuse('locked');
    const { code, out, said } = await run('list');
    expect({ code, out }).toEqual({ code: EXIT.incomplete, out: '' });
    expect(said).toBe('The keychain is locked.\n');
  });

  test('F4: a missing keychain is a sentence and exit 3, and JSON says which', async () => {
    const { run } = await terminal({ desk: { kept: 'memory', trouble: 'missing' } });
    const { code, said } = await run('list');
    expect(code).toBe(EXIT.incomplete);
    expect(said).toContain('No keychain answers on this machine.');
    const { out } = await run('list', [], { json: true });
    expect(JSON.parse(out)).toMatchObject({ kept: 'memory', trouble: 'missing', entries: [] });
  });

  test('K3: where there is no terminal it says that it did not look', async () => {
    const { run } = await terminal({ desk: { kept: 'memory', trouble: null } });
    const { code, said } = await run('list');
    expect(code).toBe(EXIT.incomplete);
    expect(said).toContain('only where there is a terminal');
  });

  test.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { CI: 'false' }, true],
    [{ isTTY: true }, { CI: 'true' }, false],
    [{ isTTY: true }, { CI: '1' }, false],
    [{}, {}, false],
  ])('K3: stdin %j with %j may touch the keychain: %s', (stdin, env, expected) => {
    expect(hasTerminal(stdin, env)).toBe(expected);
  });
});

describe('unblank tokens delete and revoke', () => {
  test('asks first; a no changes nothing', async () => {
    const { run, vault, id } = await terminal({ confirm: () => Promise.resolve(false) });
    expect(await run('delete', [id])).toEqual({
      code: EXIT.ok,
      out: '',
      said: 'Nothing was changed.\n',
    });
    expect((await vault.list()).entries).toHaveLength(2);
  });

  test('delete takes an id as the list shows it, and asks no server', async () => {
    const { run, vault, revoker, id } = await terminal();
    const { code, out } = await run('delete', [id.slice(0, 11)]);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('deleted here');
    expect(revoker.asked).toEqual([]);
    expect((await vault.list()).entries).toMatchObject([{ resource: 'https://other.example.com' }]);
  });

  test('D22, F10: revoke --all --yes takes back everything and leaves nothing', async () => {
    const { run, vault, revoker } = await terminal({ confirm: null });
    const { code, out } = await run('revoke', [], { all: true, yes: true, json: true });
    expect(code).toBe(EXIT.ok);
    expect(JSON.parse(out)).toMatchObject({
      removed: [
        { revoked: 'revoked', deleted: true, trouble: null },
        { revoked: 'revoked', deleted: true, trouble: null },
      ],
    });
    expect(revoker.asked).toHaveLength(6);
    expect((await vault.list()).entries).toEqual([]);
  });

  test('a server that refuses is said with exit 3; here it is deleted all the same', async () => {
    const { run, vault } = await terminal({ desk: { revoker: createFakeRevoker('refused') } });
    const { code, out } = await run('revoke', [], { all: true });
    expect(code).toBe(EXIT.incomplete);
    expect(out).toContain('the server refused to revoke it');
    expect((await vault.list()).entries).toEqual([]);
  });

  test.each([
    [['v1:nothing'], {}, 'Nothing is kept under v1:nothing.'],
    [['v1:'], {}, 'stands for several'],
    [[], {}, 'Say what to delete'],
    [['v1:nothing'], { all: true }, 'not both'],
  ])('%j with %j is wrong use', async (ids, options, reason) => {
    const { run } = await terminal();
    await expect(run('delete', ids, options)).rejects.toThrow(reason);
  });

  test('K3: where nobody can be asked it wants --yes', async () => {
    const { run, id } = await terminal({ confirm: null });
    await expect(run('delete', [id])).rejects.toThrow('add --yes');
  });
});
