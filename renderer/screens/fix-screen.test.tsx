// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../main/contract/errors.ts';
import type { Handlers } from '../../main/contract/host.ts';
import type { AppliedRepair } from '../../main/contract/repair-calls.ts';
import type { Preview } from '../../main/contract/repair.ts';
import { finish, main, press } from '../testing/app-steps.tsx';
import { CHANGE, ENTRY, FIXES, PREVIEW } from '../testing/sample-repair.ts';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const withFixes = (fixes = FIXES.slice(0, 1)) => ({
  ...SAMPLE_REPORT,
  targets: SAMPLE_REPORT.targets.map((target) => ({
    ...target,
    findings: target.findings.map((finding) => ({ ...finding, fixes })),
  })),
});
const button = (name: string | RegExp) => main().getByRole('button', { name });
const DONE: AppliedRepair = { kind: 'done', entry: ENTRY };

/** The window on the fix of the first thing to fix. */
async function openFix(handlers: Partial<Handlers> = {}, fixes = FIXES.slice(0, 1)) {
  let runs = 10;
  const run = () => ({ runId: `run-${(runs += 1)}` });
  const app = await finish(withFixes(fixes), {
    'repair.preview': run,
    'repair.apply': run,
    'repair.cancel': () => ({}),
    'repair.running': () => ({ running: [] }),
    ...handlers,
  });
  fireEvent.click(main().getAllByRole('button', { name: 'Fix this' })[0] as HTMLElement);
  await waitFor(() => expect(app.seen.some(({ name }) => name === 'repair.preview')).toBe(true));
  const show = (preview: Preview, runId = `run-${runs}`) =>
    act(() => app.emit('repair.previewed', { runId, preview }));
  const end = (applied: AppliedRepair) =>
    act(() => app.emit('repair.applied', { runId: `run-${runs}`, applied }));
  const called = (name: string) => app.seen.filter((one) => one.name === name);
  return { ...app, show, end, called };
}
type App = Awaited<ReturnType<typeof openFix>>;

async function openPreview(preview: Preview = PREVIEW, handlers: Partial<Handlers> = {}) {
  const app = await openFix(handlers);
  app.show(preview);
  return app;
}

async function apply(app: App, applied: AppliedRepair) {
  fireEvent.click(button('Apply'));
  await waitFor(() => expect(app.called('repair.apply')).toHaveLength(1));
  await waitFor(() => expect(button('Stop').hasAttribute('disabled')).toBe(false));
  app.end(applied);
}

describe('the way to a fix', () => {
  test('G1: a finding leads to it by one button, which changes nothing', async () => {
    const { called } = await openFix();
    expect(called('repair.preview')[0]?.input).toEqual({
      plan: { kind: 'fix', target: { kind: 'server', id: 'acme' }, fix: FIXES[0]?.id, answers: {} },
    });
    expect(called('repair.apply')).toEqual([]);
  });

  test('where a fix is only told, the button says so', async () => {
    await finish(withFixes(FIXES.slice(1)));
    expect(main().queryByRole('button', { name: 'Fix this' })).toBeNull();
    expect(main().getAllByRole('button', { name: 'How to fix it' }).length).toBeGreaterThan(0);
  });

  test('a finding without a fix has no such button', async () => {
    await finish(withFixes([]));
    expect(main().queryByRole('button', { name: /Fix this|How to fix it/ })).toBeNull();
  });

  test('planning can be stopped', async () => {
    const { called } = await openFix();
    await waitFor(() => expect(button('Stop').hasAttribute('disabled')).toBe(false));
    fireEvent.click(button('Stop'));
    await waitFor(() => expect(called('repair.cancel')).toHaveLength(1));
  });

  test('of two fixes one is chosen, and each is planned for itself', async () => {
    const { called, show } = await openFix({}, FIXES);
    await waitFor(() => expect(button('Stop').hasAttribute('disabled')).toBe(false));
    show(PREVIEW);
    const radios = main().getAllByRole('radio');
    expect(radios.map((one) => one.closest('label')?.textContent)).toEqual(
      FIXES.map(({ title }) => title),
    );
    fireEvent.click(radios[1] as HTMLElement);
    await waitFor(() => expect(called('repair.preview')).toHaveLength(2));
    expect(called('repair.preview')[1]?.input).toMatchObject({ plan: { fix: FIXES[1]?.id } });
    expect(main().getByRole('heading', { level: 1 }).textContent).toBe(FIXES[1]?.title);
  });
});

