import type { TargetReport, Verdict } from '../../main/contract/report.ts';
import { tellingVerdict } from '../../main/contract/telling-verdict.ts';
import type { ClientId } from '../../main/contract/words.ts';

/**
 * The verdict whose client's view is shown.
 * @param target one target of a report
 * @param client the client that a person chose, or null
 * @returns the chosen client's verdict, else the one that tells most; null where no client was judged
 */
export function chosenVerdict(target: TargetReport, client: ClientId | null): Verdict | null {
  const chosen = target.verdicts.find((one) => one.client === client);
  return chosen ?? tellingVerdict(target);
}
