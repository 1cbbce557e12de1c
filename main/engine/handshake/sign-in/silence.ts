import type { NavigationEvent } from '../../model/navigation-event.ts';
import { QUIET_AFTER } from '../trace/rules/rule.ts';
import type { Clock } from '../../ports.ts';

/** After so long without any event, silence is one: wherever a rule asks for it. */
const STEPS_MS = QUIET_AFTER.toSorted((one, two) => one - two);

export interface Silence {
  /** Something happened at this time of the window. */
  broken(at: number): void;
  end(): void;
}

/** Tells when nothing happens; no window does. */
export function createSilence(clock: Clock, tell: (event: NavigationEvent) => void): Silence {
  let stop = (): void => undefined;
  let lastAt = 0;
  const wait = (step: number): void => {
    const forMs = STEPS_MS[step];
    if (forMs === undefined) return;
    stop = clock.after(forMs - (STEPS_MS[step - 1] ?? 0), () => {
      wait(step + 1);
      tell({ kind: 'quiet', at: lastAt + forMs, forMs });
    });
  };
  wait(0);
  return {
    broken(at) {
      lastAt = at;
      stop();
      wait(0);
    },
    end: () => stop(),
  };
}

/** Where nothing can be seen, silence says nothing. */
export const NO_SILENCE: Silence = { broken: () => undefined, end: () => undefined };