describe('a preview', () => {
  test('says what is wrong, what changes, what stays and what is checked', async () => {
    await openPreview();
    expect(main().getAllByText(PREVIEW.why)).toHaveLength(2);
    for (const title of ['What will change', 'What stays as it is', 'What is looked at afterwards'])
      expect(main().getByRole('region', { name: title })).toBeTruthy();
    expect(main().getByText(/^Start Claude Desktop again afterwards/)).toBeTruthy();
  });

  test('a diff has its file in full, both numbers, and a sign with a word for each line', async () => {
    await openPreview();
    const diff = main().getByRole('group', { name: `Changes of ${CHANGE.file}` });
    expect(main().getByText(CHANGE.file)).toBeTruthy();
    const rows = [...diff.querySelectorAll('tr')].map(({ textContent }) => textContent);
    expect(rows[3]).toBe('4−removed      "url": "https://mcp.acme.example:8383/mcp",');
    expect(rows[4]).toBe('4+added      "command": "npx",');
    expect(rows[6]).toContain('differs under the mask');
    expect(main().getByText('changed, 2 lines removed, 3 lines added')).toBeTruthy();
  });

  test('A6, G14: what stands in a file is text, with nothing hidden in it', async () => {
    const lines = [
      { kind: 'added', before: null, after: 1, text: '<img src=x>\u202egnp', maskedChange: false },
    ] as const;
    const steps = [{ kind: 'change', change: { ...CHANGE, file: '/a\u200bb', lines: [...lines] } }];
    await openPreview({ ...PREVIEW, steps: steps as Preview['steps'] });
    expect(main().getByText('<img src=x>\\u202egnp')).toBeTruthy();
    expect(main().getByText('/a\\u200bb')).toBeTruthy();
    expect(document.querySelector('.diff img')).toBeNull();
  });

  test('a fix that is closed shows its reason and cannot be applied', async () => {
    const blocked = [{ why: 'The failing server is not known yet.', whatToDo: 'Check it first.' }];
    await openPreview({ ...PREVIEW, blocked });
    const card = main().getByRole('region', { name: 'Not yet' });
    expect(card.textContent).toContain('The failing server is not known yet.');
    expect(main().getByText('Check it first.')).toBeTruthy();
    expect(button('Apply').hasAttribute('disabled')).toBe(true);
    expect(button('Plan again')).toBeTruthy();
  });

  test('what is lost is said before it is', async () => {
    await openPreview({ ...PREVIEW, risk: 'sign-in-again' });
    expect(main().getByText('You will have to sign in to this server again.')).toBeTruthy();
  });

  test('instructions are texts to copy and a page to open; nothing is applied', async () => {
    const app = await openPreview({
      ...PREVIEW,
      steps: [
        { kind: 'tell', text: 'Add this line to nginx.', copy: 'proxy_pass http://a;' },
        { kind: 'open-page', page: 'nginx', text: 'The page of nginx.' },
      ],
    });
    expect(main().getByText('proxy_pass http://a;')).toBeTruthy();
    expect(main().queryByRole('button', { name: 'Apply' })).toBeNull();
    fireEvent.click(button('Open the page'));
    await waitFor(() => expect(app.called('page.open')[0]?.input).toEqual({ page: 'nginx' }));
    fireEvent.click(button('Check again'));
    await waitFor(() => expect(app.called('diagnosis.start')).toHaveLength(2));
  });

  test('a refusal is said in words, with a second try', async () => {
    await openFix({
      'repair.preview': () => {
        throw new AppError('unknown-fix');
      },
    });
    expect((await main().findByRole('alert')).textContent).toContain(
      'That fix is not offered any more.',
    );
    expect(button('Try again')).toBeTruthy();
  });
});

