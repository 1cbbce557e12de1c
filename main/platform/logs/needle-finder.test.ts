import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNeedleFinder } from './needle-finder.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** In the order of the text: of every line that holds a needle, whether the finder says so. */
function linesFound(text: string, needles: readonly string[]): readonly string[] {
  const finder = createNeedleFinder(needles.map(bytes));
  const found: string[] = [];
  const search = finder.search(bytes(text), 0, text.length);
  let from = 0;
  for (;;) {
    const at = search.next(from);
    if (at < 0) return found;
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', at);
    found.push(text.slice(start, end < 0 ? undefined : end));
    if (end < 0) return found;
    from = end + 1;
  }
}

describe('the needle finder', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 9 });
  const line = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 40 });

  test('finds exactly the lines that hold a needle, in their order', () => {
    fc.assert(
      fc.property(fc.array(few, { maxLength: 8 }), fc.array(line), (needles, lines) => {
        const expected = lines.filter((one) => needles.some((needle) => one.includes(needle)));
        expect(linesFound(lines.join('\n'), needles)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('finds any bytes, wherever the needle lies in them', () => {
    const any = fc.uint8Array({ max: 255, minLength: 1, maxLength: 600 });
    fc.assert(
      fc.property(any, any, any, (before, needle, after) => {
        const all = Buffer.concat([before, needle, after]);
        const found = find([needle], all, 0, all.length);
        expect(found).toBe(all.indexOf(needle));
      }),
    );
  });

  test('finds what lies in a part that is larger than what it looks at together', () => {
    const text = Array.from({ length: 40_000 }, (_, at) => `line ${at}`).join('\n');
    const needles = ['e 1', 'ine 39999', '777'];
    const expected = text
      .split('\n')
      .filter((one) => needles.some((needle) => one.includes(needle)));
    expect(linesFound(text, needles)).toEqual(expected);
  });

  test('looks at nothing outside of the given part', () => {
    const needles = [bytes('needle')];
    expect(find(needles, bytes('a needle'), 2, 8)).toBe(2);
    expect(find(needles, bytes('a needle'), 3, 8)).toBe(-1);
    expect(find(needles, bytes('a needle'), 0, 7)).toBe(-1);
  });

  test('finds nothing without needles, and an empty one everywhere', () => {
    expect(find([], bytes('abc'), 0, 3)).toBe(-1);
    expect(find([bytes(''), bytes('c')], bytes('abc'), 1, 3)).toBe(1);
    expect(find([bytes('')], bytes('abc'), 3, 3)).toBe(-1);
  });
});

function find(needles: readonly Uint8Array[], all: Uint8Array, from: number, to: number): number {
  return createNeedleFinder(needles).search(all, from, to).next(from);
}
