// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../main/contract/errors.ts';
import { SAMPLE_OVERVIEW } from './testing/sample-overview.ts';
import { createTestApp } from './testing/test-app.tsx';
import { finish, main, open, press, start, station } from './testing/app-steps.tsx';

afterEach(cleanup);

describe('the overview', () => {
  test('lists programs, files with their state, servers with their clients', async () => {
    await open();
    const part = (name: string) => within(main().getByRole('region', { name }));
    expect(
      part('Servers')
        .getAllByRole('button', { name: /^(?!Trace|Watch)/ })
        .map((one) => one.textContent),
    ).toEqual([
      'acmehttps://mcp.acme.example:8383/mcpClaude Codenot checked',
      'docshttps://docs.acme.example/mcpClaude Code · mcp-remotenot checked',
      'notesstarts a command, no URLClaude Codenot checked',
    ]);
    // The one that starts a command has no address to sign in at.
    expect(
      part('Servers')
        .getAllByRole('button', { name: /^Trace/ })
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Trace sign-in of acme', 'Trace sign-in of docs']);
    expect(part('Servers').getAllByRole('button', { name: /^Watch/ })).toHaveLength(3);
    await main().findByRole('region', { name: 'Programs' });
    expect(part('Programs').getByText(/2\.1\.197/)).toBeTruthy();
    expect(part('Configuration files').getByText('broken')).toBeTruthy();
    expect(part('Configuration files').getByText('not there')).toBeTruthy();
  });

  test('shows findings about the machine as cards, with the place in the file', async () => {
    await open();
    const card = within(main().getByRole('article'));
    expect(card.getByRole('heading', { level: 3 }).textContent).toBe(
      'A configuration file does not parse',
    );
    expect(card.getByText(/claude_desktop_config\.json, line 7, column 6/)).toBeTruthy();
  });

  test('E8: opening the window starts no check', async () => {
    const { seen } = await open();
    expect(seen.map(({ name }) => name).sort()).toEqual([
      'app.about',
      'journal.list',
      'machine.overview',
    ]);
  });

  test('says what to do where nothing is configured', async () => {
    const nothing = { ...SAMPLE_OVERVIEW, servers: [], installs: [], findings: [] };
    const { seen } = await open({ 'machine.overview': () => nothing });
    expect(main().getByRole('heading', { name: /No MCP server is configured/ })).toBeTruthy();
    fireEvent.click(main().getByRole('button', { name: 'Check a URL' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Check a URL'));
    fireEvent.click(main().getByRole('button', { name: 'Try it on a broken server' }));
    await waitFor(() =>
      expect(seen.at(-1)?.input).toEqual({ target: { kind: 'demo' }, register: false }),
    );
  });

  test('a failure is shown with its advice, and trying again helps', async () => {
    let calls = 0;
    const { container } = render(
      createTestApp({
        'machine.overview': () => {
          calls += 1;
          if (calls === 1) throw new AppError('too-many-calls');
          return SAMPLE_OVERVIEW;
        },
      }).element,
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The window asked too often.Wait a moment and try again.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/nobody was contacted/);
    expect(container.querySelector('[role=alert]')).toBeNull();
  });
});

describe('keys', () => {
  test('/ goes to the URL field, Escape leaves it, and letters in it are text', async () => {
    const { seen } = await open();
    const before = seen.length;
    press('/');
    expect(document.activeElement).toBe(screen.getByLabelText('Check a URL'));
    press('c');
    press('?');
    expect(seen).toHaveLength(before);
    expect(main().getByRole('heading', { level: 1 }).textContent).toBe('This machine');
    press('Escape');
    expect(document.activeElement).toBe(document.body);
  });

  test('c looks again on the overview and checks again on a diagnosis', async () => {
    const { seen } = await open();
    press('c');
    await waitFor(() =>
      expect(seen.filter(({ name }) => name === 'machine.overview')).toHaveLength(2),
    );
    fireEvent.click(screen.getByRole('button', { name: /^acme https/ }));
    press('c');
    await screen.findByRole('button', { name: 'Stop' });
    expect(seen.at(-1)?.input).toEqual({
      target: { kind: 'server', id: 'acme' },
      register: false,
    });
  });

  test('c does not start a second run while one is going', async () => {
    const { seen } = await start();
    press('c');
    expect(seen.filter(({ name }) => name === 'diagnosis.start')).toHaveLength(1);
  });

  test('? lists the keys and Escape goes back', async () => {
    await open();
    press('?');
    const heading = await main().findByRole('heading', { name: 'Keys', level: 1 });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    press('Escape');
    expect(main().getByRole('heading', { level: 1 }).textContent).toBe('This machine');
  });

  test('arrows move in the list of servers, and only one of them is a tab stop', async () => {
    await open();
    const rail = within(screen.getByRole('navigation'));
    const list = rail.getAllByRole('button').slice(0, 4);
    act(() => list[0]?.focus());
    press('ArrowDown');
    expect(document.activeElement).toBe(list[1]);
    press('End');
    expect(document.activeElement).toBe(list[3]);
    press('ArrowDown');
    expect(document.activeElement).toBe(list[3]);
    expect(list.map((one) => one.tabIndex)).toEqual([-1, -1, -1, 0]);
  });

  test('arrows move along the stations from the open one', async () => {
    await finish();
    const opened = station(/^resource metadata/);
    expect(opened.tabIndex).toBe(0);
    act(() => opened.focus());
    press('ArrowRight');
    expect(document.activeElement).toBe(station(/^server metadata/));
    press('Home');
    expect(document.activeElement).toBe(station(/^reach: at risk, 1 finding/));
  });
});