describe('what a fix asks', () => {
  const ASKS: Preview['asks'] = [
    {
      id: 'which',
      label: 'Which of the two',
      help: 'Your provider tells.',
      kind: 'choice',
      options: [
        { id: 'a', label: 'The first' },
        { id: 'b', label: 'The second' },
      ],
    },
    { id: 'client', label: 'Client ID', help: 'It is no secret.', kind: 'client-id', options: [] },
    { id: 'pem', label: 'Certificate', help: 'A PEM file.', kind: 'file', options: [] },
  ];

  test('choices are radio buttons, a client id is typed; both go to the plan', async () => {
    const app = await openPreview({ ...PREVIEW, asks: ASKS, steps: [] });
    fireEvent.click(main().getByRole('radio', { name: 'The second' }));
    fireEvent.change(main().getByRole('textbox', { name: 'Client ID' }), {
      target: { value: 'client-1' },
    });
    fireEvent.click(button('Show what will change'));
    await waitFor(() => expect(app.called('repair.preview')).toHaveLength(2));
    expect(app.called('repair.preview')[1]?.input).toMatchObject({
      plan: { answers: { which: 'b', client: 'client-1' } },
    });
  });

  test('a missing answer is said at its field and nothing is planned', async () => {
    const app = await openPreview({ ...PREVIEW, asks: ASKS, steps: [] });
    fireEvent.click(button('Show what will change'));
    expect(main().getAllByText(/^This answer is missing\./)).toHaveLength(2);
    expect(main().getByRole('textbox', { name: 'Client ID' }).getAttribute('aria-invalid')).toBe(
      'true',
    );
    expect(app.called('repair.preview')).toHaveLength(1);
  });

  test('B7: a file is named at the command line, whose command can be copied', async () => {
    await openPreview({ ...PREVIEW, asks: ASKS, steps: [] });
    expect(main().getByText(`unblank fix ${PREVIEW.offer.id} --set pem=FILE`)).toBeTruthy();
    expect(main().getAllByRole('textbox')).toHaveLength(1);
  });
});

describe('G10: a client that must be quit', () => {
  const RUNNING: Preview = {
    ...PREVIEW,
    steps: PREVIEW.steps.map((step) =>
      step.kind === 'wait-for-quit' ? { ...step, running: true } : step,
    ),
    blocked: [{ why: 'Claude Desktop is running.', whatToDo: 'Quit it fully.' }],
  };

  test('is said to run, with how to quit it, and is noticed when it is closed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const app = await openPreview(RUNNING);
    expect(main().getByText('still running')).toBeTruthy();
    expect(main().getByText(/^Claude Desktop goes on in the menu bar/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(2100));
    expect(main().getByText('closed')).toBeTruthy();
    await waitFor(() => expect(app.called('repair.preview')).toHaveLength(2));
  });

  test('that cannot be seen is said not to be, and does not count as closed', async () => {
    const steps = PREVIEW.steps.map((step) =>
      step.kind === 'wait-for-quit' ? { ...step, running: null } : step,
    );
    await openPreview({ ...PREVIEW, steps });
    expect(main().getByText('cannot be seen from here')).toBeTruthy();
  });
});

