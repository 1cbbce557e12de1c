import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import type { Removed, TokenListing } from '../secrets/token-vault.ts';
import type { TokenDesk } from './app-options.ts';
import { tokenHandlers } from './token-handlers.ts';

const ID = `v1:${'0a'.repeat(32)}`;
const LISTING: TokenListing = {
  entries: [
    {
      id: ID,
      kind: 'tokens',
      issuer: 'https://auth.acme.example',
      resource: 'https://mcp.acme.example/mcp',
      clientId: 'client-1',
      scopes: ['tools:read'],
      expiresAt: 1_795_000_000_000,
      fingerprint: '0a1b2c3d',
      savedAt: 1_794_000_000_000,
      pending: false,
      where: 'keychain',
    },
  ],
  refusal: null,
};

function deskWith(vault: Partial<TokenDesk['vault']> = {}) {
  const seen: string[] = [];
  const answer = (name: string) => (ids: readonly string[]) => {
    seen.push(`${name} ${ids.join()}`);
    const revoked = name === 'revoke' ? ('revoked' as const) : null;
    return Promise.resolve(
      ids.map((id): Removed => ({ id, revoked, deleted: true, refusal: null })),
    );
  };
  let opened = 0;
  const desk: TokenDesk = {
    kept: 'keychain',
    trouble: null,
    vault: {
      list: () => Promise.resolve(LISTING),
      delete: answer('delete'),
      revoke: answer('revoke'),
      ...vault,
    },
    revoker: {
      revoke: () => Promise.resolve('revoked'),
      deregister: () => Promise.resolve('revoked'),
    },
  };
  const openTokenDesk = () => {
    opened += 1;
    return Promise.resolve(desk);
  };
  const handlers = tokenHandlers({ openTokenDesk }, new AbortController().signal);
  return { client: createFakeHost(handlers).client, seen, opened: () => opened };
}

describe('kept sign-ins in a window', () => {
  test('F10: are listed with what they are, and never with a value', async () => {
    const { client } = deskWith();
    expect(await client.call('tokens.list', {})).toEqual({
      kept: 'keychain',
      trouble: null,
      refusal: null,
      cleaned: null,
      entries: LISTING.entries,
    });
  });

  test('F6: the keychain is opened once, and only when it is asked for', async () => {
    const { client, opened } = deskWith();
    expect(opened()).toBe(0);
    await client.call('tokens.list', {});
    await client.call('tokens.list', {});
    expect(opened()).toBe(1);
  });

  test('F6: a keychain that refuses is told with its advice, next to what could be read', async () => {
    const refusal = { trouble: 'locked', advice: 'Unlock your keychain.' } as const;
    const { client, opened } = deskWith({ list: () => Promise.resolve({ ...LISTING, refusal }) });
    expect(await client.call('tokens.list', {})).toMatchObject({ refusal });
    // The next look may ask again: the user has unlocked it since.
    await client.call('tokens.list', {});
    expect(opened()).toBe(2);
  });

  test('D22, F10: are deleted and revoked by id, and each answer is told', async () => {
    const { client, seen } = deskWith();
    expect(await client.call('tokens.delete', { ids: [ID] })).toMatchObject({
      results: [{ id: ID, revoked: null, deleted: true }],
    });
    expect(await client.call('tokens.revoke', { ids: [ID] })).toMatchObject({
      results: [{ id: ID, revoked: 'revoked', deleted: true }],
    });
    expect(seen).toEqual([`delete ${ID}`, `revoke ${ID}`]);
  });

  test('B3: an id that cannot be one, and none at all, are refused before the vault', async () => {
    const { client, seen } = deskWith();
    for (const ids of [[], ['../x'], ['a b'], Array.from({ length: 201 }, () => ID)])
      await expect(client.call('tokens.delete', { ids })).rejects.toMatchObject({
        code: 'call-refused',
      });
    expect(seen).toEqual([]);
  });

  test('F1: what a vault tells beyond the table stays here', async () => {
    const chatty = { ...LISTING, refusal: { trouble: 'locked', advice: 'x', value: 'planted' } };
    const { client } = deskWith({ list: () => Promise.resolve(chatty as TokenListing) });
    expect(JSON.stringify(await client.call('tokens.list', {}))).not.toContain('planted');
  });
});
