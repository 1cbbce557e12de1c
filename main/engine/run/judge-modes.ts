import type { MachineEvidence, NotExamined, TargetEvidence } from '../model/evidence.ts';
import { errorWords } from './error-words.ts';
import { narrow } from './narrow.ts';
import type { Judgement, MachineMode, Mode, Occurrence, TargetMode } from '../model/mode.ts';

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
 * Those that are their requirements add what they see in a traced sign-in.
 * @param modes all modes; those over the machine are passed over
 */
export function judgeTargetModes(modes: readonly Mode[], evidence: TargetEvidence): Judgements {
  const able = modes.flatMap(judging).filter((one) => hasNeeds(one, evidence));
  return collect(able, ({ judge, ...parts }) => judge(narrow(partsOf(parts), evidence)));
}

type OverTarget = Pick<TargetMode<never>, 'needs' | 'uses' | 'judge'>;

/** What of a mode judges one server: all of it, or what it sees besides its requirements. */
function judging(mode: Mode): readonly (OverTarget & { readonly mode: Mode })[] {
  if (mode.over === 'target') {
    const { needs, judge, uses = [] } = mode;
    return [{ mode, needs, judge, uses }];
  }
  if (mode.over === 'machine' || mode.besides === undefined) return [];
  return [{ mode, ...mode.besides }];
}

/** Lets every mode over the machine judge it. */
export function judgeMachineModes(modes: readonly Mode[], machine: MachineEvidence): Judgements {
  const able = modes.filter((mode): mode is MachineMode => mode.over === 'machine');
  return collect(
    able.map((mode) => ({ mode })),
    ({ mode }) => mode.judge(machine),
  );
}

type Needing = Pick<OverTarget, 'needs' | 'uses'>;

function hasNeeds(one: Needing, evidence: TargetEvidence): boolean {
  return needsOf(one).every((need) => evidence[need] !== null);
}

function partsOf(one: Needing): readonly (keyof TargetEvidence)[] {
  return [...needsOf(one), ...(one.uses ?? [])];
}

function needsOf({ needs }: Needing): readonly (keyof TargetEvidence)[] {
  return needs;
}

function collect<T extends { readonly mode: Mode }>(
  able: readonly T[],
  judge: (one: T) => Judgement,
): Judgements {
  const found: Judged[] = [];
  const notExamined: NotExamined[] = [];
  for (const one of able) {
    const { mode } = one;
    try {
      const judgement = judge(one);
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
