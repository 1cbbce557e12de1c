import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageText } from './page-text.ts';

test.each([
  ['<h1>Sign in</h1><p>to\n Acme</p>', 'Sign in to Acme'],
  ['<title>No</title><h1>No</h1>', 'No'],
  ['<title>No</title><script>x</script>', 'No'],
  ['plain text', 'plain text'],
  ['a<SCRIPT>1 < 2 "</b>"</SCRIPT >b', 'a b'],
  ['a<script>never ends', 'a'],
  ['a<b', 'a'],
  ['', ''],
])('%j reads as %j', (html, text) => {
  expect(pageText(html)).toBe(text);
});

test('any text is read, and no tag stays in it', () => {
  const PIECE = fc.oneof(fc.string(), fc.constantFrom('<', '>', '<script>', '</script>', '<style'));
  fc.assert(
    fc.property(fc.array(PIECE), (pieces) => {
      const text = pageText(pieces.join(''));
      expect(text).not.toContain('<');
      expect(text).not.toMatch(/\s{2}/);
    }),
  );
});

test('D20: tags that never close are gone through once', () => {
  expect(pageText('<script'.repeat(40_000))).toBe('');
});