describe('applying', () => {
  test('B8: hands over the ticket of what is shown, and says what happened', async () => {
    const app = await openPreview();
    await apply(app, DONE);
    expect(app.called('repair.apply')[0]?.input).toEqual({ ticket: PREVIEW.ticket });
    const headline = main().getByRole('heading', { level: 2, name: /^Done\. Whether it helped/ });
    expect(document.activeElement).toBe(headline);
    expect(main().getByText('gone')).toBeTruthy();
    expect(main().getByText(ENTRY.next)).toBeTruthy();
    expect(screen.getByTestId('repair-live').textContent).toMatch(/^Done\./);
  });

  test('the server is checked again by itself, and how the clients stand is shown', async () => {
    const app = await openPreview();
    await apply(app, DONE);
    await waitFor(() => expect(app.called('diagnosis.start')).toHaveLength(2));
    expect(main().getByText('Checking the server once more.')).toBeTruthy();
    act(() => app.emit('diagnosis.finished', { runId: 'run-1', report: SAMPLE_REPORT }));
    const region = main().getByRole('region', { name: 'How the clients stand now' });
    expect(region.textContent).toContain('works');
    expect(app.called('machine.overview')).toHaveLength(2);
  });

  test('where it did not help, that is the headline and Undo is first', async () => {
    const app = await openPreview();
    const checks = [{ what: 'The challenge', result: 'still-there', says: 'As before.' }] as const;
    await apply(app, { kind: 'done', entry: { ...ENTRY, checks: [...checks] } });
    expect(main().getByRole('heading', { name: 'Done, but it did not help.' })).toBeTruthy();
    expect(button('Undo').className).toContain('button-main');
    fireEvent.click(button('Undo'));
    await waitFor(() =>
      expect(app.called('repair.preview').at(-1)?.input).toEqual({
        plan: { kind: 'undo', entry: ENTRY.id },
      }),
    );
  });

  test('G11: whoever comes back after Claude wrote its file anew has one click to do it again', async () => {
    let state: 'applied' | 'wiped' = 'applied';
    const app = await openPreview(PREVIEW, {
      'journal.list': () => ({ entries: [{ ...ENTRY, state }] }),
    });
    await apply(app, DONE);
    expect(main().queryByRole('heading', { name: 'A change needs you' })).toBeNull();
    state = 'wiped';
    fireEvent.focus(window);
    expect(await main().findByRole('heading', { name: 'A change needs you' })).toBeTruthy();
    fireEvent.click(button(/^Do it again: /));
    await waitFor(() =>
      expect(app.called('repair.preview').at(-1)?.input).toEqual({
        plan: { kind: 'finish', entry: ENTRY.id },
      }),
    );
  });

  test('a no in the host’s dialog changes nothing, and it can be planned again', async () => {
    const app = await openPreview();
    await apply(app, { kind: 'not-done', why: 'You said no.' });
    expect(main().getByRole('heading', { name: 'You said no.' })).toBeTruthy();
    fireEvent.click(button('Plan again'));
    await waitFor(() => expect(app.called('repair.preview')).toHaveLength(2));
  });

  test('G5: a file that changed in between is said, with what to do', async () => {
    const app = await openPreview();
    await apply(app, {
      kind: 'refused',
      why: 'The file was changed since the preview.',
      whatToDo: 'Plan again and look at it.',
    });
    expect(main().getByText('Plan again and look at it.')).toBeTruthy();
    expect(main().getByText('Nothing was changed.')).toBeTruthy();
  });

  test('a failure in the middle sends to the journal', async () => {
    const app = await openPreview();
    fireEvent.click(button('Apply'));
    await waitFor(() => expect(app.called('repair.apply')).toHaveLength(1));
    await waitFor(() => expect(button('Stop').hasAttribute('disabled')).toBe(false));
    act(() =>
      app.emit('repair.failed', {
        runId: 'run-12',
        error: { code: 'internal', params: { reference: 'r-1' } },
      }),
    );
    expect(main().getByRole('alert').textContent).toContain('r-1');
    expect(main().getByText(/^The journal tells how far it came/)).toBeTruthy();
  });

  test('it goes on while one looks elsewhere, and is found again', async () => {
    const app = await openPreview();
    fireEvent.click(button('Apply'));
    await waitFor(() => expect(app.called('repair.apply')).toHaveLength(1));
    press('Escape');
    expect(main().getByRole('heading', { level: 1 }).textContent).toBe('acme');
    app.end(DONE);
    fireEvent.click(main().getAllByRole('button', { name: 'Fix this' })[0] as HTMLElement);
    await waitFor(() => expect(app.called('repair.preview')).toHaveLength(2));
  });
});
