import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SequenceMessage } from '../../main/contract/report.ts';
import { LANES } from '../../main/contract/words.ts';
import { layoutSequence, type Box } from './sequence-layout.ts';
import { textWidth, wrapText } from './wrap-text.ts';

const WORDS = { ok: '', warning: 'warning', wrong: 'wrong', waiting: 'waiting' };
/** The drawing in a window of 1280 px, of 720 px, and of 720 px at 200 % zoom. */
const WIDTHS = [864, 656, 312];

const MESSAGE: SequenceMessage = {
  id: 'm1',
  round: 1,
  atMs: 0,
  kind: 'request',
  from: 'client',
  to: 'authorization',
  text: 'GET /authorize',
  state: 'ok',
  says: null,
  exchange: null,
};

const anyMessage = fc.record({
  id: fc.uuid(),
  round: fc.integer({ min: 1, max: 4 }),
  atMs: fc.nat(),
  kind: fc.constantFrom(...(['request', 'answer', 'page', 'blank', 'loop', 'note'] as const)),
  from: fc.constantFrom(...LANES),
  to: fc.constantFrom(...LANES),
  text: fc.oneof(fc.lorem({ maxCount: 30 }), fc.string({ maxLength: 200 })),
  state: fc.constantFrom(...(['ok', 'warning', 'wrong', 'waiting'] as const)),
  says: fc.option(fc.lorem({ maxCount: 60 })),
  exchange: fc.constant(null),
});

const within = (inner: Box, outer: Box) => {
  expect(inner.x).toBeGreaterThanOrEqual(outer.x);
  expect(inner.y).toBeGreaterThanOrEqual(outer.y);
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
};

describe('the layout of a sequence diagram', () => {
  test('no label leaves its row, and no row lies over another, at any width', () => {
    fc.assert(
      fc.property(
        fc.array(anyMessage, { maxLength: 12 }),
        fc.constantFrom(...WIDTHS),
        (messages, width) => {
          const { rows, height } = layoutSequence(messages, width, WORDS);
          let bottom = 0;
          for (const { top, height: rowHeight, label, says, frame } of rows) {
            expect(top).toBeGreaterThanOrEqual(bottom);
            bottom = top + rowHeight;
            const row = { x: 0, y: top, width, height: rowHeight };
            within(label, row);
            within(says, row);
            if (frame !== null) within(frame, row);
            if (says.lines.length > 0)
              expect(says.y).toBeGreaterThanOrEqual(label.y + label.height);
          }
          expect(height).toBeGreaterThanOrEqual(bottom);
        },
      ),
    );
  });

  test('no line is wider than its box, words without an end included', () => {
    fc.assert(
      fc.property(
        fc.array(anyMessage, { maxLength: 12 }),
        fc.constantFrom(...WIDTHS),
        (messages, width) => {
          for (const { label, says } of layoutSequence(messages, width, WORDS).rows)
            for (const { box, line } of [label, says].flatMap((box) =>
              box.lines.map((line) => ({ box, line })),
            ))
              expect(textWidth(line)).toBeLessThanOrEqual(box.width);
        },
      ),
    );
  });

  test('an arrow goes from the middle of one lane to the middle of the other, under its label', () => {
    const { rows, lanes } = layoutSequence([MESSAGE], 800, WORDS);
    expect(lanes).toEqual({ you: 100, client: 300, server: 500, authorization: 700 });
    const [row] = rows;
    expect(row?.arrow).toMatchObject({ from: 300, to: 700 });
    expect(row?.arrow?.y).toBeGreaterThan((row?.label.y ?? 0) + (row?.label.height ?? 0));
    expect(row?.frame).toBeNull();
  });

  test('what is not in order carries its word', () => {
    const lines = (state: SequenceMessage['state']) =>
      layoutSequence([{ ...MESSAGE, state }], 800, WORDS).rows[0]?.label.lines;
    expect(lines('ok')).toEqual(['GET /authorize']);
    expect(lines('wrong')).toEqual(['GET /authorize · wrong']);
  });

  test('a blank page is a frame with its reason in it', () => {
    const blank: SequenceMessage = {
      ...MESSAGE,
      kind: 'blank',
      from: 'you',
      to: 'you',
      text: 'about:blank',
      says: 'The server answered 204 in place of a page.',
    };
    const [row] = layoutSequence([blank], 656, WORDS).rows;
    expect(row?.arrow).toBeNull();
    expect(row?.says.lines.join(' ')).toBe(blank.says);
    expect(row?.frame).not.toBeNull();
  });

  test('a loop has a bracket along the rows of its round', () => {
    const messages = [
      MESSAGE,
      { ...MESSAGE, id: 'm2', round: 2 },
      { ...MESSAGE, id: 'm3', round: 2 },
      { ...MESSAGE, id: 'm4', round: 2, kind: 'loop' as const, text: 'again, 2 of 2' },
    ];
    const { rows, brackets } = layoutSequence(messages, 800, WORDS);
    expect(brackets).toHaveLength(1);
    expect(brackets[0]?.top).toBeGreaterThan(rows[1]?.top ?? Infinity);
    expect(brackets[0]?.top).toBeLessThan(rows[2]?.top ?? 0);
    expect(brackets[0]?.bottom).toBeLessThanOrEqual((rows[3]?.top ?? 0) + (rows[3]?.height ?? 0));
  });

  test('two hundred messages are placed within a frame of animation', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      ...MESSAGE,
      id: `m${at}`,
      text: 'POST /register with a body that takes more than one line to say what is in it',
    }));
    layoutSequence(many, 656, WORDS);
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      layoutSequence(many, 656, WORDS);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('breaking a text into lines', () => {
  test('loses nothing where there is room', () => {
    const text = 'one two three four five six seven';
    expect(wrapText(text, 80, 99).join(' ')).toBe(text);
  });

  test('marks what it leaves out', () => {
    const lines = wrapText('one two three four five six seven', 60, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  test('cuts a word without an end, and keeps characters whole', () => {
    const lines = wrapText('😀'.repeat(40), 60, 99);
    expect(lines.join('')).toBe('😀'.repeat(40));
    expect(lines.every((line) => textWidth(line) <= 60)).toBe(true);
  });

  test('has no line for an empty text', () => {
    expect(wrapText('', 100, 3)).toEqual([]);
  });
});
