// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import type { Backup } from '../../main/contract/repair.ts';
import { main, open } from '../testing/app-steps.tsx';
import { BACKUP } from '../testing/sample-repair.ts';

afterEach(cleanup);

const button = (name: string | RegExp) => main().getByRole('button', { name });

async function openBackups(backups: Backup[], handlers: Partial<Handlers> = {}) {
  const app = await open({
    'backup.list': () => ({ backups }),
    'backup.create': () => ({ backup: { ...BACKUP, id: 'b-2' } }),
    'repair.preview': () => ({ runId: 'run-1' }),
    ...handlers,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Changes and backups' }));
  fireEvent.click(await main().findByRole('button', { name: 'Backups' }));
  await main().findByText(/^Copies of the files/);
  return app;
}

describe('backups', () => {
  test('where there is none, that is said; one press makes one and says how many files', async () => {
    const { seen } = await openBackups([]);
    expect(await main().findByText('There is no backup yet.')).toBeTruthy();
    fireEvent.click(button('Back up now'));
    expect(await main().findByText('Backed up and read again: 2 files.')).toBeTruthy();
    await waitFor(() => expect(seen.filter(({ name }) => name === 'backup.list')).toHaveLength(2));
  });

  test('each file is held against the disk as it is now, in full', async () => {
    await openBackups([BACKUP]);
    const files = (await main().findByText('/Users/sam/.claude.json')).closest('ul');
    const lines = [...(files?.children ?? [])].map(({ textContent }) => textContent);
    expect(lines[0]).toContain('differs now');
    expect(lines[0]).toContain('1.8 KB, mode 600, 2026-11-20 08:12:00 UTC, a3f1a3f1a3f1');
    expect(lines[1]).toContain('as now');
  });

  test('B7: one file is restored by its place, or all; each with a preview first', async () => {
    const { seen } = await openBackups([BACKUP]);
    fireEvent.click(
      await main().findByRole('button', { name: /^Restore \/Users.*desktop_config/ }),
    );
    await waitFor(() =>
      expect(seen.at(-1)?.input).toEqual({
        plan: { kind: 'restore', backup: 'b-1', chosen: [0] },
      }),
    );
  });

  test('all of it can be restored', async () => {
    const { seen } = await openBackups([BACKUP]);
    fireEvent.click(await main().findByRole('button', { name: 'Restore all' }));
    await waitFor(() =>
      expect(seen.at(-1)?.input).toEqual({
        plan: { kind: 'restore', backup: 'b-1', chosen: null },
      }),
    );
  });

  test('what is as it was has nothing to restore', async () => {
    const files = BACKUP.files.map((file) => ({ ...file, now: 'same' as const }));
    await openBackups([{ ...BACKUP, files }]);
    expect(await main().findByText(/all as now/)).toBeTruthy();
    expect(main().queryByRole('button', { name: /Restore/ })).toBeNull();
  });

  test('G12: a damaged backup is named, with what of it is damaged', async () => {
    await openBackups([{ ...BACKUP, damaged: ['.claude.json has other bytes than it had.'] }]);
    expect(await main().findByText('.claude.json has other bytes than it had.')).toBeTruthy();
    expect(main().getByText(/, damaged$/)).toBeTruthy();
  });

  test('a disk that refuses is said with its advice', async () => {
    await openBackups([], {
      'backup.create': () => {
        throw new AppError('file-unwritable', { file: '/x', reason: 'the disk is full.' });
      },
    });
    fireEvent.click(button('Back up now'));
    expect((await main().findByRole('alert')).textContent).toContain('the disk is full.');
  });
});
