import type { Clock } from '../../engine/ports.ts';
import { unlessStopped, type Stop } from './stop.ts';

export interface Rate {
  readonly burst: number;
  readonly refillPerSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Waits until a request to the host may leave; in the order of the calls. */
export type TakeToken = (host: string, stop: Stop) => Promise<void>;

/**
 * One token bucket per host, so that we are no burden to anyone's server (safety E10).
 * @throws Stopped (from the returned function) when the stop comes while waiting; a token that was
 *   promised is then lost, which only slows us down
 */
export function createTokenBuckets(rate: Rate, clock: Clock): TakeToken {
  const buckets = new Map<string, Bucket>();
  return async (host, stop) => {
    const bucket = refilled(buckets.get(host), rate, clock.monotonic());
    // SECURITY: E10. Below zero is a debt: that many requests already wait.
    bucket.tokens -= 1;
    buckets.set(host, bucket);
    if (bucket.tokens >= 0) return;
    const wait = (-bucket.tokens / rate.refillPerSecond) * 1000;
    let callOff = (): void => undefined;
    const passed = new Promise<void>((resolve) => {
      callOff = clock.after(wait, resolve);
    });
    await unlessStopped(stop, passed).finally(() => callOff());
  };
}

function refilled(bucket: Bucket | undefined, rate: Rate, now: number): Bucket {
  if (bucket === undefined) return { tokens: rate.burst, at: now };
  const gained = ((now - bucket.at) / 1000) * rate.refillPerSecond;
  return { tokens: Math.min(rate.burst, bucket.tokens + gained), at: now };
}
