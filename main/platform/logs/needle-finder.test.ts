import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNeedleFinder } from './needle-finder.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** In the order of the text: of every line that holds a needle, whether the finder says so. */
function linesFound(text: string, needles: readonly string[]): readonly string[] {
  const finder = createNeedleFinder(needles.map(bytes));
  const found: string[] = [];
  let from = 0;
  for (;;) {
    const at = finder.find(bytes(text), from, text.length);
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
        const found = createNeedleFinder([needle]).find(all, 0, all.length);
        expect(found).toBe(all.indexOf(needle));
      }),
    );
  });

  test('looks at nothing outside of the given part', () => {
    const finder = createNeedleFinder([bytes('needle')]);
    expect(finder.find(bytes('a needle'), 2, 8)).toBe(2);
    expect(finder.find(bytes('a needle'), 3, 8)).toBe(-1);
    expect(finder.find(bytes('a needle'), 0, 7)).toBe(-1);
  });

  test('finds nothing without needles, and an empty one everywhere', () => {
    expect(createNeedleFinder([]).find(bytes('abc'), 0, 3)).toBe(-1);
    expect(createNeedleFinder([bytes(''), bytes('c')]).find(bytes('abc'), 1, 3)).toBe(1);
    expect(createNeedleFinder([bytes('')]).find(bytes('abc'), 3, 3)).toBe(-1);
  });
});
