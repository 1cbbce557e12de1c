import type { Clock, Http } from '../../engine/ports.ts';
import { OUTBOUND_LIMITS, type OutboundLimits } from '../../engine/safety/outbound-limits.ts';
import { nodeClock } from '../clock.ts';
import { createSession, type Shared } from './session.ts';
import { systemResolve, type Resolve } from './target.ts';
import { createTokenBuckets } from './token-bucket.ts';
import { createTrust, requireCertificates, systemRoots, type TrustSources } from './trust.ts';

/** What a test gives instead of the real thing. */
export interface HttpInternals {
  readonly resolve?: Resolve;
  readonly limits?: Partial<OutboundLimits>;
  readonly clock?: Clock;
  readonly trust?: TrustSources;
}

/**
 * The Http port on node:http and node:https; the only code that sends (safety E1). All sessions of
 * one port share the rate limit per host, and nothing else that could change (L4).
 * @throws AppError bad-option from `open` where `ca` holds no certificate
 */
export function createHttp(internals: HttpInternals = {}): Http {
  const limits: OutboundLimits = { ...OUTBOUND_LIMITS, ...internals.limits };
  const clock = internals.clock ?? nodeClock;
  const resolve = internals.resolve ?? systemResolve;
  const takeToken = createTokenBuckets(limits, clock);
  const shared: Shared = { limits, clock, resolve, takeToken };
  const trust = createTrust(internals.trust ?? { env: process.env, system: systemRoots });
  return {
    open(options) {
      if (options.ca !== null) requireCertificates(options.ca);
      return createSession(
        options,
        once(() => trust(options.ca)),
        shared,
      );
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
