import { expect, test } from 'vitest';
import { isAppUrl } from './app-origin.ts';

test.each(['app://companion/', 'app://companion', 'app://companion/index.js?x#y'])(
  'A8: %s is ours',
  (address) => expect(isAppUrl(address)).toBe(true),
);

test.each([
  '',
  'about:blank',
  'app:companion/',
  'app://companion.evil/',
  'app://companion:8/',
  'app://user@companion/',
  'app://:word@companion/',
  'app://other/',
  'apps://companion/',
  'https://companion/',
  'https://app//companion/',
  'file:///companion/',
  'data:text/html,app://companion/',
  'blob:app://companion/1',
])('A8: %j is not ours', (address) => expect(isAppUrl(address)).toBe(false));
