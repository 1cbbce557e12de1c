import type { Clock } from '../engine/ports.ts';

/** The Clock port on this process: Date, performance and timers. A timer keeps no process alive. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
