import { whenAborted } from '../../engine/when-aborted.ts';

/**
 * Waits for some work or for its end by the signal, whichever is first: a drive that does not answer
 * holds nobody (safety L1). What the work does later is nobody's concern.
 * @param stopped what to give then; asked when it happens
 */
export function untilStopped<T>(
  work: Promise<T>,
  signal: AbortSignal,
  stopped: () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = whenAborted(signal, () => resolve(stopped()));
    work.then(resolve, reject).finally(forget);
  });
}
