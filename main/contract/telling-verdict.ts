import type { TargetReport, Verdict } from './report.ts';
import type { Outcome } from './words.ts';

/** Worst off first; what was not seen tells least. */
const WORST_FIRST: readonly Outcome[] = ['blocked', 'at-risk', 'works', 'unknown'];

/**
 * The client whose view tells most: one that the first thing to fix stops, else the one that is
 * worst off. Every host shows it first.
 * @returns its verdict, or null where no client was judged
 */
export function tellingVerdict({ verdicts, rootCause }: TargetReport): Verdict | null {
  const sorted = [...verdicts].sort((one, two) => rank(one.outcome) - rank(two.outcome));
  const byRoot = sorted.find((one) => one.outcome === 'blocked' && one.cause === rootCause);
  return byRoot ?? sorted[0] ?? null;
}

function rank(outcome: Outcome): number {
  return WORST_FIRST.indexOf(outcome);
}
