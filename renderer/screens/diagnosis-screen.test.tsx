// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';
import { finish, main, open, press, start, station } from '../testing/app-steps.tsx';

afterEach(cleanup);

describe('a diagnosis', () => {
  test('E8: a chosen server is not contacted before it is said who would be', async () => {
    const { seen } = await open();
    fireEvent.click(screen.getByRole('button', { name: /^docs https/ }));
    expect(main().getByText(/A check contacts docs\.acme\.example and/)).toBeTruthy();
    expect(seen.some(({ name }) => name === 'diagnosis.start')).toBe(false);
  });

  test('names what is being done, with its place reserved and said aloud', async () => {
    const { emit } = await start();
    const text = 'Asking for the resource metadata';
    act(() => emit('diagnosis.progress', { runId: 'run-1', text, done: 3, total: 9 }));
    expect(main().getByText('step 3 of 9')).toBeTruthy();
    expect(main().getByRole('progressbar').getAttribute('value')).toBe('3');
    expect(screen.getByTestId('live').textContent).toBe(text);
    expect(main().getByText('The way of the request')).toBeTruthy();
  });

  test('ends with the first thing to fix, the verdicts and the open broken station', async () => {
    await finish();
    expect(main().getByRole('heading', { level: 2, name: /wrong document\.$/ })).toBeTruthy();
    const verdicts = main()
      .getAllByRole('radio')
      .map((one) => one.closest('label')?.textContent);
    expect(verdicts).toEqual([
      'Claude Desktop, claude.aiblockedstops at resource metadata',
      'Claude Codeworksseen up to registration',
      'mcp-remoteworksseen up to registration',
    ]);
    expect(station(/^resource metadata: broken/).getAttribute('aria-expanded')).toBe('true');
    expect(station(/^server metadata: not reached/)).toBeTruthy();
    const panel = within(main().getByRole('region', { name: 'resource metadata: broken' }));
    expect(panel.getByText('What follows from it (1)')).toBeTruthy();
    expect(screen.getByTestId('live').textContent).toContain('Claude Code: works');
    expect(screen.getByRole('navigation').textContent).toContain('acmeblocked');
  });

  test('shows a mismatch letter under letter with the first difference marked', async () => {
    const { container } = render((await finish()).element);
    const marks = [...container.ownerDocument.querySelectorAll('.mismatch mark')];
    expect(marks.slice(0, 2).map((mark) => mark.textContent)).toEqual(['p', 'a']);
  });

  test('offers what to do as text to copy, not as a repair', async () => {
    await finish();
    const button = main().getByRole('button', { name: 'What to do' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    const first = button.closest('section') as HTMLElement;
    expect(within(first).getByText(/^WWW-Authenticate: Bearer/)).toBeTruthy();
    expect(within(first).getByRole('button', { name: 'Copy' })).toBeTruthy();
    expect(main().queryByRole('button', { name: /fix|apply|repair/i })).toBeNull();
  });

  test('choosing another client changes the way and what is below', async () => {
    await finish();
    fireEvent.click(main().getByRole('radio', { name: /Claude Code/ }));
    expect(station(/^resource metadata: passed/)).toBeTruthy();
    expect(station(/^sign-in: not seen/)).toBeTruthy();
    expect(main().queryByRole('region', { name: 'resource metadata: broken' })).toBeNull();
    expect(main().getByText('Nothing else was found for this client.')).toBeTruthy();
    const elsewhere = main().getByRole('region', { name: 'Findings for other clients' });
    expect(elsewhere.textContent).toContain('F23');
  });

  test('a station shows what was asked and answered there', async () => {
    await finish();
    fireEvent.click(station(/^challenge/));
    const panel = main().getByRole('region', { name: 'challenge: passed' });
    expect(panel.textContent).toContain('POST https://mcp.acme.example:8383/mcp');
    expect(panel.textContent).toContain('HTTP 401');
    fireEvent.click(station(/^challenge/));
    expect(main().getByText(/^Choose a station/)).toBeTruthy();
  });

  test('Stop cancels the run, and the incomplete report is said to be that', async () => {
    const { seen, emit } = await start();
    fireEvent.click(main().getByRole('button', { name: 'Stop' }));
    await waitFor(() =>
      expect(seen.at(-1)).toEqual({ name: 'diagnosis.cancel', input: { runId: 'run-1' } }),
    );
    expect(main().getByRole('button', { name: 'Stopping' })).toBeTruthy();
    const report = { ...SAMPLE_REPORT, complete: false, targets: [] };
    act(() => emit('diagnosis.finished', { runId: 'run-1', report }));
    expect(main().getByText('This report is incomplete.')).toBeTruthy();
    expect(main().getByText('Nothing of this server was seen.')).toBeTruthy();
    expect(main().getByText(/cannot be tested from here/)).toBeTruthy();
  });

  test('a refused start shows the message and the advice', async () => {
    await open({
      'diagnosis.start': () => {
        throw new AppError('bad-address', { reason: 'it has no host' });
      },
    });
    fireEvent.change(screen.getByLabelText('Check a URL'), { target: { value: 'https://' } });
    fireEvent.click(screen.getByRole('button', { name: 'Check' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Unblank can check: it has no host');
    expect(alert.textContent).toContain('Give the full URL of the MCP endpoint');
    expect(within(alert).queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('a run that fails shows its message, and can be tried again where that can help', async () => {
    const { emit, seen } = await start();
    const error = { code: 'demo-failed', params: { reason: 'no free port' } } as const;
    act(() => emit('diagnosis.failed', { runId: 'run-1', error }));
    expect(main().getByText('The demo server could not start: no free port')).toBeTruthy();
    fireEvent.click(main().getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(seen.filter(({ name }) => name === 'diagnosis.start')).toHaveLength(2),
    );
  });

  test('a report without a fault says so and what is left', async () => {
    const [target] = SAMPLE_REPORT.targets;
    const verdicts = target?.verdicts.map((one) => ({ ...one, outcome: 'works' as const })) ?? [];
    const targets = target ? [{ ...target, rootCause: null, findings: [], verdicts }] : [];
    await finish({ ...SAMPLE_REPORT, targets, notExamined: [] });
    expect(main().getByText('Your server passes everything seen from here.')).toBeTruthy();
    expect(main().getByText('Everything that this check covers was looked at.')).toBeTruthy();
  });

  test('shows where the chosen client stops, apart from what the specification says', async () => {
    await finish();
    expect(
      main()
        .getByText(/^Its last request:/)
        .closest('p')?.textContent,
    ).toContain('GET https://mcp.acme');
    const specification = main().getByRole('region', { name: 'The specification' });
    expect(specification.textContent).toContain('1 requirement met, 1 broken, 0 not seen');
    expect(within(specification).getByText('PR-07')).toBeTruthy();
  });

  test('E9: registering waits for a click that names the host, and is asked for one run', async () => {
    const [target] = SAMPLE_REPORT.targets;
    const body = '{"registration_endpoint":"https://login.acme.example/register"}';
    const trace = (target?.trace ?? []).map((one) => ({
      ...one,
      step: 'server-metadata' as const,
      response: { status: 200, headers: [], body, truncated: false },
    }));
    const { seen } = await finish({
      ...SAMPLE_REPORT,
      targets: target ? [{ ...target, trace }] : [],
    });
    expect(seen.find(({ name }) => name === 'diagnosis.start')?.input).toMatchObject({
      register: false,
    });
    expect(main().getByText(/registers at login\.acme\.example/)).toBeTruthy();
    fireEvent.click(main().getByRole('button', { name: 'Register and check again' }));
    await waitFor(() => expect(seen.at(-1)?.input).toMatchObject({ register: true }));
  });

  test('what a registration left behind is listed', async () => {
    const [target] = SAMPLE_REPORT.targets;
    const leftBehind = ['https://auth.example keeps the client abc.'];
    const targets = target ? [{ ...target, registrationTried: true, leftBehind }] : [];
    await finish({ ...SAMPLE_REPORT, targets });
    expect(main().getByText('https://auth.example keeps the client abc.')).toBeTruthy();
    expect(main().queryByRole('button', { name: 'Register and check again' })).toBeNull();
  });

  test('an empty URL field says what to type and starts nothing', async () => {
    const { seen } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(screen.getByText(/^Type the full URL/)).toBeTruthy();
    expect(seen.some(({ name }) => name === 'diagnosis.start')).toBe(false);
  });
});

describe('copying', () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  test('the report goes to the clipboard as text', async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    await finish();
    fireEvent.click(main().getByRole('button', { name: 'Copy report' }));
    await main().findByText('Copied');
    expect(copied[0]).toMatch(/^## Unblank report: https:\/\/mcp\.acme\.example/);
  });

  test('a denied clipboard is said, with another way', async () => {
    clipboard(() => Promise.reject(new Error('denied')));
    await finish();
    fireEvent.click(main().getByRole('button', { name: 'Copy report' }));
    await main().findByText('Copy did not work; select the text and copy it');
  });
});

describe('the help page of a code', () => {
  test('opens from a finding, and its sources open by id', async () => {
    const { seen } = await finish();
    fireEvent.click(main().getAllByRole('button', { name: 'About F23' })[0] as HTMLElement);
    fireEvent.click(await main().findByRole('button', { name: 'RFC 9728, section 5.1' }));
    await main().findByText('Opened in your browser.');
    expect(seen.at(-1)).toEqual({ name: 'page.open', input: { page: 'rfc9728-5-1' } });
    press('Escape');
    expect(station(/^resource metadata: broken/)).toBeTruthy();
  });

  test('a code without a page is a failure with its message', async () => {
    await finish(SAMPLE_REPORT, {
      'mode.explain': ({ code }) => {
        throw new AppError('unknown-code', { code });
      },
    });
    fireEvent.click(main().getAllByRole('button', { name: 'About F23' })[0] as HTMLElement);
    expect(await main().findByText('There is no failure mode F23.')).toBeTruthy();
  });
});
