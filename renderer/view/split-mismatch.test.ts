import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeInvisible } from '../store/escape-invisible.ts';
import { splitMismatch } from './split-mismatch.ts';

describe('cutting a string at the first difference', () => {
  test('the differing character stands alone', () => {
    expect(splitMismatch('/mcp/x', 4)).toEqual({ before: '/mcp', differs: '/', after: 'x' });
  });

  test('a string that ends where the other goes on has nothing that differs', () => {
    expect(splitMismatch('/mcp', 4)).toEqual({ before: '/mcp', differs: '', after: '' });
  });

  test('a string without a counterpart is not cut', () => {
    expect(splitMismatch('/mcp', -1)).toEqual({ before: '/mcp', differs: '', after: '' });
  });

  test.each([1, 2])('a character of two units is kept whole at index %i', (index) => {
    expect(splitMismatch('a😀b', index)).toEqual({ before: 'a', differs: '😀', after: 'b' });
  });

  test('a differing hidden character is made visible', () => {
    expect(splitMismatch('a\u200bb', 1).differs).toBe('\\u200b');
  });

  test('the parts always make the whole', () => {
    const anyText = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(anyText, fc.integer({ min: -1, max: 60 }), (text, at) => {
        const { before, differs, after } = splitMismatch(text, at);
        expect(before + differs + after).toBe(escapeInvisible(text));
      }),
    );
  });
});
