import type { MachineEvidence, NotExamined, TargetEvidence } from '../model/evidence.ts';
import { errorWords } from './error-words.ts';
import { narrow } from './narrow.ts';
import type { MachineMode, Mode, Occurrence, TargetMode } from '../model/mode.ts';

export interface Judged {
  readonly mode: Mode;
  readonly occurrence: Occurrence;
}
export interface Judgements {
  readonly found: readonly Judged[];
  readonly notExamined: readonly NotExamined[];
}

/**
 * Lets every mode over one server judge the parts of the evidence that it declared. A mode whose
 * parts were not gathered is passed over; one that throws is named as not judged (safety L2).
 * @param modes all modes; those over the machine are passed over
 */
export function judgeTargetModes(modes: readonly Mode[], evidence: TargetEvidence): Judgements {
  const able = modes
    .filter((mode) => mode.over === 'target')
    .filter((mode) => hasNeeds(mode, evidence));
  return collect(able, (mode) => mode.judge(narrow(partsOf(mode), evidence)));
}

/** Lets every mode over the machine judge it. */
export function judgeMachineModes(modes: readonly Mode[], machine: MachineEvidence): Judgements {
  return collect(
    modes.filter((mode): mode is MachineMode => mode.over === 'machine'),
    (mode) => mode.judge(machine),
  );
}

function hasNeeds(mode: TargetMode<never>, evidence: TargetEvidence): boolean {
  return needsOf(mode).every((need) => evidence[need] !== null);
}

function partsOf(mode: TargetMode<never>): readonly (keyof TargetEvidence)[] {
  return [...needsOf(mode), ...(mode.uses ?? [])];
}

function needsOf(mode: TargetMode<never>): readonly (keyof TargetEvidence)[] {
  return mode.needs;
}

function collect<M extends MachineMode | TargetMode<never>>(
  modes: readonly M[],
  judge: (mode: M) => ReturnType<MachineMode['judge']>,
): Judgements {
  const found: Judged[] = [];
  const notExamined: NotExamined[] = [];
  for (const mode of modes) {
    try {
      const judgement = judge(mode);
      if ('notSeen' in judgement)
        notExamined.push({ what: `${mode.code} ${mode.title}`, why: judgement.notSeen });
      else found.push(...judgement.map((occurrence) => ({ mode, occurrence })));
    } catch (error) {
      notExamined.push({
        what: `${mode.code} ${mode.title}`,
        why: `Could not judge: ${errorWords(error)}.`,
      });
    }
  }
  return { found, notExamined };
}
