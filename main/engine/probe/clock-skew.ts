import type { Exchange } from '../model/evidence.ts';
import { headerOf } from './header.ts';

/** Seconds that two clocks may differ before tokens are judged too old or too young (F103). */
export const SKEW_SECONDS = 60;

/**
 * By how many seconds a server's clock differs from ours: positive where the server is ahead.
 * @returns null where the answer does not tell: without a Date header (RFC 9110 §6.6.1), one that
 *   is no date, or one that a cache has kept (Age, RFC 9111 §5.1)
 */
export function clockSkew({ outcome, startedAt, durationMs }: Exchange): number | null {
  if (outcome.kind === 'failure') return null;
  const { headers } = outcome.response;
  if (Number(headerOf(headers, 'age') ?? '0') > 0) return null;
  const date = Date.parse(headerOf(headers, 'date') ?? '');
  if (Number.isNaN(date)) return null;
  // It was written at some time between the request and the end of the answer.
  const nearest = Math.min(Math.max(date, startedAt), startedAt + durationMs);
  return Math.round((date - nearest) / 1000);
}
