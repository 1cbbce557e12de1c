import type { Failure } from './failure.ts';

/**
 * The one way in which a request ends early: the user, the session or a deadline gives the failure,
 * the first one counts, and everything that waits is told at once.
 */
export interface Stop {
  readonly failure: Failure | null;
  with(failure: Failure): void;
  /** Calls back on the stop, at once if it has come; the returned function takes that back. */
  onStop(callback: (failure: Failure) => void): () => void;
}

export function createStop(): Stop {
  let given: Failure | null = null;
  const waiting = new Set<(failure: Failure) => void>();
  return {
    get failure() {
      return given;
    },
    with(failure) {
      if (given !== null) return;
      given = failure;
      for (const callback of [...waiting]) callback(failure);
      waiting.clear();
    },
    onStop(callback) {
      if (given === null) waiting.add(callback);
      else callback(given);
      return () => void waiting.delete(callback);
    },
  };
}

/** A stop as an exception, inside the port only. */
export class Stopped extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Waits for the promise or the stop, whichever is first. @throws Stopped */
export function unlessStopped<T>(stop: Stop, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = stop.onStop((failure) => reject(new Stopped(failure)));
    promise.then(resolve, reject).finally(forget);
  });
}
