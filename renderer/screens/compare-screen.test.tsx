// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Comparison } from '../../main/contract/comparison.ts';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import { escapeInvisible } from '../store/escape-invisible.ts';
import { finish, main, open, press } from '../testing/app-steps.tsx';
import { HOSTILE_TEXTS } from '../testing/hostile-texts.ts';
import { SAMPLE_COMPARISON } from '../testing/sample-comparison.ts';

afterEach(cleanup);
afterEach(() => vi.restoreAllMocks());
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...parts) => {
    throw new Error(parts.join(' '));
  });
});

async function compare(handlers: Partial<Handlers> = {}) {
  const app = await open({ 'compare.run': () => SAMPLE_COMPARISON, ...handlers });
  fireEvent.click(await screen.findByRole('button', { name: /^acme https/ }));
  fireEvent.click(main().getByRole('button', { name: 'Compare places' }));
  await main().findByRole('heading', { name: 'Compare places: acme' });
  return app;
}

describe('the comparison of places', () => {
  test('is reached from a server, and asks for it by its id', async () => {
    const { seen } = await compare();
    await main().findByText('This explains it');
    expect(seen.at(-1)).toEqual({ name: 'compare.run', input: { target: 'acme' } });
  });

  test('is reached from a diagnosis as well', async () => {
    await finish(undefined, { 'compare.run': () => SAMPLE_COMPARISON });
    fireEvent.click(main().getByRole('button', { name: 'Compare places' }));
    expect(await main().findByText('This explains it')).toBeTruthy();
  });

  test('says first what explains it and what to do', async () => {
    await compare();
    expect(
      await main().findByRole('heading', {
        name: 'One slash apart: B ends with a slash, A without.',
      }),
    ).toBeTruthy();
    expect(main().getByText('Write the address in B exactly as in A.')).toBeTruthy();
    fireEvent.click(main().getByRole('button', { name: 'About F26' }));
    expect(await main().findByRole('heading', { level: 1 })).toBeTruthy();
  });

  test('shows each place with how it does and how that is known', async () => {
    await compare();
    const places = within(await main().findByRole('region', { name: 'Places' }));
    const items = places.getAllByRole('listitem').map((one) => one.textContent);
    expect(items[0]).toMatch(/^AClaude Code \(user\).*connected.*works$/);
    expect(items[1]).toMatch(/^Bmcp-remote.*Probably meant to be the same: a slash more.*blocked$/);
  });

  test('marks the character in which two addresses differ, and says what is not known', async () => {
    await compare();
    const table = await main().findByRole('table');
    expect(table.querySelector('mark')?.textContent).toBe('/');
    expect(within(table).getByText('not known')).toBeTruthy();
    expect(within(table).getByText('explains it (F26)')).toBeTruthy();
  });

  test('folds what is the same, and says that other files are compared at the command line', async () => {
    await compare();
    const folded = await main().findByText('The same where it is known (1)');
    expect(folded.closest('details')?.open).toBe(false);
    expect(main().getByText('unblank compare acme --with FILE')).toBeTruthy();
  });

  test('c compares again, and Escape goes back', async () => {
    const { seen } = await compare();
    await main().findByText('This explains it');
    const times = () => seen.filter(({ name }) => name === 'compare.run').length;
    press('c');
    await waitFor(() => expect(times()).toBe(2));
    press('Escape');
    expect(main().getByRole('heading', { level: 1 }).textContent).toBe('acme');
  });

  test('a failure is shown with its advice, and trying again helps', async () => {
    let calls = 0;
    await compare({
      'compare.run': () => {
        calls += 1;
        if (calls === 1) throw new AppError('unknown-target');
        return SAMPLE_COMPARISON;
      },
    });
    expect((await main().findByRole('alert')).textContent).toContain('not in the current list');
    fireEvent.click(main().getByRole('button', { name: 'Try again' }));
    expect(await main().findByText('This explains it')).toBeTruthy();
  });

  test('a server that stands alone is said to', async () => {
    const alone: Comparison = {
      ...SAMPLE_COMPARISON,
      places: SAMPLE_COMPARISON.places.slice(0, 1),
      differences: [],
      same: [],
      explanation: { end: 'alone', code: null, sentence: 'It stands in one place.', next: 'Add.' },
    };
    await compare({ 'compare.run': () => alone });
    expect(await main().findByText('Nothing to compare')).toBeTruthy();
    expect(main().getByText('Nothing differs that can be seen here.')).toBeTruthy();
    expect(main().queryByRole('table')).toBeNull();
  });
});

/** Every free text of a comparison replaced; letters and closed words stay. */
function hostile(text: string): Comparison {
  const { server, places, differences, same, explanation } = SAMPLE_COMPARISON;
  const place = { name: text, scope: text, file: text, pointer: text, server: text };
  return {
    server: { ...server, name: text, url: text },
    places: places.map((one) => ({ ...one, ...place, url: text, why: text, near: text })),
    differences: differences.map((one) => ({
      ...one,
      what: text,
      values: one.values.map(({ place: id }, index) => ({ place: id, value: `${text}${index}` })),
      explains: one.explains && { code: 'F26', sentence: text },
    })),
    left: 3,
    same: same.map((one) => ({ ...one, what: text, value: text })),
    explanation: { ...explanation, sentence: text, next: text },
  };
}

test.each(HOSTILE_TEXTS)('A6: %j in every field of a comparison adds no element', async (text) => {
  const names = () => [
    ...new Set([...document.querySelectorAll('main *')].map((one) => one.localName)),
  ];
  await compare({ 'compare.run': () => hostile('plain') });
  await main().findByText('This explains it');
  const plain = names().toSorted();
  cleanup();
  await compare({ 'compare.run': () => hostile(text) });
  await main().findByText('This explains it');
  expect(names().toSorted()).toEqual(plain);
  const shown = document.querySelector('main')?.textContent?.split(escapeInvisible(text)).length;
  expect(shown).toBeGreaterThan(10);
});
