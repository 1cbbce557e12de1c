// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import type { JournalEntry } from '../../main/contract/repair.ts';
import { main, open } from '../testing/app-steps.tsx';
import { ENTRY } from '../testing/sample-repair.ts';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'clipboard');
});

const UNFINISHED: JournalEntry = { ...ENTRY, id: 'e-2', state: 'unfinished', title: 'Cut short' };
const WIPED: JournalEntry = { ...ENTRY, id: 'e-3', state: 'wiped', title: 'Written over' };
const button = (name: string | RegExp) => main().getByRole('button', { name });

async function openJournal(entries: JournalEntry[], handlers: Partial<Handlers> = {}) {
  const app = await open({
    'journal.list': () => ({ entries }),
    'repair.preview': () => ({ runId: 'run-1' }),
    ...handlers,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Changes and backups' }));
  await main().findByText(/^Every change that Unblank made/);
  return app;
}

describe('the journal', () => {
  test('where nothing was changed, that is said', async () => {
    await openJournal([]);
    expect(await main().findByRole('heading', { name: 'Nothing was changed yet.' })).toBeTruthy();
  });

  test('G18: what was interrupted and what was written over comes first, with its way on', async () => {
    const { seen } = await openJournal([ENTRY, UNFINISHED, WIPED]);
    const region = await main().findByRole('region', { name: 'To end first' });
    const titles = [...region.querySelectorAll('h3')].map(({ textContent }) => textContent);
    expect(titles).toEqual(['acme: Cut short', 'acme: Written over']);
    expect(button('Finish: Cut short').className).toContain('button-main');
    expect(button('Undo: Cut short')).toBeTruthy();
    fireEvent.click(button('Do it again: Written over'));
    await waitFor(() =>
      expect(seen.at(-1)).toEqual({
        name: 'repair.preview',
        input: { plan: { kind: 'finish', entry: 'e-3' } },
      }),
    );
  });

  test('an entry has its state as a word, its diff, what was seen, and leads to its undo', async () => {
    const { seen } = await openJournal([ENTRY]);
    const fold = (await main().findByText('acme: Start the server through mcp-remote')).closest(
      'details',
    );
    expect(fold?.textContent).toContain('in place, 2026-11-23 14:03:12 UTC');
    expect(fold?.textContent).toContain('has an entry with a URL and no command');
    expect(fold?.querySelectorAll('.diff-added')).toHaveLength(3);
    fireEvent.click(fold?.querySelector('summary') as HTMLElement);
    fireEvent.click(button(/^Undo: /));
    await waitFor(() =>
      expect(seen.at(-1)?.input).toEqual({ plan: { kind: 'undo', entry: 'e-1' } }),
    );
  });

  test('what cannot be undone has no such button', async () => {
    await openJournal([{ ...ENTRY, state: 'undone', undoable: false, undoneBy: 'e-9' }]);
    expect(await main().findByText('It was undone later.')).toBeTruthy();
    expect(main().queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  test('G11: looking again shows what a client has written over since', async () => {
    await openJournal([ENTRY], { 'journal.recheck': () => ({ entries: [WIPED] }) });
    fireEvent.click(button('Look again'));
    expect(await main().findByRole('region', { name: 'To end first' })).toBeTruthy();
  });

  test('A14: one entry and all of them are copied as the host writes them, masked', async () => {
    const copied: string[] = [];
    const writeText = (text: string) => Promise.resolve(void copied.push(text));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    await openJournal([UNFINISHED], {
      'journal.markdown': ({ entry }) => ({ text: `# ${entry ?? 'all'}` }),
    });
    fireEvent.click(button('Copy all as Markdown'));
    await main().findByText('Copied');
    fireEvent.click(button('Copy as Markdown'));
    await waitFor(() => expect(copied).toEqual(['# all', '# e-2']));
  });

  test('a journal that cannot be read is an error with its advice, and can be tried again', async () => {
    let calls = 0;
    await openJournal([], {
      'journal.list': () => {
        calls += 1;
        if (calls < 3) throw new AppError('too-many-calls');
        return { entries: [] };
      },
    });
    await main().findByRole('alert');
    fireEvent.click(button('Try again'));
    expect(await main().findByText('Nothing was changed yet.')).toBeTruthy();
  });
});

describe('the first screen', () => {
  test('G18: a change that needs the user is the first thing on it', async () => {
    await open({ 'journal.list': () => ({ entries: [UNFINISHED, ENTRY] }) });
    const region = await main().findByRole('region', { name: 'A change needs you' });
    const [first] = main().getAllByRole('region');
    expect(first).toBe(region);
    expect(button('Finish: Cut short')).toBeTruthy();
    expect(region.textContent).not.toContain(ENTRY.title);
  });

  test('says nothing where none does, or where the journal cannot be read', async () => {
    await open({
      'journal.list': () => {
        throw new AppError('call-refused', { reason: 'x' });
      },
    });
    expect(main().queryByText(/needs? you/)).toBeNull();
  });
});
