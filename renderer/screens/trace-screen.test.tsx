// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import { main, open, press } from '../testing/app-steps.tsx';
import {
  BLANK_MESSAGES,
  BLANK_SIGN_IN,
  DONE_SIGN_IN,
  LOOP_MESSAGES,
  REGISTER,
  tracedReport,
} from '../testing/sample-trace.ts';

afterEach(cleanup);

/** The screen before a sign-in of `acme` is traced. */
async function setUp(handlers: Partial<Handlers> = {}) {
  const app = await open(handlers);
  fireEvent.click(screen.getByRole('button', { name: 'Trace sign-in of acme' }));
  await main().findByRole('button', { name: 'Start the sign-in' });
  return app;
}

async function begin(handlers: Partial<Handlers> = {}) {
  const app = await setUp(handlers);
  fireEvent.click(main().getByRole('button', { name: 'Start the sign-in' }));
  await main().findByRole('button', { name: 'Stop' });
  return app;
}

type App = Awaited<ReturnType<typeof begin>>;
const called = {
  outcome: 'blank',
  headline: BLANK_SIGN_IN.headline,
  next: BLANK_SIGN_IN.next,
} as const;
const draw = (app: App, messages = [...BLANK_MESSAGES], one: typeof called | null = null) =>
  act(() =>
    app.emit('trace.sequence', { runId: 'run-1', messages, exchanges: [REGISTER], called: one }),
  );
const finishWith = (app: App, report = tracedReport()) =>
  act(() => app.emit('trace.finished', { runId: 'run-1', report }));
const steps = () => main().getByRole('list', { name: 'Sequence of the sign-in' });
const step = (name: RegExp) => main().getByRole('button', { name });

describe('before a sign-in is traced', () => {
  test('E8, E9: opening the screen starts nothing; it says what Start will do', async () => {
    const { seen } = await setUp();
    expect(seen.map(({ name }) => name).sort()).toEqual([
      'app.about',
      'journal.list',
      'machine.overview',
    ]);
    const happens = main().getByRole('region', { name: 'What will happen' });
    expect(happens.textContent).toContain('registration');
    expect(happens.textContent).toContain('with your own account');
    expect(happens.textContent).toContain('mcp.acme.example:8383');
    expect(happens.textContent).toContain('revoked');
  });

  test('Start sends what was chosen; by default hosted Claude in a window of its own', async () => {
    const { seen } = await begin();
    expect(seen.at(-1)).toEqual({
      name: 'trace.start',
      input: {
        target: { kind: 'server', id: 'acme' },
        as: 'claude-hosted',
        way: 'isolated',
        keep: false,
        thorough: false,
        clientId: null,
      },
    });
  });

  test('every choice reaches the host, and the consent follows the choice', async () => {
    const { seen } = await setUp();
    fireEvent.change(main().getByLabelText('Whose sign-in'), { target: { value: 'claude-code' } });
    fireEvent.click(main().getByRole('radio', { name: 'In your browser' }));
    fireEvent.click(main().getByText('More'));
    fireEvent.click(main().getByRole('checkbox', { name: 'Keep the tokens' }));
    const id = main().getByLabelText('Client ID that you registered');
    fireEvent.change(id, { target: { value: ' given-1 ' } });
    const happens = main().getByRole('region', { name: 'What will happen' });
    expect(happens.textContent).toContain('registers nothing');
    expect(happens.textContent).toContain('kept in the keychain');
    expect(happens.textContent).toContain('Your browser opens');
    fireEvent.click(main().getByRole('button', { name: 'Start the sign-in' }));
    await waitFor(() => expect(seen.at(-1)?.name).toBe('trace.start'));
    expect(seen.at(-1)?.input).toMatchObject({
      as: 'claude-code',
      way: 'system',
      keep: true,
      clientId: 'given-1',
    });
  });

  test('hosted Claude cannot be called back in the browser: that is said before Start', async () => {
    await setUp();
    fireEvent.click(main().getByRole('radio', { name: 'In your browser' }));
    expect(main().getByText(/is called back on its own site/)).toBeTruthy();
    expect(
      main().getByRole<HTMLButtonElement>('button', { name: 'Start the sign-in' }).disabled,
    ).toBe(true);
    fireEvent.click(main().getByRole('radio', { name: 'In a window of its own' }));
    expect(
      main().getByRole<HTMLButtonElement>('button', { name: 'Start the sign-in' }).disabled,
    ).toBe(false);
  });

  test('a refusal is said in words above the same choices', async () => {
    await setUp({
      'trace.start': () => {
        throw new AppError('trace-running');
      },
    });
    fireEvent.change(main().getByLabelText('Whose sign-in'), { target: { value: 'cursor' } });
    fireEvent.click(main().getByRole('button', { name: 'Start the sign-in' }));
    const alert = await main().findByRole('alert');
    expect(alert.textContent).toContain('A sign-in is being traced already.');
    expect(main().getByLabelText<HTMLSelectElement>('Whose sign-in').value).toBe('cursor');
  });
});

