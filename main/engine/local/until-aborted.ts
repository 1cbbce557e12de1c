import { whenAborted } from '../when-aborted.ts';

/** Why something was not looked at, where the run ended before. */
export const STOPPED = 'The run was stopped before this was read.';

/**
 * Waits for something as long as a run goes on (safety L1).
 * @param begin starts it; not called where the run has already ended
 * @returns its value, or null as soon as the signal says stop
 */
export function untilAborted<T>(begin: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const release = whenAborted(signal, () => resolve(null));
    begin().finally(release).then(resolve, reject);
  });
}
