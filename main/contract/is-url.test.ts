import { expect, test } from 'vitest';
import { isUrl } from './is-url.ts';

test.each(['https://example.com', 'https://bücher.example/ä', 'claude://x', 'http://[::1]:80/'])(
  '%s is an address',
  (text) => {
    expect(isUrl(text)).toBe(true);
  },
);

test.each(['', '/path', 'https://', 'not one', 'http://[::1'])('“%s” is none', (text) => {
  expect(isUrl(text)).toBe(false);
});

test('a path is one where there is a base', () => {
  expect(isUrl('/path', 'https://example.com')).toBe(true);
  expect(isUrl('/path', 'none')).toBe(false);
});

test('the answer is the same however often it is asked', () => {
  const answers = new Set(Array.from({ length: 20_000 }, () => isUrl('https://bücher.example/')));
  expect([...answers]).toEqual([true]);
});
