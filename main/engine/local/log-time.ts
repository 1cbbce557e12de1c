import type { Clock } from '../ports.ts';
import { withDeadline } from '../run/with-deadline.ts';
import { whenAborted } from '../when-aborted.ts';

/** So long reading logs may take: a run has 45 seconds, and servers are asked after it. */
const LOG_MS = 10_000;
/** What was read until then is handed over within this time; a drive that hangs is not waited for. */
const GRACE_MS = 1000;

export interface LogTime {
  /** Ends the reading; what was read by then still counts. */
  readonly stop: AbortSignal;
  /** Ends the waiting for it. */
  readonly giveUp: AbortSignal;
  /** Must be called when the work is done, so that no timer stays. */
  readonly release: () => void;
}

/**
 * The time that reading logs has, within that of a run.
 * @param signal of the run; its end ends the reading too
 */
export function logTime(clock: Clock, signal: AbortSignal): LogTime {
  const deadline = withDeadline(clock, LOG_MS, signal);
  const late = new AbortController();
  let cancel = (): void => undefined;
  const forget = whenAborted(deadline.signal, () => {
    cancel = clock.after(GRACE_MS, () => late.abort());
  });
  const release = (): void => {
    forget();
    cancel();
    deadline.release();
  };
  return { stop: deadline.signal, giveUp: late.signal, release };
}
