import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScannedLine } from '../../engine/ports.ts';
import { createLineCutter, type CutterOptions } from './line-cutter.ts';
import { BASE, carryOver, HISTORY, UNFINISHED } from './log-window.ts';
import { createNeedleFinder } from './needle-finder.ts';
import { textFormOf } from './text-form.ts';

const END = Number.MAX_SAFE_INTEGER;

interface Given extends Partial<Pick<CutterOptions, 'begin' | 'end' | 'newlinesAbove'>> {
  readonly needles: readonly string[];
  readonly from?: number;
  /** Sizes of the pieces in which the file is read, again and again. */
  readonly pieces: readonly number[];
}

/** Cuts a file that is read in pieces; of the buffers nothing is right but what was read. */
function cutAll(file: Buffer, { needles, from = 0, pieces, ...rest }: Given) {
  const form = textFormOf(file);
  const finder = createNeedleFinder(needles.map((needle) => form.encode(needle)));
  const options = { form, finder, lineLength: 100, begin: 0, end: END, newlinesAbove: 0, ...rest };
  const cutter = createLineCutter(options);
  const room = BASE + Math.max(...pieces);
  let [bytes, other] = [Buffer.alloc(room, '\n'), Buffer.alloc(room, '\n')];
  let [low, position, turn] = [BASE, from, 0];
  const lines: ScannedLine[] = [];
  for (;;) {
    const got = file.copy(bytes, BASE, position, position + (pieces[turn % pieces.length] ?? 1));
    const isLast = position + got >= file.length;
    const window = { bytes, origin: position - BASE, low, high: BASE + got, isLast };
    const cut = cutter.cut(window);
    lines.push(...cut.lines);
    if (isLast || cut.isDone) return lines;
    low = carryOver(window, cut.keep, other);
    [bytes, other, position, turn] = [other, bytes, position + got, turn + 1];
  }
}

/** What must come out, told without any windows. */
function expectedOf(texts: readonly string[], needle: string, width: number, mark: number) {
  let offset = 0;
  return texts.flatMap((text, index) => {
    const [at, isFirst] = [offset, index === 0];
    offset +=
      (isFirst ? mark : 0) + (Buffer.byteLength(text, width === 1 ? 'utf8' : 'utf16le') + width);
    return text.includes(needle) ? [{ offset: at, line: index + 1, text }] : [];
  });
}

const bare = (lines: readonly ScannedLine[]) =>
  lines.map(({ offset, line, text }) => ({ offset, line, text }));

const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'ä', '\u0A0A', '😀', ' '),
  maxLength: 20,
});
const odd = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
const even = odd.map((sizes) => sizes.map((size) => size * 2));

