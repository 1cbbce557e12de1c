const WAITING = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when a signal is aborted, and at once where it already is. All that wait on one signal
 * stand behind one listener: from the eleventh on, Node would warn on stderr.
 * @returns takes the callback back
 */
export function whenAborted(signal: AbortSignal, stop: () => void): () => void {
  if (signal.aborted) stop();
  const waiting = waitingFor(signal);
  // A function of its own, so that the same callback may wait twice.
  const once = (): void => stop();
  waiting.add(once);
  return () => waiting.delete(once);
}

function waitingFor(signal: AbortSignal): Set<() => void> {
  const known = WAITING.get(signal);
  if (known !== undefined) return known;
  const waiting = new Set<() => void>();
  WAITING.set(signal, waiting);
  const stopAll = (): void => [...waiting].forEach((stop) => stop());
  signal.addEventListener('abort', stopAll, { once: true });
  return waiting;
}
