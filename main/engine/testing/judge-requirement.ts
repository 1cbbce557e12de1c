import type { RequirementState } from '../../contract/words.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { REQUIREMENTS } from '../requirements/index.generated.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';

/** A requirement, what is tried, the evidence, and what it must come to. */
export type RequirementRow = readonly [
  id: string,
  what: string,
  evidence: TargetEvidence,
  state: RequirementState,
];

/**
 * What one requirement comes to.
 * @throws where there is none with that id, where it could not judge, and where something broken
 *   comes without evidence or without a sentence
 */
export function stateOf(id: string, evidence: TargetEvidence): RequirementState {
  const requirement = REQUIREMENTS.find((one) => one.id === id);
  if (requirement === undefined) throw new Error(`there is no ${id}`);
  const { rows, broken, notExamined } = judgeRequirements([requirement], evidence);
  if (notExamined[0] !== undefined) throw new Error(notExamined[0].why);
  for (const { broken: said } of broken)
    if (said.evidence.length === 0 || !/[.?]$/.test(said.text))
      throw new Error(`${id} says “${said.text}” with ${said.evidence.length} pieces of evidence`);
  return rows[0]!.state;
}

/** The ids of a chapter that no row shows both as met (or not applicable) and as broken. */
export function untold(chapter: string, rows: readonly RequirementRow[]): readonly string[] {
  const told = (id: string, broken: boolean) =>
    rows.some(([one, , , state]) => one === id && (state === 'broken') === broken);
  return REQUIREMENTS.map((one) => one.id)
    .filter((id) => id.startsWith(chapter))
    .filter((id) => !told(id, true) || !told(id, false));
}
