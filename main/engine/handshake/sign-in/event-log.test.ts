import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { EventLog } from './event-log.ts';

const event = (at: number): NavigationEvent => ({ kind: 'quiet', at, forMs: at });
const ending = (events: readonly number[]) =>
  ({ kind: 'waiting', at: null, says: '', events }) as const;

function logOf(count: number): EventLog {
  const log = new EventLog();
  for (let at = 0; at < count; at += 1) log.push(event(at));
  return log;
}

test('ten thousand events are kept as five hundred: the first and the last', () => {
  const { events } = logOf(10_000);
  expect(events).toHaveLength(500);
  expect([events[0]?.at, events[299]?.at, events[300]?.at, events.at(-1)?.at]).toEqual([
    0, 299, 9_800, 9_999,
  ]);
});

test('an ending points at the same events after some were dropped, and never at others', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.array(fc.nat(2_000), { maxLength: 5 }), (count, wanted) => {
      const log = logOf(count);
      const seen = wanted.filter((one) => one < count);
      const placed = log.placed(ending(seen)).events.map((at) => log.events[at]?.at);
      expect(placed).toEqual(seen.filter((one) => one < 300 || one >= count - 200));
    }),
  );
});
