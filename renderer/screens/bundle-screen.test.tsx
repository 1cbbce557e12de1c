// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import { main, open } from '../testing/app-steps.tsx';
import { BUNDLE } from '../testing/sample-repair.ts';

afterEach(cleanup);

const WHERE = '/Users/sam/Downloads/unblank-bundle-2026-11-23T14-03-12Z.zip';
const button = (name: string | RegExp) => main().getByRole('button', { name });

async function openBundle(handlers: Partial<Handlers> = {}, savesTo: string | null = WHERE) {
  const app = await open({
    'bundle.preview': () => ({ bundle: BUNDLE, savesTo }),
    'bundle.read': ({ from }) =>
      from === 0 ? { text: 'first ', next: 6 } : { text: 'last\u202e', next: null },
    'bundle.save': () => ({ saved: { where: WHERE, size: 8123 } }),
    ...handlers,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Changes and backups' }));
  fireEvent.click(await main().findByRole('button', { name: 'Bundle for support' }));
  await main().findByText(/^A zip for an issue/);
  return app;
}

describe('the bundle', () => {
  test('H12: opening it collects and saves nothing', async () => {
    const { seen } = await openBundle();
    await main().findByText('report.json');
    expect(seen.filter(({ name }) => name.startsWith('bundle.')).map(({ name }) => name)).toEqual([
      'bundle.preview',
    ]);
  });

  test('H10: each entry says what it is, its size and what was hidden in it', async () => {
    await openBundle();
    const text = (await main().findByText('report.json')).closest('li')?.textContent;
    expect(text).toContain('18 KB, 14 values hidden (bearer 3, home 11)');
    expect(main().getByText('913 bytes, nothing to hide in it')).toBeTruthy();
    expect(main().getByText('Backups and the keychain: they hold secrets.')).toBeTruthy();
  });

  test('H10, G14: an entry is read to its end, with nothing hidden in it', async () => {
    const { seen } = await openBundle();
    fireEvent.click(await main().findByRole('button', { name: 'Read report.json' }));
    fireEvent.click(await main().findByRole('button', { name: 'Read on' }));
    expect(await main().findByText('End of this file.')).toBeTruthy();
    const shown = main()
      .getByRole('region', { name: /report\.json/ })
      .querySelector('pre');
    expect(shown?.textContent).toBe('first last\\u202e');
    expect(seen.at(-1)?.input).toEqual({ ticket: BUNDLE.ticket, entry: 0, from: 6 });
  });

  test('where it is saved is said before and after', async () => {
    const { seen } = await openBundle();
    expect(await main().findByText(`It is saved as ${WHERE}`)).toBeTruthy();
    fireEvent.click(button('Save the zip'));
    expect(await main().findByText(`Saved as ${WHERE}, 7.9 KB.`)).toBeTruthy();
    expect(seen.at(-1)?.input).toEqual({ ticket: BUNDLE.ticket });
    expect(main().queryByRole('button', { name: 'Save the zip' })).toBeNull();
  });

  test('where a dialog asks, that is said; closing it saves nothing and it can be saved again', async () => {
    await openBundle({ 'bundle.save': () => ({ saved: null }) }, null);
    expect(await main().findByText('A dialog asks where it is saved.')).toBeTruthy();
    fireEvent.click(button('Save the zip'));
    expect(await main().findByText(/^Nothing was saved\./)).toBeTruthy();
    expect(button('Save the zip')).toBeTruthy();
  });

  test('a bundle that is too large says so, and another can be collected', async () => {
    const { seen } = await openBundle({
      'bundle.save': () => {
        throw new AppError('bundle-too-large', { limit: '25 MB' });
      },
    });
    fireEvent.click(await main().findByRole('button', { name: 'Save the zip' }));
    expect((await main().findByRole('alert')).textContent).toContain('25 MB');
    fireEvent.click(button('Collect again'));
    await waitFor(() =>
      expect(seen.filter(({ name }) => name === 'bundle.preview')).toHaveLength(2),
    );
  });
});