describe('while a sign-in is traced', () => {
  test('progress is shown and said', async () => {
    const app = await begin();
    act(() =>
      app.emit('trace.progress', { runId: 'run-1', text: 'Registering', done: 2, total: 9 }),
    );
    expect(main().getByRole('progressbar', { name: 'Registering' })).toBeTruthy();
    expect(screen.getByTestId('trace-live').textContent).toBe('Registering');
  });

  test('each step is heard whole: what, from whom to whom, its state, why', async () => {
    const app = await begin();
    draw(app);
    expect(
      step(
        /^4\. 200 with a client ID, Authorization server to Claude Desktop, claude\.ai, warning, after 0\.7 s\. The specification asks for 201/,
      ),
    ).toBeTruthy();
    expect(step(/^8\. about:blank, You, wrong/)).toBeTruthy();
    expect(steps().querySelectorAll('li')).toHaveLength(BLANK_MESSAGES.length);
  });

  test('a state is a shape and a word, not a colour alone', async () => {
    const app = await begin();
    draw(app);
    const drawing = document.querySelector('.sequence-drawing');
    expect(drawing?.querySelectorAll('.mark-triangle')).toHaveLength(1);
    expect(drawing?.textContent).toContain('200 with a client ID · warning');
    const legend = main().getByRole('list', { name: 'Marks' });
    expect(legend.textContent).toBe('in orderwarningwrongwaiting');
  });

  test('arrows move along the steps, Enter opens one, Escape closes it and comes back', async () => {
    const app = await begin();
    draw(app);
    act(() => step(/^1\./).focus());
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement).toBe(step(/^3\./));
    fireEvent.click(step(/^3\./));
    const pane = main().getByRole('complementary', { name: 'Step' });
    expect(pane.textContent).toContain('POST https://auth.acme.example/register');
    expect(pane.textContent).toContain('[client secret 1]');
    expect(document.activeElement?.textContent).toBe('POST /register');
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(step(/^3\./)));
    expect(main().queryByRole('complementary')).toBeNull();
    expect(main().getByRole('heading', { level: 1 }).textContent).toBe('Trace sign-in: acme');
  });

  test('a step without a request of ours says so', async () => {
    const app = await begin();
    draw(app);
    fireEvent.click(step(/^8\./));
    expect(main().getByRole('complementary').textContent).toContain('Nothing was sent');
  });

  test('the lanes carry the real hosts, as soon as they are known', async () => {
    const app = await begin();
    draw(app, BLANK_MESSAGES.slice(0, 2));
    expect(document.querySelector('.lanes')?.textContent).toBe(
      'YouClaude Desktop, claude.aiMCP servermcp.acme.example:8383Authorization servernot known yet',
    );
    draw(app);
    expect(document.querySelector('.lanes')?.textContent).toMatch(/auth\.acme\.example$/);
  });

  test('a blank page is called where it is seen, with the next step', async () => {
    const app = await begin();
    draw(app, [...BLANK_MESSAGES], called);
    expect(main().getByText('Blank page')).toBeTruthy();
    expect(main().getByRole('heading', { name: called.headline })).toBeTruthy();
    expect(main().getByText(called.next)).toBeTruthy();
    expect(screen.getByTestId('trace-live').textContent).toBe(`${called.headline} ${called.next}`);
  });

  test('a loop is bracketed in the drawing, and heard as “again, 2 of 2”', async () => {
    const app = await begin();
    draw(app, [...LOOP_MESSAGES]);
    expect(document.querySelectorAll('.sequence-drawing .bracket')).toHaveLength(1);
    expect(step(/^15\. again, 2 of 2, .*, wrong/)).toBeTruthy();
    expect(step(/^16\. GET \/authorize, .*, waiting/)).toBeTruthy();
  });

  test('Stop asks once, and what was seen stays', async () => {
    const app = await begin();
    draw(app);
    fireEvent.click(main().getByRole('button', { name: 'Stop' }));
    await main().findByRole('button', { name: 'Stopping' });
    expect(app.seen.filter(({ name }) => name === 'trace.cancel')).toHaveLength(1);
    const error = { code: 'run-stuck', params: {} } as const;
    act(() => app.emit('trace.failed', { runId: 'run-1', error }));
    expect(main().getByRole('alert').textContent).toContain('did not end in time');
    expect(steps().querySelectorAll('li')).toHaveLength(BLANK_MESSAGES.length);
    fireEvent.click(main().getByRole('button', { name: 'Trace again' }));
    expect(main().getByRole('button', { name: 'Start the sign-in' })).toBeTruthy();
  });

  test('it goes on while one looks elsewhere', async () => {
    const app = await begin();
    press('Escape');
    draw(app);
    fireEvent.click(screen.getByRole('button', { name: 'Trace sign-in of acme' }));
    expect(steps().querySelectorAll('li')).toHaveLength(BLANK_MESSAGES.length);
  });

  test('of seven hundred steps the last five hundred are drawn, and the rest is counted', async () => {
    const app = await begin();
    const many = Array.from({ length: 700 }, (_, at) => ({
      ...(BLANK_MESSAGES[0] as (typeof BLANK_MESSAGES)[number]),
      id: `n${at}`,
    }));
    draw(app, many);
    expect(steps().querySelectorAll('li')).toHaveLength(500);
    expect(main().getByText('200 earlier steps are not drawn.')).toBeTruthy();
  });
});

