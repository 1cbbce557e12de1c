import type { Clock } from '../ports.ts';

export interface Deadline {
  /** Aborts at the deadline or when the caller's signal does, whichever is first. */
  readonly signal: AbortSignal;
  /** Why it was aborted, or null while it was not. */
  readonly ended: () => 'deadline' | 'cancelled' | null;
  /** Must be called when the work is done, so that no timer stays. */
  readonly release: () => void;
}

/**
 * A signal with an end: every wait in a run hangs on it (safety L1).
 * @param ms how long the run may take
 * @param caller cancels from outside, for example the Stop button
 */
export function withDeadline(clock: Clock, ms: number, caller: AbortSignal): Deadline {
  const controller = new AbortController();
  let ended: 'deadline' | 'cancelled' | null = null;
  const end = (why: 'deadline' | 'cancelled') => {
    ended ??= why;
    controller.abort();
  };
  const onCaller = () => end('cancelled');
  const stop = clock.after(ms, () => end('deadline'));
  if (caller.aborted) onCaller();
  caller.addEventListener('abort', onCaller, { once: true });
  const release = () => {
    stop();
    caller.removeEventListener('abort', onCaller);
  };
  return { signal: controller.signal, ended: () => ended, release };
}
