import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactText } from '../../main/engine/redact/text.ts';
import { OAUTH_SHAPES } from './oauth-shapes.ts';
import { leftOf } from './windows.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** As servers make them: letters and digits, some of both. */
const secrets = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 40, maxLength: 40 })
  .map((letters) => letters.join(''))
  .filter((one) => (one.match(/\d/g)?.length ?? 0) >= 3);
const FIXED = 'kT7xQ2mZ9pLw4RvB8nJc5HdY1sGf6AeU3oIiMzXq';

describe('H2: the zoo of OAuth', () => {
  test('has two hundred shapes, each with a name of its own', () => {
    expect(OAUTH_SHAPES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(OAUTH_SHAPES.map(({ name }) => name)).size).toBe(OAUTH_SHAPES.length);
    // Each holds the secret, else nothing would be shown by its absence.
    expect(OAUTH_SHAPES.filter(({ text }) => text(FIXED).length < FIXED.length)).toEqual([]);
  });

  test.each(OAUTH_SHAPES)('$name', ({ text }) => {
    const shown = redactText(text(FIXED));
    expect([leftOf(FIXED, shown), shown]).toEqual([null, shown]);
  });
});

/** What stands around a secret in a real log: never a quotation mark that would change its meaning. */
const around = fc.stringMatching(/^[ \n\tA-Za-z0-9.,;()<>|-]{0,60}$/);

test('H2, H3: nothing is left of any of them between random other text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...OAUTH_SHAPES),
      secrets,
      around,
      around,
      (shape, secret, a, b) => {
        const shown = redactText(`${a}\n${shape.text(secret)}\n${b}`);
        expect([shape.name, leftOf(secret, shown)]).toEqual([shape.name, null]);
      },
    ),
    { numRuns: 3000 },
  );
});
