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
    const waiting = waitingFor(signal);
    const stop = (): void => resolve(null);
    waiting.add(stop);
    begin()
      .finally(() => waiting.delete(stop))
      .then(resolve, reject);
  });
}

const WAITING = new WeakMap<AbortSignal, Set<() => void>>();

/** Everything that waits, behind one listener: of many on one signal, Node warns its user. */
function waitingFor(signal: AbortSignal): Set<() => void> {
  const known = WAITING.get(signal);
  if (known !== undefined) return known;
  const waiting = new Set<() => void>();
  WAITING.set(signal, waiting);
  const stopAll = (): void => [...waiting].forEach((stop) => stop());
  signal.addEventListener('abort', stopAll, { once: true });
  return waiting;
}
