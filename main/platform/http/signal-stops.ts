import { cancelled } from './failure.ts';
import { createStop, type Stop } from './stop.ts';

/** The stops of the signals that a session was given. */
export interface SignalStops {
  /** The stop that comes with this signal; the same one for every request of a run. */
  of(signal: AbortSignal): Stop;
  /** Takes our listeners off the signals. */
  forget(): void;
}

/**
 * One listener per signal instead of one per request: a run sends many requests at once under one
 * signal, and Node warns on stderr from the eleventh listener on.
 */
export function createSignalStops(): SignalStops {
  const known = new Map<AbortSignal, { readonly stop: Stop; readonly listener: () => void }>();
  return {
    of(signal) {
      const found = known.get(signal);
      if (found !== undefined) return found.stop;
      const stop = createStop();
      const listener = (): void => stop.with(cancelled());
      known.set(signal, { stop, listener });
      signal.addEventListener('abort', listener, { once: true });
      if (signal.aborted) listener();
      return stop;
    },
    forget() {
      for (const [signal, { listener }] of known) signal.removeEventListener('abort', listener);
      known.clear();
    },
  };
}
