import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFakeClock } from '../../engine/testing/fake-clock.ts';
import { cancelled } from './failure.ts';
import { createStop, Stopped } from './stop.ts';
import { createTokenBuckets } from './token-bucket.ts';

const RATE = { burst: 24, refillPerSecond: 5 };

/** Lets promises that are settled run on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('E10: never more than the burst and the refill leave for one host, whatever the rhythm', async () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 1_500 }), { maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(gaps, async (waits) => {
      const clock = createFakeClock();
      const take = createTokenBuckets(RATE, clock);
      const left: number[] = [];
      for (const wait of waits) {
        clock.advance(wait);
        void take('h', createStop()).then(() => left.push(clock.monotonic()));
        await settle();
      }
      while (clock.nextIn !== null) {
        clock.advance(clock.nextIn);
        await settle();
      }
      expect(left).toHaveLength(waits.length);
      left.forEach((from, i) => {
        const within = left.filter((at, j) => j >= i && at - from < 1000).length;
        expect(within).toBeLessThanOrEqual(RATE.burst + RATE.refillPerSecond);
      });
    }),
    { numRuns: 30 },
  );
});

test('E10: hosts do not wait for each other', async () => {
  const clock = createFakeClock();
  const take = createTokenBuckets({ burst: 1, refillPerSecond: 1 }, clock);
  await take('a', createStop());
  await take('b', createStop());
  expect(clock.pending).toBe(0);
});

test('requests that wait leave in the order in which they came', async () => {
  const clock = createFakeClock();
  const take = createTokenBuckets({ burst: 1, refillPerSecond: 5 }, clock);
  const left: number[] = [];
  for (const i of [0, 1, 2, 3]) void take('h', createStop()).then(() => left.push(i));
  await settle();
  for (const expected of [[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]]) {
    expect(left).toEqual(expected);
    clock.advance(200);
    await settle();
  }
});

test('a stop ends the wait and leaves no timer', async () => {
  const clock = createFakeClock();
  const take = createTokenBuckets({ burst: 1, refillPerSecond: 1 }, clock);
  await take('h', createStop());
  const stop = createStop();
  const waiting = take('h', stop);
  stop.with(cancelled());
  await expect(waiting).rejects.toBeInstanceOf(Stopped);
  expect(clock.pending).toBe(0);
});
