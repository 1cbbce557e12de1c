// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HELP } from './help/texts.ts';
import { DETAILS } from './machine/texts.ts';
import { keyOfTarget } from './store/diagnoses.ts';
import { escapeInvisible } from './store/escape-invisible.ts';
import { everyKindReport, HOSTILE_TEXTS, poison } from './testing/hostile-texts.ts';
import { SAMPLE_OVERVIEW, SAMPLE_PAGE } from './testing/sample-overview.ts';
import {
  DONE_SIGN_IN,
  KEPT,
  NOTHING_KEPT,
  REGISTER,
  tracedReport,
} from './testing/sample-trace.ts';
import { createTestApp } from './testing/test-app.tsx';

const FORBIDDEN = 'script, iframe, img, object, embed, style, link, base, meta, a, video, audio';

afterEach(cleanup);
beforeEach(() => {
  // React reports doubled keys and broken nesting here: hostile text must cause neither.
  vi.spyOn(console, 'error').mockImplementation((...parts) => {
    throw new Error(parts.join(' '));
  });
});
afterEach(() => vi.restoreAllMocks());

/** How many elements and attributes of each name there are; none may be one that runs or loads. */
function shape(root: HTMLElement): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const element of root.querySelectorAll('*')) {
    const names = [...element.attributes].map(({ name }) => name);
    expect(names.filter((name) => /^(on|src|href|action|srcdoc)/.test(name))).toEqual([]);
    for (const name of [`<${element.localName}>`, ...names]) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function drawDiagnosis(text: string): Promise<HTMLElement> {
  const report = poison(everyKindReport(), text);
  const app = createTestApp();
  const { container } = render(app.element);
  await screen.findByText(/nobody was contacted/);
  const target = { kind: 'demo' } as const;
  await act(() => app.store.getState().actions.check(target));
  act(() => app.emit('diagnosis.progress', { runId: 'run-1', text, done: 1, total: 2 }));
  act(() => app.emit('diagnosis.finished', { runId: 'run-1', report }));
  expect(app.store.getState().diagnoses.runs[keyOfTarget(target)]?.phase).toBe('finished');
  // It is read when a report is first shown.
  await screen.findByText('The specification');
  fireEvent.click(screen.getByRole('button', { name: 'What to do' }));
  return container;
}

async function drawPages(text: string): Promise<HTMLElement[]> {
  const overview = poison(SAMPLE_OVERVIEW, text);
  const servers = overview.servers.map((one) => ({ ...one, url: text }));
  const page = poison(SAMPLE_PAGE, text);
  const app = createTestApp({
    'machine.overview': () => ({ ...overview, servers }),
    'mode.explain': () => ({ ...page, references: [{ page: 'one', title: text }] }),
  });
  const { container } = render(app.element);
  await screen.findByText(/nobody was contacted/);
  await screen.findByRole('heading', { name: DETAILS.programs });
  const first = container.cloneNode(true) as HTMLElement;
  await act(() => app.store.getState().actions.openMode('F23'));
  await screen.findByRole('heading', { name: HELP.whatIsWrong });
  return [first, container];
}

const KINDS = ['request', 'answer', 'page', 'blank', 'loop', 'note'] as const;

/** A traced sign-in with a message of every kind, its pane open, then its end. */
async function drawTrace(text: string): Promise<HTMLElement[]> {
  const app = createTestApp();
  const { container } = render(app.element);
  await screen.findByText(/nobody was contacted/);
  const target = { kind: 'demo' } as const;
  act(() => app.store.getState().actions.go({ screen: 'trace', props: { target } }));
  await screen.findByRole('button', { name: 'Start the sign-in' });
  const settings = { as: 'claude-hosted', way: 'isolated', keep: false } as const;
  await act(() =>
    app.store.getState().actions.trace(target, { ...settings, thorough: false, clientId: null }),
  );
  const base = { round: 1, atMs: 1, from: 'client', to: 'server', text, says: text } as const;
  const messages = KINDS.map((kind) => ({
    ...base,
    id: kind,
    kind,
    state: 'wrong' as const,
    exchange: 'x6',
  }));
  const exchanges = [{ ...poison(REGISTER, text), startedAt: REGISTER.startedAt }];
  const called = { outcome: 'blank', headline: text, next: text } as const;
  act(() => app.emit('trace.progress', { runId: 'run-1', text, done: 1, total: 2 }));
  act(() => app.emit('trace.sequence', { runId: 'run-1', messages, exchanges, called }));
  fireEvent.click(document.querySelector('[data-message=answer]') as HTMLElement);
  const going = container.cloneNode(true) as HTMLElement;
  const report = poison(tracedReport({ ...DONE_SIGN_IN, messages }), text);
  const targets = report.targets.map((one) => ({
    ...one,
    signIn: { ...DONE_SIGN_IN, headline: text, next: text, messages, tokensAfter: [text] },
  }));
  act(() => app.emit('trace.finished', { runId: 'run-1', report: { ...report, targets } }));
  return [going, container];
}

/** The kept sign-ins and the text for a vendor. */
async function drawKept(text: string): Promise<HTMLElement[]> {
  const kept = { ...KEPT, issuer: text, resource: text, clientId: text, scopes: [text] };
  const refusal = { trouble: 'locked', advice: text } as const;
  const app = createTestApp({
    'tokens.list': () => ({ ...NOTHING_KEPT, refusal, entries: [{ ...kept, fingerprint: text }] }),
    'vendor.report': () => ({ text, why: null }),
  });
  const { container } = render(app.element);
  await screen.findByText(/nobody was contacted/);
  act(() => app.store.getState().actions.go({ screen: 'tokens', props: {} }));
  await screen.findByText('Access and refresh token');
  const tokens = container.cloneNode(true) as HTMLElement;
  act(() => app.store.getState().actions.go({ screen: 'vendor', props: { runId: 'run-1' } }));
  await screen.findByRole('button', { name: 'Copy text' });
  return [tokens, container];
}

/** Long texts take more lines of a drawing than short ones; their kinds of elements do not change. */
const names = (root: HTMLElement) => Object.keys(shape(root)).toSorted();

describe('A6: text of a server stays text', () => {
  test.each(HOSTILE_TEXTS)('A6: %j in every field of a report adds no element', async (text) => {
    const plain = shape(await drawDiagnosis('plain'));
    cleanup();
    const drawn = await drawDiagnosis(text);
    expect(shape(drawn)).toEqual(plain);
    expect(drawn.querySelector(FORBIDDEN)).toBeNull();
    const shown = escapeInvisible(text);
    expect(drawn.textContent?.split(shown).length).toBeGreaterThan(40);
  });

  test.each(HOSTILE_TEXTS)(
    'A6: %j in the overview and a help page adds no element',
    async (text) => {
      const plain = (await drawPages('plain')).map(shape);
      cleanup();
      const drawn = await drawPages(text);
      expect(drawn.map(shape)).toEqual(plain);
      for (const page of drawn) {
        expect(page.querySelector(FORBIDDEN)).toBeNull();
        expect(page.textContent).toContain(escapeInvisible(text));
      }
    },
  );

  test.each(HOSTILE_TEXTS)('A6: %j in every field of a sign-in adds no element', async (text) => {
    const plain = [...(await drawTrace('plain')), (cleanup(), await drawKept('plain'))].flat();
    const expected = plain.map(names);
    cleanup();
    const drawn = [...(await drawTrace(text)), (cleanup(), await drawKept(text))].flat();
    expect(drawn.map(names)).toEqual(expected);
    for (const page of drawn) {
      expect(page.querySelector(FORBIDDEN)).toBeNull();
      expect(page.textContent).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
    }
  });

  test('G14: no hidden character of a server reaches the screen', async () => {
    for (const text of HOSTILE_TEXTS) {
      const drawn = await drawDiagnosis(text);
      expect(drawn.textContent).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
      cleanup();
    }
  });
});
