import { expect, test } from 'vitest';
import { NAVIGATION_ENDINGS } from '../../model/navigation-ending.ts';
import { isBlankEnding } from '../trace/blank-endings.ts';
import { endWithoutCode } from './end-without-code.ts';

test('a sign-in is blank for exactly the endings that the diagram calls blank', () => {
  const blank = NAVIGATION_ENDINGS.filter((kind) => endWithoutCode(kind) === 'blank');
  expect(blank).toEqual(NAVIGATION_ENDINGS.filter(isBlankEnding));
  expect(blank).toContain('never-navigated');
});

test.each([
  [null, 'unfinished'],
  ['closed', 'unfinished'],
  ['waiting', 'unfinished'],
  ['page-loop', 'loop'],
  ['error-page', 'failed'],
  ['certificate', 'failed'],
] as const)('%s is %s', (kind, end) => {
  expect(endWithoutCode(kind)).toBe(end);
});
