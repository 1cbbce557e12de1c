import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeDeep, escapeInvisible } from './escape-invisible.ts';

const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('hidden characters', () => {
  test.each([
    ['a\u202Eb', 'a\\u202eb'],
    ['\u200b\ufeff', '\\u200b\\ufeff'],
    ['\u0000\u001b[31m', '\\u0000\\u001b[31m'],
    ['tag \u{E0041}', 'tag \\u{e0041}'],
    ['line\r\nline\ttab', 'line\nline\ttab'],
    ['lone\rreturn', 'lone\\u000dreturn'],
    ['Grüße, 日本', 'Grüße, 日本'],
  ])('G14: %j is shown as %j', (text, shown) => {
    expect(escapeInvisible(text)).toBe(shown);
  });

  test('G14: no text keeps a hidden character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(HIDDEN.test(escapeInvisible(text))).toBe(false);
      }),
    );
  });

  test('escaping twice is the same as escaping once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = escapeInvisible(text);
        expect(escapeInvisible(once)).toBe(once);
      }),
    );
  });

  test('data keeps its form, and every text in it is escaped', () => {
    const data = { a: ['x\u202e', { b: 'y\u0000', n: 1, none: null }], yes: true };
    expect(escapeDeep(data)).toEqual({
      a: ['x\\u202e', { b: 'y\\u0000', n: 1, none: null }],
      yes: true,
    });
  });

  test('the strings of a mismatch stay, because its index counts their characters', () => {
    const mismatch = { kind: 'mismatch', expected: '\u202ea', received: 'b\u200b', differsAt: 0 };
    const shown = escapeDeep([{ ...mismatch, what: '\u202ex' }]);
    expect(shown).toEqual([{ ...mismatch, what: '\\u202ex' }]);
  });
});
