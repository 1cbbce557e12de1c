// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import { main, open } from '../testing/app-steps.tsx';
import { KEPT, NOTHING_KEPT } from '../testing/sample-trace.ts';

afterEach(cleanup);

async function look(handlers: Partial<Handlers> = {}) {
  const app = await open(handlers);
  fireEvent.click(screen.getByRole('button', { name: 'Kept sign-ins' }));
  await main().findByText(/^Sign-ins that a trace was told to keep/);
  return app;
}

const button = (name: string) => main().getByRole('button', { name });
const DAMAGED = { ...KEPT, id: 'v1:1', kind: 'unreadable', clientId: '', issuer: '' } as const;

describe('kept sign-ins', () => {
  test('F6: the keychain is asked only once the screen is opened', async () => {
    const { seen } = await open();
    expect(seen.some(({ name }) => name.startsWith('tokens.'))).toBe(false);
  });

  test('where nothing is kept, that is said, with why', async () => {
    await look();
    expect(await main().findByRole('heading', { name: 'Nothing is kept.' })).toBeTruthy();
  });

  test('F10: each shows what it is, and never a value', async () => {
    await look({ 'tokens.list': () => ({ ...NOTHING_KEPT, entries: [KEPT] }) });
    const text = (await main().findByText('Access and refresh token')).closest('li')?.textContent;
    for (const part of ['auth.acme.example', 'client-1', 'tools:read tools:write', '0a1b2c3d'])
      expect(text).toContain(part);
    expect(text).toContain('2026-11-23 14:00:00 UTC');
    expect(text).toContain('keychain');
  });

  test('F10: deleting asks first; what the answer was is said, and the list is read again', async () => {
    let entries = [KEPT];
    const { seen } = await look({
      'tokens.list': () => ({ ...NOTHING_KEPT, entries }),
      'tokens.delete': ({ ids }) => {
        entries = [];
        return {
          results: ids.map((id) => ({ id, revoked: null, deleted: true, refusal: null })),
        };
      },
    });
    await main().findByText('Access and refresh token');
    fireEvent.click(button('Delete'));
    expect(seen.some(({ name }) => name === 'tokens.delete')).toBe(false);
    expect(main().getByText(/The server is not told/)).toBeTruthy();
    fireEvent.click(button('Keep'));
    fireEvent.click(button('Delete'));
    fireEvent.click(button('Delete'));
    expect(await main().findByText('Deleted here.')).toBeTruthy();
    expect(seen.find(({ name }) => name === 'tokens.delete')?.input).toEqual({ ids: ['v1:0a'] });
    expect(main().getByRole('heading', { name: 'Nothing is kept.' })).toBeTruthy();
  });

  test('revoking asks first, and a server that has no revocation is said to have none', async () => {
    await look({
      'tokens.list': () => ({ ...NOTHING_KEPT, entries: [KEPT] }),
      'tokens.revoke': ({ ids }) => ({
        results: ids.map((id) => ({ id, revoked: 'no-endpoint', deleted: true, refusal: null })),
      }),
    });
    await main().findByText('Access and refresh token');
    fireEvent.click(button('Revoke'));
    expect(main().getByText(/^Revoke it at auth\.acme\.example\?/)).toBeTruthy();
    fireEvent.click(button('Revoke'));
    expect(await main().findByText(/has no revocation; .* Deleted here\./)).toBeTruthy();
  });

  test('a damaged entry can be deleted and not revoked', async () => {
    await look({ 'tokens.list': () => ({ ...NOTHING_KEPT, entries: [DAMAGED] }) });
    await main().findByText('Damaged entry');
    expect(main().queryByRole('button', { name: 'Revoke' })).toBeNull();
    expect(button('Delete')).toBeTruthy();
  });

  test('all can be deleted at once', async () => {
    const { seen } = await look({
      'tokens.list': () => ({ ...NOTHING_KEPT, entries: [KEPT, DAMAGED] }),
      'tokens.delete': () => ({ results: [] }),
    });
    await main().findByText('Damaged entry');
    fireEvent.click(button('Delete all'));
    fireEvent.click(button('Delete all'));
    await waitFor(() =>
      expect(seen.find(({ name }) => name === 'tokens.delete')?.input).toEqual({
        ids: ['v1:0a', 'v1:1'],
      }),
    );
  });

  test('F6: a locked keychain is said with its advice, and nothing is called empty', async () => {
    const refusal = { trouble: 'locked', advice: 'Unlock the login keychain.' } as const;
    await look({ 'tokens.list': () => ({ ...NOTHING_KEPT, refusal }) });
    const alert = await main().findByRole('alert');
    expect(alert.textContent).toContain('The keychain is locked.Unlock the login keychain.');
    expect(main().queryByText('Nothing is kept.')).toBeNull();
  });

  test('F4: without a keychain it is said that memory is all there is', async () => {
    await look({
      'tokens.list': () => ({ ...NOTHING_KEPT, kept: 'memory', trouble: 'missing' }),
    });
    expect((await main().findByRole('alert')).textContent).toContain('until Unblank closes');
  });

  test('a failure is shown with its advice, and trying again helps', async () => {
    let calls = 0;
    await look({
      'tokens.list': () => {
        calls += 1;
        if (calls === 1) throw new AppError('too-many-calls');
        return NOTHING_KEPT;
      },
    });
    await main().findByRole('alert');
    fireEvent.click(button('Try again'));
    expect(await main().findByText('Nothing is kept.')).toBeTruthy();
  });
});
