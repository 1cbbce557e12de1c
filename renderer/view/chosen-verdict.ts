import type { TargetReport, Verdict } from '../../main/contract/report.ts';
import type { ClientId, Outcome } from '../../main/contract/words.ts';

/** Whose view to show first: the client that is worst off. */
const FIRST_SHOWN: readonly Outcome[] = ['blocked', 'at-risk', 'works', 'unknown'];

/**
 * The verdict whose client's view is shown.
 * @param target one target of a report
 * @param client the client that a person chose, or null
 * @returns the chosen client's verdict, else the one of the client that is worst off; null where no
 *   client was judged
 */
export function chosenVerdict(target: TargetReport, client: ClientId | null): Verdict | null {
  const { verdicts } = target;
  const chosen = verdicts.find((one) => one.client === client);
  if (chosen !== undefined) return chosen;
  const sorted = [...verdicts].sort((a, b) => rank(a.outcome) - rank(b.outcome));
  return sorted[0] ?? null;
}

function rank(outcome: Outcome): number {
  return FIRST_SHOWN.indexOf(outcome);
}
