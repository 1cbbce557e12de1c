// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyOfTarget } from './store/diagnoses.ts';
import { escapeInvisible } from './store/escape-invisible.ts';
import { everyKindReport, HOSTILE_TEXTS, poison } from './testing/hostile-texts.ts';
import { SAMPLE_OVERVIEW, SAMPLE_PAGE } from './testing/sample-overview.ts';
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
  const first = container.cloneNode(true) as HTMLElement;
  await act(() => app.store.getState().actions.openMode('F23'));
  return [first, container];
}

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

  test('G14: no hidden character of a server reaches the screen', async () => {
    for (const text of HOSTILE_TEXTS) {
      const drawn = await drawDiagnosis(text);
      expect(drawn.textContent).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
      cleanup();
    }
  });
});
