import { isAskable } from '../../probe/is-askable.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';

/**
 * Why an address was never asked: our own policy (safety E2), or a run that ended before. What was
 * not asked must not be judged as missing.
 * @returns the reason in words, or null where it was asked
 */
export function whyNotAsked({ problem, url }: DocumentAttempt): string | null {
  // Clients ask no address of another scheme either, so it is as good as missing for them.
  if (!isAskable(url)) return null;
  if (problem?.kind === 'not-asked') return problem.detail;
  if (problem?.kind !== 'network') return null;
  return problem.failure === 'policy' || problem.failure === 'cancelled' ? problem.detail : null;
}

/** The first address that was never asked, as a sentence, or null where all were. */
export function firstNotAsked(attempts: readonly DocumentAttempt[]): string | null {
  const open = attempts.find((one) => whyNotAsked(one) !== null);
  return open === undefined ? null : `${open.url} was not asked: ${whyNotAsked(open)}.`;
}
