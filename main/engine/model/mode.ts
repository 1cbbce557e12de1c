import type { Evidence } from '../../contract/report.ts';
import type { MachineEvidence, TargetEvidence } from './evidence.ts';
import type { ModeCode } from './mode-code.ts';
import type { Category, ClientId, Confidence, Severity, Step } from '../../contract/words.ts';

/**
 * What a mode says when it finds its fault. Texts are for a developer at midnight; where one is
 * left out, the mode's own stands.
 */
export interface Occurrence {
  /** A sentence of at most nine words. */
  readonly title?: string | undefined;
  /** What is wrong and what it does to them. */
  readonly explanation?: string | undefined;
  /** What was seen here, added to the explanation. */
  readonly detail?: string | undefined;
  /** What to do, most precise first. */
  readonly whatToDo?: string | undefined;
  /** Exact text to copy into a server or file, where one can be given. */
  readonly snippet?: string;
  readonly evidence: readonly Evidence[];
  /** Only where it differs from the mode's own. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly clients?: readonly ClientId[];
  readonly requirements?: readonly string[];
  /** Codes of which this occurrence is only a consequence, in place of the mode's own. */
  readonly followsFrom?: readonly string[];
  /** Ids of the configuration entries it is about; machine modes only. */
  readonly entries?: readonly string[];
}

/** The outcome of a judgement: the fault's occurrences (none = not there), or why it cannot be seen. */
export type Judgement = readonly Occurrence[] | { readonly notSeen: string };

interface ModeText {
  readonly code: ModeCode;
  /** The default title and texts: what `unblank explain CODE` shows. */
  readonly title: string;
  readonly explanation: string;
  readonly whatToDo: string;
  readonly step: Step;
  readonly severity: Severity;
  readonly category: Category;
  readonly confidence: Confidence;
  /** Clients that stop or suffer, as the catalogue has them. */
  readonly clients: readonly ClientId[];
  /** Ids of spec-requirements. */
  readonly requirements: readonly string[];
  /** Codes of which this one is only a consequence, where both are found on one target. */
  readonly followsFrom?: readonly string[];
  /** Public sources, as URLs. */
  readonly references: readonly string[];
}

type TargetNeed = keyof TargetEvidence;
type Given<N extends TargetNeed> = { readonly [K in N]: NonNullable<TargetEvidence[K]> };

/** A mode over one server. It is judged only when everything it needs was gathered. */
export interface TargetMode<
  N extends TargetNeed = TargetNeed,
  U extends TargetNeed = never,
> extends ModeText {
  readonly over: 'target';
  readonly needs: readonly N[];
  /** Further parts that it reads where they were gathered; null where they were not. */
  readonly uses?: readonly U[];
  readonly judge: (evidence: Given<N> & Pick<TargetEvidence, U>) => Judgement;
}

/** A mode over what lies on this machine. */
export interface MachineMode extends ModeText {
  readonly over: 'machine';
  readonly judge: (machine: MachineEvidence) => Judgement;
}

/**
 * A mode that is its requirements: it is found where one of them is broken, and says what they say.
 * Its severity, explanation and advice are those of the worst. What shows of it besides, where no
 * requirement says it (in a traced sign-in, mostly), is judged as by a mode over one server.
 */
export interface RequirementMode<
  N extends TargetNeed = TargetNeed,
  U extends TargetNeed = never,
> extends ModeText {
  readonly over: 'requirements';
  readonly besides?: Pick<TargetMode<N, U>, 'needs' | 'uses' | 'judge'>;
}

export type Mode = TargetMode<never> | MachineMode | RequirementMode<never>;

/**
 * Declares a mode over one server. It receives the parts of the evidence that it names in `needs`
 * and `uses` and can read no others; a throw becomes "could not judge" of this mode alone (safety L2).
 */
export function defineTargetMode<const N extends TargetNeed, const U extends TargetNeed = never>(
  mode: Omit<TargetMode<N, U>, 'over'>,
): Mode {
  return { ...mode, over: 'target' } as unknown as TargetMode<never>;
}

/** Declares a mode over the machine's configuration. */
export function defineMachineMode(mode: Omit<MachineMode, 'over'>): Mode {
  return { ...mode, over: 'machine' };
}

/**
 * Declares a mode that is found where a requirement names it in `shownBy` and is broken.
 * @see model/requirement.ts
 */
export function defineRequirementMode<
  const N extends TargetNeed = never,
  const U extends TargetNeed = never,
>(mode: Omit<RequirementMode<N, U>, 'over'>): Mode {
  return { ...mode, over: 'requirements' } as unknown as RequirementMode<never>;
}
