import type { Clock } from '../ports.ts';
import type { ContractCase } from './contract-case.ts';

export interface ClockRig {
  readonly clock: Clock;
  /** Makes the time pass on a fake; does nothing on a real clock, where it passes by itself. */
  readonly pass: (ms: number) => void;
}

/** What every Clock port does. */
export const CLOCK_CONTRACT: readonly ContractCase<ClockRig>[] = [
  {
    name: 'the wall clock says a time of this century in milliseconds',
    observe: ({ clock }) =>
      Promise.resolve(clock.now() > Date.UTC(2020, 0) && clock.now() < Date.UTC(2100, 0)),
    expected: true,
  },
  {
    // Node's timers count whole milliseconds of another clock, so they may be one short by this one.
    name: 'a callback comes no earlier than asked for, to the millisecond',
    observe: async (rig) => {
      const start = rig.clock.monotonic();
      await passed(rig, 5);
      return rig.clock.monotonic() - start >= 4;
    },
    expected: true,
  },
  {
    name: 'callbacks come in the order of their times',
    observe: async (rig) => {
      const seen: string[] = [];
      rig.clock.after(8, () => seen.push('late'));
      rig.clock.after(2, () => seen.push('early'));
      await passed(rig, 20);
      return seen;
    },
    expected: ['early', 'late'],
  },
  {
    name: 'a callback that was called off does not come',
    observe: async (rig) => {
      const seen: string[] = [];
      const callOff = rig.clock.after(1, () => seen.push('came'));
      callOff();
      await passed(rig, 10);
      return seen;
    },
    expected: [],
  },
  {
    name: 'calling off twice, or after the callback, does nothing',
    observe: async (rig) => {
      const seen: string[] = [];
      const callOff = rig.clock.after(1, () => seen.push('came'));
      await passed(rig, 10);
      callOff();
      callOff();
      return seen;
    },
    expected: ['came'],
  },
];

function passed(rig: ClockRig, ms: number): Promise<void> {
  return new Promise((resolve) => {
    rig.clock.after(ms, resolve);
    rig.pass(ms);
  });
}