describe('the line cutter', () => {
  test('loses no line and doubles none, in whatever pieces the file is read', () => {
    fc.assert(
      fc.property(
        fc.array(text),
        odd,
        fc.constantFrom('ab', 'aba', 'b', 'ä a'),
        (texts, pieces, needle) => {
          const file = Buffer.from(texts.map((one) => `${one}\n`).join(''));
          const lines = cutAll(file, { needles: [needle], pieces });
          expect(bare(lines)).toEqual(expectedOf(texts, needle, 1, 0));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('reads UTF-16 as surely', () => {
    fc.assert(
      fc.property(fc.array(text), even, fc.boolean(), (texts, pieces, isLowFirst) => {
        const low = Buffer.from(`\uFEFF${texts.map((one) => `${one}\n`).join('')}`, 'utf16le');
        const lines = cutAll(isLowFirst ? low : low.swap16(), { needles: ['ab'], pieces });
        expect(bare(lines)).toEqual(expectedOf(texts, 'ab', 2, 2));
      }),
      { numRuns: 1000 },
    );
  });

  test('two parts hold every line once, with its number, wherever they meet', () => {
    fc.assert(
      fc.property(fc.array(text), odd, fc.nat(200), fc.nat(30), (texts, pieces, at, above) => {
        const file = Buffer.from(texts.map((one) => `${one}\n`).join(''));
        const meet = Math.min(Math.max(at, 1), file.length);
        const from = Math.max(0, meet - 1 - above);
        const newlinesAbove = file.subarray(0, from).filter((one) => one === 10).length;
        const given = { needles: ['a'], pieces };
        const newest = cutAll(file, { ...given, from, begin: meet, newlinesAbove });
        const older = cutAll(file, { ...given, end: meet });
        const expected = expectedOf(texts, 'a', 1, 0);
        expect(bare([...older, ...newest])).toEqual(expected);
        expect(newest.every(({ offset }) => offset >= meet)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('any bytes at all end in lines of at most the longest length', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, odd, (file, pieces) => {
        const even = pieces.map((size) => size * 2);
        const lines = cutAll(Buffer.from(file), { needles: [''], pieces: even });
        expect(lines.every((line) => line.text.length <= 100)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  test('H15: a line without an end is not kept, and a text deep in it still found', () => {
    const long = 'x'.repeat(UNFINISHED * 3);
    const file = Buffer.from(`2026-01-01T00:00 a\n${long}needle${long}\n needle\n${long}\n`);
    const lines = cutAll(file, { needles: ['needle'], pieces: [64 * 1024, 7000] });
    expect(lines).toEqual([
      { offset: 19, line: 2, text: 'x'.repeat(100), head: '2026-01-01T00:00 a' },
      { offset: 19 + long.length * 2 + 7, line: 3, text: ' needle', head: null },
    ]);
  });

  test('a long line that is the last and has no end is handed over', () => {
    const long = 'x'.repeat(UNFINISHED * 2);
    const lines = cutAll(Buffer.from(`${long}needle`), { needles: ['needle'], pieces: [50_000] });
    expect(bare(lines)).toEqual([{ offset: 0, line: 1, text: 'x'.repeat(100) }]);
  });

  test('a text is not cut inside of a character', () => {
    const [line] = cutAll(Buffer.from(`${'x'.repeat(99)}😀\n`), { needles: [''], pieces: [1000] });
    expect(line?.text).toBe('x'.repeat(99));
  });
});

describe('the dated line above', () => {
  const DAY = '2026-11-20T10:00:00.000Z';
  const heads = (content: string, pieces = [10]) =>
    cutAll(Buffer.from(content), { needles: ['hit'], pieces }).map(({ head }) => head);

  test.each([
    ['a bare date', `${DAY} [a]`],
    ['a date in brackets', `[${DAY}][12]`],
    ['the first member of a JSON line', `{"timestamp":"${DAY}"`],
    ['a date with a space', '2026-11-20 10:00:00'],
  ])('is known by %s', (_, dated) => {
    expect(heads(`${dated} x\n not\n hit\n hit\n${dated} hit\n`)).toEqual([
      `${dated} x`,
      `${dated} x`,
      null,
    ]);
  });

  test('is the nearest, also of lines that hold no needle', () => {
    expect(heads(`${DAY} 1\n hit\n${DAY} 2\n no\n hit\n`)).toEqual([`${DAY} 1`, `${DAY} 2`]);
  });

  test('is not looked for further than 64 KiB above', () => {
    const filler = ' filler\n'.repeat(HISTORY / 8 - 8);
    expect(heads(`${DAY} 1\n${filler} hit\n`, [9000])).toEqual([`${DAY} 1`]);
    expect(heads(`${DAY} 1\n${filler}${filler} hit\n`, [9000])).toEqual([null]);
    expect(heads(`${DAY} 1\n hit\n${filler} hit\n${filler} hit\n`, [9000])).toEqual([
      `${DAY} 1`,
      `${DAY} 1`,
      null,
    ]);
  });

  test('costs no more than reading once where every line is asked about and none has a date', () => {
    // Looking 64 KiB up from each would take minutes.
    expect(heads('a hit\n'.repeat(200_000), [512 * 1024])).toHaveLength(200_000);
  });
});
