import type { Clock } from '../ports.ts';

export interface Silence {
  /** Something was written: the wait begins anew. */
  readonly heard: () => void;
  readonly end: () => void;
}

/**
 * Says once that nothing was written for a while, and again only after something was.
 * @param ms how long is a while
 */
export function createSilence(clock: Clock, ms: number, say: () => void): Silence {
  let stop = clock.after(ms, say);
  const heard = (): void => {
    stop();
    stop = clock.after(ms, say);
  };
  return { heard, end: () => stop() };
}
