import type { MachineEvidence, TargetEvidence } from '../model/evidence.ts';
import type { Mode, Occurrence } from '../model/mode.ts';

/**
 * What a mode over the machine finds in a sample.
 * @throws where it cannot judge, or is a mode over a server
 */
export function occurrencesOnMachine(mode: Mode, machine: MachineEvidence): readonly Occurrence[] {
  if (mode.over !== 'machine') throw new Error(`${mode.code} does not judge machines`);
  return found(mode.judge(machine));
}

/**
 * What a mode over a server finds in a sample.
 * @param evidence the parts that it needs
 * @throws where it cannot judge, or is a mode over the machine
 */
export function occurrencesOnTarget(
  mode: Mode,
  evidence: Partial<TargetEvidence>,
): readonly Occurrence[] {
  if (mode.over !== 'target') throw new Error(`${mode.code} does not judge servers`);
  return found(mode.judge(evidence as never));
}

function found(
  judgement: readonly Occurrence[] | { readonly notSeen: string },
): readonly Occurrence[] {
  if ('notSeen' in judgement) throw new Error(judgement.notSeen);
  return judgement;
}
