import { endingFault } from '../../clients/sign-in/ending-fault.ts';
import type { NavigationEndingKind } from '../../model/navigation-ending.ts';
import type { Occurrence } from '../../model/mode.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { navigationEvidence } from './navigation-evidence.ts';

/** What a mode says otherwise of one kind of ending. */
export type EndingTexts = Readonly<Partial<Record<NavigationEndingKind, Partial<Occurrence>>>>;

/**
 * How a visit to a sign-in page ended, where it shows as this mode.
 * @param code of the mode
 * @param texts where a kind of ending has words of its own
 */
export function endingOccurrences(
  code: `F${number}`,
  signIn: SignInEvidence,
  texts: EndingTexts = {},
): readonly Occurrence[] {
  const fault = endingFault(signIn);
  if (fault?.code !== code) return [];
  const { ending, round } = fault;
  const said = { detail: ending.says, requirements: [], ...texts[ending.kind] };
  return [{ ...said, evidence: [navigationEvidence(round)] }];
}
