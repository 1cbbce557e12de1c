import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { withDeadline } from './with-deadline.ts';

const start = (caller = new AbortController()) => {
  const clock = createFakeClock();
  return { clock, caller, deadline: withDeadline(clock, 1000, caller.signal) };
};

describe('L1: the signal ends', () => {
  test('at the deadline, and not before', () => {
    const { clock, deadline } = start();
    clock.advance(999);
    expect([deadline.signal.aborted, deadline.ended()]).toEqual([false, null]);
    clock.advance(1);
    expect([deadline.signal.aborted, deadline.ended()]).toEqual([true, 'deadline']);
  });

  test('when the caller stops, also where it had stopped before', () => {
    const { caller, deadline } = start();
    caller.abort();
    expect([deadline.signal.aborted, deadline.ended()]).toEqual([true, 'cancelled']);
    expect(start(caller).deadline.ended()).toBe('cancelled');
  });

  test('once: the first reason stands', () => {
    const { clock, caller, deadline } = start();
    clock.advance(1000);
    caller.abort();
    expect(deadline.ended()).toBe('deadline');
  });
});

test('released, it leaves no timer and listens no more', () => {
  const { clock, caller, deadline } = start();
  deadline.release();
  caller.abort();
  clock.advance(5000);
  expect([clock.pending, deadline.ended()]).toEqual([0, null]);
});

test('L6: a jump of the wall clock does not end it', () => {
  const { clock, deadline } = start();
  clock.setWall(clock.now() + 3_600_000);
  clock.advance(10);
  expect(deadline.ended()).toBeNull();
});