describe('when a traced sign-in has ended', () => {
  test('the first thing to fix stands on top, and the full report is one press away', async () => {
    const app = await begin();
    finishWith(app);
    expect(
      main().getByRole('heading', { name: 'Your server sends Claude to the wrong document.' }),
    ).toBeTruthy();
    fireEvent.click(main().getByRole('button', { name: 'Open the full report' }));
    expect(main().getByRole('list', { name: /^The way of the request/ })).toBeTruthy();
  });

  test('D22: what the token was and what became of it is said', async () => {
    const app = await begin();
    finishWith(app, tracedReport(DONE_SIGN_IN));
    const result = main().getByRole('region', { name: 'What the sign-in showed' });
    expect(result.textContent).toContain('https://mcp.acme.example:8383/mcp');
    expect(result.textContent).toContain('3600 s');
    expect(result.textContent).toContain('The access token was revoked.');
  });

  test('writing to the vendor is offered only where there is something to write', async () => {
    const app = await begin();
    finishWith(app);
    await waitFor(() => expect(app.seen.at(-1)?.name).toBe('vendor.report'));
    expect(main().queryByRole('button', { name: 'Write to the vendor' })).toBeNull();
  });

  test('the text for the vendor takes the reference and can be copied', async () => {
    const app = await begin({
      'vendor.report': ({ reference }) => ({ text: `ref ${reference || 'none'}`, why: null }),
    });
    finishWith(app, tracedReport(DONE_SIGN_IN));
    fireEvent.click(await main().findByRole('button', { name: 'Write to the vendor' }));
    expect(await main().findByText('ref none')).toBeTruthy();
    fireEvent.change(main().getByLabelText('Reference'), { target: { value: 'ofid_1' } });
    expect(await main().findByText('ref ofid_1')).toBeTruthy();
    expect(main().getByRole('button', { name: 'Copy text' })).toBeTruthy();
    expect(app.seen.at(-1)?.input).toEqual({ runId: 'run-1', reference: 'ofid_1' });
  });
});
