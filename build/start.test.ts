import { describe, expect, test } from 'vitest';
import { shouldFetch } from './start.ts';

const HOUR = 60 * 60 * 1000;
const facts = { installed: true, present: false, display: true, failedAgo: null };

describe('shouldFetch', () => {
  test.each([
    ['its program is missing', {}, true],
    ['its program is there', { present: true }, false],
    ['its package is not installed', { installed: false }, false],
    ['there is no display to show it on', { display: false }, false],
    ['fetching failed an hour ago', { failedAgo: HOUR }, false],
    ['fetching failed two days ago', { failedAgo: 48 * HOUR }, true],
  ])('where %s: %o gives %s', (_, changes, expected) => {
    expect(shouldFetch({ ...facts, ...changes })).toBe(expected);
  });
});
