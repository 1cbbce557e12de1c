// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Handlers } from '../../main/contract/host.ts';
import { main, open } from '../testing/app-steps.tsx';
import { SAMPLE_OVERVIEW } from '../testing/sample-overview.ts';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';

afterEach(cleanup);

const [acme] = SAMPLE_OVERVIEW.servers;
if (acme === undefined) throw new Error('the sample machine has no server');
const NAMES = ['acme', 'beta', 'gamma', 'delta', 'omega'];
const servers = NAMES.map((id) => ({
  ...acme,
  id,
  name: id,
  url: `https://${id}.example/mcp`,
}));
const button = (name: string | RegExp) => main().getByRole('button', { name });
const row = (name: string) =>
  within(
    main()
      .getByRole('rowheader', { name: new RegExp(`^${name}`) })
      .closest('tr')!,
  );

async function openMatrix(handlers: Partial<Handlers> = {}, found = servers) {
  let runs = 0;
  const app = await open({
    'machine.overview': () => ({ ...SAMPLE_OVERVIEW, servers: found }),
    'diagnosis.start': () => ({ runId: `run-${(runs += 1)}` }),
    ...handlers,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Check all servers' }));
  await main().findByRole('heading', { level: 1, name: 'All servers' });
  const started = () => app.seen.filter(({ name }) => name === 'diagnosis.start').length;
  const end = (run: number, report = SAMPLE_REPORT) =>
    act(() => app.emit('diagnosis.finished', { runId: `run-${run}`, report }));
  return { ...app, started, end };
}

const GOOD = {
  ...SAMPLE_REPORT,
  targets: SAMPLE_REPORT.targets.map((one) => ({
    ...one,
    rootCause: null,
    findings: [],
    verdicts: one.verdicts.map((verdict) => ({ ...verdict, outcome: 'works' as const })),
  })),
};

describe('all servers', () => {
  test('E8: before anything is asked it names whom a check contacts', async () => {
    const { started } = await openMatrix();
    expect(main().getByText(/A check contacts acme\.example, beta\.example,/)).toBeTruthy();
    expect(started()).toBe(0);
  });

  test('asks three at a time, and the next as soon as one has ended', async () => {
    const { started, end } = await openMatrix();
    fireEvent.click(button('Check all'));
    await waitFor(() => expect(started()).toBe(3));
    expect(main().getByText('Checking: 0 of 5 are done.')).toBeTruthy();
    end(1);
    await waitFor(() => expect(started()).toBe(4));
    expect(main().getByText('Checking: 1 of 5 are done.')).toBeTruthy();
    for (const one of [2, 3, 4]) end(one);
    await waitFor(() => expect(started()).toBe(5));
    end(5);
    await waitFor(() => expect(main().getByText('All 5 servers are checked.')).toBeTruthy());
  });

  test('Stop starts no further one and stops those under way', async () => {
    const { started, end, seen } = await openMatrix();
    fireEvent.click(button('Check all'));
    await waitFor(() => expect(started()).toBe(3));
    fireEvent.click(button('Stop'));
    await waitFor(() =>
      expect(seen.filter(({ name }) => name === 'diagnosis.cancel')).toHaveLength(3),
    );
    for (const one of [1, 2, 3]) end(one);
    await waitFor(() => expect(button('Check all again')).toBeTruthy());
    expect(started()).toBe(3);
  });

  test('the first that is stopped is the sentence on top, and its cell opens that client', async () => {
    const { end } = await openMatrix({}, servers.slice(0, 2));
    fireEvent.click(button('Check all'));
    await waitFor(() => expect(row('acme').getByText('checking')).toBeTruthy());
    end(1, GOOD);
    end(2);
    expect(await main().findByText('First thing to fix, at beta')).toBeTruthy();
    const blocked = row('beta').getByRole('button', {
      name: /^Claude Desktop, claude\.ai: blocked/,
    });
    fireEvent.click(blocked);
    expect(await main().findByRole('heading', { level: 1, name: 'beta' })).toBeTruthy();
    const chosen = main().getByRole('radio', { checked: true });
    expect(chosen.closest('label')?.textContent).toContain('Claude Desktop, claude.ai');
  });

  test('nothing is called good before all are checked, and where nothing is wrong it says so', async () => {
    const { end } = await openMatrix({}, servers.slice(0, 2));
    fireEvent.click(button('Check all'));
    await waitFor(() => expect(row('acme').getByText('checking')).toBeTruthy());
    end(1, GOOD);
    expect(main().queryByRole('heading', { level: 2 })).toBeNull();
    end(2, GOOD);
    const name = 'No server here stops a client.';
    expect(await main().findByRole('heading', { name })).toBeTruthy();
  });
});
