import type { Evidence } from '../../contract/report.ts';
import type { Level, Revision, Severity, Step } from '../../contract/words.ts';
import type { TargetEvidence } from './evidence.ts';

/** What a requirement that does not hold says for itself. */
export interface Broken {
  /** What is wrong and what it does, as a sentence for people; names the values that were seen. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** What to do, where it can be said more precisely than the failure mode does. */
  readonly whatToDo?: string;
  /** Text to copy, where one can be given exactly. */
  readonly snippet?: string;
  /** Where it weighs more or less than its level says. */
  readonly severity?: Severity;
}

/**
 * The outcome of one check. `notSeen` says what would tell; `not-applicable` where the requirement
 * has nothing to hold to here (an optional member that is not there).
 */
export type RequirementOutcome =
  'met' | 'not-applicable' | { readonly notSeen: string } | { readonly broken: Broken };

type Need = keyof TargetEvidence;
type Given<N extends Need> = { readonly [K in N]: NonNullable<TargetEvidence[K]> };

export type RequirementId = `${'RS' | 'PR' | 'AS' | 'DR' | 'CI' | 'AZ' | 'TK' | 'EX'}-${string}`;

/** One requirement of the MCP authorization specification that can be seen from outside. */
export interface Requirement<N extends Need = Need, U extends Need = never> {
  /** As in the numbered list of requirements; stable. */
  readonly id: RequirementId;
  readonly level: Level;
  /** Revisions in which it holds; empty where it is not of the specification (COMPAT). */
  readonly revisions: readonly Revision[];
  /**
   * `p0` costs nothing; `p1` registers a client or opens the sign-in page, with consent only; `p2`
   * takes a traced sign-in, `p3` one whose tokens are changed or wait for their end besides.
   */
  readonly phase: 'p0' | 'p1' | 'p2' | 'p3';
  readonly step: Step;
  /** What is asked, in one sentence for people. */
  readonly title: string;
  /** Section or document that asks it. */
  readonly source: string;
  /** Codes of the failure modes as which it shows; empty where it is only listed, never a finding. */
  readonly shownBy: readonly `F${number}`[];
  readonly needs: readonly N[];
  /** Further parts that it reads where they were gathered; null where they were not. */
  readonly uses?: readonly U[];
  readonly check: (evidence: Given<N> & Pick<TargetEvidence, U>) => RequirementOutcome;
}

/** Declares a requirement; it receives the evidence of its `needs` and `uses`, and no other. */
export function defineRequirement<const N extends Need, const U extends Need = never>(
  requirement: Requirement<N, U>,
): Requirement<never> {
  return requirement as unknown as Requirement<never>;
}
