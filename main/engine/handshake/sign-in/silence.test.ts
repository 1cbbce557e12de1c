import { expect, test } from 'vitest';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { QUIET_AFTER } from '../trace/rules/rule.ts';
import { createSilence } from './silence.ts';

const STEPS = QUIET_AFTER.toSorted((one, two) => one - two);

function listen() {
  const clock = createFakeClock();
  const told: NavigationEvent[] = [];
  return { clock, told, silence: createSilence(clock, (event) => told.push(event)) };
}

test('says each length of silence once, in the time of the window', () => {
  const { clock, told, silence } = listen();
  silence.broken(700);
  clock.advance(10 * 60 * 1000);
  expect(told).toEqual(STEPS.map((forMs) => ({ kind: 'quiet', at: 700 + forMs, forMs })));
});

test('whatever happens breaks it, and it begins anew', () => {
  const { clock, told, silence } = listen();
  for (let at = 0; at < 20; at += 1) {
    clock.advance(STEPS[0]! - 1);
    silence.broken(at);
  }
  expect(told).toEqual([]);
});

test('L1: ended, it waits for nothing', () => {
  const { clock, told, silence } = listen();
  silence.end();
  expect(clock.pending).toBe(0);
  clock.advance(60_000);
  expect(told).toEqual([]);
});
