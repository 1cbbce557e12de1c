import type { Clock } from '../../engine/ports.ts';
import { failure } from './failure.ts';
import type { Stop } from './stop.ts';

/** What the user reads for each deadline of safety E5. */
const MESSAGES = {
  CONNECT_TIMEOUT: 'No connection was made in time',
  HEADERS_TIMEOUT: 'No response headers came in time',
  TOTAL_TIMEOUT: 'The response was not complete in time',
} as const;
export type Deadline = keyof typeof MESSAGES;

/** The deadline of what is going on now; a new one replaces it. */
export interface Phase {
  start(deadline: Deadline, ms: number): void;
  end(): void;
}

/** @param stop receives the timeout when a deadline passes */
export function createPhase(clock: Clock, stop: Stop): Phase {
  let callOff = (): void => undefined;
  return {
    start(deadline, ms) {
      callOff();
      // SECURITY: E5
      const late = failure('timeout', deadline, MESSAGES[deadline]);
      callOff = clock.after(ms, () => stop.with(late));
    },
    end() {
      callOff();
    },
  };
}
