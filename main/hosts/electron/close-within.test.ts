import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSE_LIMIT_MS, closeWithin } from './close-within.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('L1: an end that comes is waited for', async () => {
  expect(await closeWithin(async () => {}, CLOSE_LIMIT_MS)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('L1: an end that hangs is left after three seconds', async () => {
  const ended = closeWithin(() => new Promise(() => {}), CLOSE_LIMIT_MS);
  await vi.advanceTimersByTimeAsync(2999);
  const first = await Promise.race([ended, Promise.resolve('waiting')]);
  expect(first).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
  expect(await ended).toBe(false);
});

test('L1: an end that fails does not stop the quitting', async () => {
  expect(await closeWithin(() => Promise.reject(new Error('x')), CLOSE_LIMIT_MS)).toBe(false);
  const throwing = () => {
    throw new Error('at once');
  };
  expect(await closeWithin(throwing, CLOSE_LIMIT_MS)).toBe(false);
});
