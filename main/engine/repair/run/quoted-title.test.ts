import { expect, test } from 'vitest';
import { quotedTitle } from './quoted-title.ts';

test('a title that quotes a name ends where it ends', () => {
  expect(quotedTitle('The entry “acme” has no type')).toBe('“The entry ‘acme’ has no type”');
  expect(quotedTitle('One slash too many')).toBe('“One slash too many”');
});
