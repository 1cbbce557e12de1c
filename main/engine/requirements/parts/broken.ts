import type { Evidence } from '../../../contract/report.ts';
import type { Broken, RequirementOutcome } from '../../model/requirement.ts';

/**
 * The outcome of a requirement that does not hold.
 * @param text what is wrong and what it does, as whole sentences
 * @param evidence at least one piece
 */
export function broken(
  text: string,
  evidence: readonly Evidence[],
  more: Pick<Broken, 'whatToDo' | 'snippet' | 'severity'> = {},
): RequirementOutcome {
  return { broken: { text, evidence, ...more } };
}
