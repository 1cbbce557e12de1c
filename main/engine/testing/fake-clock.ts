import type { Clock } from '../ports.ts';

export interface FakeClock extends Clock {
  /** Lets time pass; calls back what falls due, in order of time. */
  advance(ms: number): void;
  /** Sets the wall clock as a user or a time server would; the monotonic clock does not move. */
  setWall(ms: number): void;
  /** Callbacks that still wait. */
  readonly pending: number;
  /** Milliseconds until the first of them, or null. */
  readonly nextIn: number | null;
}

interface Alarm {
  readonly due: number;
  readonly callback: () => void;
}

/** The Clock port that stands still until told. @param start wall time in milliseconds */
export function createFakeClock(start = Date.UTC(2026, 10, 23, 12)): FakeClock {
  let elapsed = 0;
  let wall = start;
  const alarms = new Set<Alarm>();
  const passTo = (time: number): void => {
    wall += time - elapsed;
    elapsed = time;
  };
  return {
    now: () => wall,
    monotonic: () => elapsed,
    after(ms, callback) {
      const alarm = { due: elapsed + Math.max(0, ms), callback };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    advance(ms) {
      const end = elapsed + ms;
      for (let next = earliest(alarms, end); next !== null; next = earliest(alarms, end)) {
        alarms.delete(next);
        passTo(Math.max(elapsed, next.due));
        next.callback();
      }
      passTo(end);
    },
    setWall(ms) {
      wall = ms;
    },
    get pending() {
      return alarms.size;
    },
    get nextIn() {
      const next = earliest(alarms, Infinity);
      return next === null ? null : next.due - elapsed;
    },
  };
}

function earliest(alarms: ReadonlySet<Alarm>, end: number): Alarm | null {
  const due = [...alarms].filter((alarm) => alarm.due <= end);
  return due.reduce<Alarm | null>((a, b) => (a !== null && a.due <= b.due ? a : b), null);
}
