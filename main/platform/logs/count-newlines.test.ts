import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countNewlines } from './count-newlines.ts';

const byte = fc.oneof(fc.constantFrom(9, 10, 11, 0x8a, 0x0b), fc.nat(255));

test('newlines are counted exactly, wherever the part begins and ends', () => {
  fc.assert(
    fc.property(
      fc.array(byte, { minLength: 8, maxLength: 64 }),
      fc.nat(7),
      fc.nat(7),
      (some, a, b) => {
        const bytes = Buffer.concat(Array.from({ length: 200 }, () => Buffer.from(some)));
        const part = bytes.subarray(a, bytes.length - b);
        expect(countNewlines(bytes, a, bytes.length - b)).toBe(
          part.filter((one) => one === 10).length,
        );
      },
    ),
  );
});

test('an empty part has none', () => {
  expect(countNewlines(Buffer.from('\n\n'), 1, 1)).toBe(0);
  expect(countNewlines(Buffer.from('\n\n'), 2, 1)).toBe(0);
});
