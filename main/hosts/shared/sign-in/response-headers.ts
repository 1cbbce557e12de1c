import type { Headers } from '../../../engine/ports.ts';

/** What tells something of a page that does not come (NavigationEvent, `response`). */
const KEPT = new Set([
  'content-type',
  'content-length',
  'content-disposition',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-frame-options',
  'cross-origin-opener-policy',
  'cross-origin-opener-policy-report-only',
  'location',
  'refresh',
  'server',
  'retry-after',
]);
/** A policy of a big provider has 3 to 4 KB; more is not read by anybody. */
const LONGEST_VALUE = 8 * 1024;

/**
 * The headers of a document that are kept. SECURITY: F1. An allow-list; Set-Cookie is not in it.
 * @param headers as the protocol gives them: several lines of one name are joined by a line break
 */
export function keptHeaders(headers: unknown): Headers {
  if (typeof headers !== 'object' || headers === null) return [];
  return Object.entries(headers).flatMap(([name, value]) =>
    KEPT.has(name.toLowerCase()) && typeof value === 'string' ? linesOf(name, value) : [],
  );
}

function linesOf(name: string, value: string): Headers {
  return value.split('\n').map((line) => [name.toLowerCase(), line.slice(0, LONGEST_VALUE)]);
}
