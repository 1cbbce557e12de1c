import type { ReportExchange } from '../../main/contract/report.ts';

/**
 * Most requests of a report that ran strictly one after the other. Of all that ended before it began,
 * each takes the first to end: the greedy row is the longest.
 */
export function longestRow(trace: readonly ReportExchange[]): number {
  const spans = trace.map((one) => {
    const from = Date.parse(one.startedAt);
    return { from, to: from + one.durationMs };
  });
  let row = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.sort((one, other) => one.to - other.to)) {
    if (from < free) continue;
    row += 1;
    free = to;
  }
  return row;
}
