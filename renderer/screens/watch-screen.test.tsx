// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import { finish, main, open, press } from '../testing/app-steps.tsx';
import { CONNECTED_END, FAILED_END, NEWS } from '../testing/sample-watch.ts';

afterEach(cleanup);

const BUTTON = 'Watch acme while you try again in Claude';

async function begin(handlers: Partial<Handlers> = {}) {
  const app = await open(handlers);
  fireEvent.click(screen.getByRole('button', { name: BUTTON }));
  await main().findByRole('button', { name: 'Stop' });
  return app;
}
type App = Awaited<ReturnType<typeof begin>>;
const tell = (app: App, changes: Partial<typeof NEWS> = {}) =>
  act(() => app.emit('watch.news', { runId: 'run-1', news: { ...NEWS, ...changes } }));
const endWith = (app: App, end = FAILED_END) =>
  act(() => app.emit('watch.ended', { runId: 'run-1', end }));
const list = () => main().getByRole('log', { name: 'What happens' });

describe('watching while one tries again', () => {
  test('is reached from a server in the overview, and begins by that press', async () => {
    const { seen } = await begin();
    expect(seen.at(-1)).toEqual({
      name: 'watch.start',
      input: { target: { kind: 'server', id: 'acme' } },
    });
    expect(main().getByRole('heading', { level: 1 }).textContent).toBe(
      'Watch while you try again in Claude: acme',
    );
    expect(main().getAllByText('Watching the logs. Try again in Claude now.')).toHaveLength(2);
  });

  test('is reached from a server’s diagnosis', async () => {
    const { seen } = await finish();
    fireEvent.click(main().getByRole('button', { name: 'Watch while you try again in Claude' }));
    await main().findByRole('log', { name: 'What happens' });
    expect(seen.at(-1)).toMatchObject({ name: 'watch.start', input: { target: { id: 'acme' } } });
  });

  test('E8: opening the window watches nothing', async () => {
    const { seen } = await open();
    expect(seen.some(({ name }) => name === 'watch.start')).toBe(false);
  });

  test('each happening is a line that is said politely: when, who, which server, what', async () => {
    const app = await begin();
    tell(app);
    tell(app, { mark: 'wrong', text: 'failed: “no registration”' });
    tell(app, { client: null, server: null, mark: 'note', text: 'Nothing was written for 20 s.' });
    expect(list().getAttribute('aria-live')).toBe('polite');
    const lines = [...list().querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      '14:03:12in order:Claude Code, acme: started to connect',
      '14:03:12wrong:Claude Code, acme: failed: “no registration”',
      '14:03:12note of Unblank:Nothing was written for 20 s.',
    ]);
  });

  test('a state is a shape and a word, not a colour alone', async () => {
    const app = await begin();
    tell(app, { mark: 'wrong' });
    expect(list().querySelectorAll('.mark-square')).toHaveLength(1);
  });

  test('the end is a banner: what happened, the cause with its page, what to do, the lines', async () => {
    const app = await begin();
    tell(app);
    endWith(app);
    expect(main().getByRole('heading', { name: FAILED_END.headline })).toBeTruthy();
    expect(main().getByText(FAILED_END.next)).toBeTruthy();
    expect(main().getByText('Failed')).toBeTruthy();
    expect(main().getByText('Connection failed: no registration')).toBeTruthy();
    expect(list().querySelectorAll('li')).toHaveLength(1);
    expect(screen.getByTestId('watch-live').textContent).toContain(FAILED_END.next);
    fireEvent.click(main().getByRole('button', { name: 'About F40' }));
    await waitFor(() => expect(app.seen.at(-1)?.name).toBe('mode.explain'));
  });

  test('from a failed one it is one press to the check and to the trace', async () => {
    const app = await begin();
    endWith(app);
    expect(main().getByRole('button', { name: 'Trace sign-in' })).toBeTruthy();
    fireEvent.click(main().getByRole('button', { name: 'Check this server' }));
    await waitFor(() => expect(app.seen.at(-1)?.name).toBe('diagnosis.start'));
  });

  test('one that connected says so, and can be watched again', async () => {
    const app = await begin();
    tell(app);
    endWith(app, CONNECTED_END);
    expect(main().getByText('Connected')).toBeTruthy();
    expect(main().queryByRole('button', { name: 'Check this server' })).toBeNull();
    fireEvent.click(main().getByRole('button', { name: 'Watch again' }));
    await main().findByRole('button', { name: 'Stop' });
    expect(list().querySelectorAll('li')).toHaveLength(0);
  });

  test('Stop asks once, and what was told stays', async () => {
    const app = await begin();
    tell(app);
    fireEvent.click(main().getByRole('button', { name: 'Stop' }));
    await main().findByRole('button', { name: 'Stopping' });
    expect(app.seen.filter(({ name }) => name === 'watch.stop')).toHaveLength(1);
    endWith(app, { ...CONNECTED_END, outcome: 'stopped', headline: 'Nothing was written.' });
    expect(main().getByText('No attempt ended')).toBeTruthy();
    expect(list().querySelectorAll('li')).toHaveLength(1);
  });

  test('it goes on while one looks elsewhere', async () => {
    const app = await begin();
    press('Escape');
    tell(app);
    fireEvent.click(screen.getByRole('button', { name: BUTTON }));
    await main().findByRole('log', { name: 'What happens' });
    expect(list().querySelectorAll('li')).toHaveLength(1);
    expect(app.seen.filter(({ name }) => name === 'watch.start')).toHaveLength(1);
  });

  test('a refusal is said in words, with a second try', async () => {
    const app = await open({
      'watch.start': () => {
        throw new AppError('watch-running');
      },
    });
    fireEvent.click(screen.getByRole('button', { name: BUTTON }));
    const alert = await main().findByRole('alert');
    expect(alert.textContent).toContain('The logs are being watched already.');
    fireEvent.click(main().getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(app.seen.filter(({ name }) => name === 'watch.start')).toHaveLength(2),
    );
  });

  test('G14, H13: hidden characters of a line are shown and run nothing', async () => {
    const app = await begin();
    tell(app, { text: 'a\u202eb<img src=x>', server: '\u001b[31macme' });
    expect(list().textContent).toContain('a\\u202eb<img src=x>');
    expect(list().textContent).toContain('\\u001b[31macme');
    expect(list().querySelector('img')).toBeNull();
  });
});
