import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needleIndex } from './needle-index.ts';
import { SIGNATURES } from './signatures/index.ts';

const slow = (needles: readonly string[], message: string): readonly number[] =>
  needles.flatMap((needle, row) => (message.includes(needle) ? [row] : []));

test('finds what a search for one text after the other finds, 10000 times', () => {
  const letters = fc.constantFrom('a', 'b', 'A', ' ', 'é', '😀', '(');
  const text = (minLength: number, maxLength: number) =>
    fc.array(letters, { minLength, maxLength }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.array(text(3, 5), { minLength: 1, maxLength: 8 }),
      text(0, 40),
      (needles, message) => {
        expect(needleIndex(needles)(message)).toEqual(slow(needles, message));
      },
    ),
    { numRuns: 10_000 },
  );
}, 60_000);

test('finds the known texts in the known messages', () => {
  const needles = SIGNATURES.map(({ needle }) => needle);
  const inside = needleIndex(needles);
  for (const { sample } of SIGNATURES) expect(inside(sample)).toEqual(slow(needles, sample));
});
