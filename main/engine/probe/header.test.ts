import { expect, test } from 'vitest';
import { headerOf } from './header.ts';

test('a header is found in any case', () => {
  expect(headerOf([['WWW-Authenticate', 'Bearer']], 'www-authenticate')).toBe('Bearer');
});

test('several fields of one name are joined in order, as RFC 9110 §5.3 has it', () => {
  const headers = [
    ['www-authenticate', 'Basic'],
    ['x-other', 'no'],
    ['WWW-Authenticate', 'Bearer'],
  ] as const;
  expect(headerOf(headers, 'WWW-Authenticate')).toBe('Basic, Bearer');
});

test('an empty header is there, a missing one is null', () => {
  expect(headerOf([['X', '']], 'x')).toBe('');
  expect(headerOf([], 'x')).toBeNull();
});
