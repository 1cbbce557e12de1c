import type { RequirementReport } from '../../contract/requirement-report.ts';
import { STEPS } from '../../contract/words.ts';
import type { NotExamined, TargetEvidence } from '../model/evidence.ts';
import type { Broken, Requirement, RequirementOutcome } from '../model/requirement.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { errorWords } from './error-words.ts';
import { narrow } from './narrow.ts';

/** A requirement that does not hold, and what it says. */
export interface BrokenRequirement {
  readonly requirement: Requirement;
  readonly broken: Broken;
}

export interface Specification {
  readonly rows: readonly RequirementReport[];
  readonly broken: readonly BrokenRequirement[];
  readonly notExamined: readonly NotExamined[];
}

const CHAPTERS = ['RS', 'PR', 'AS', 'DR', 'CI', 'AZ', 'TK', 'EX'];
/** Which part of a run gathers what a requirement needs, for what was not gathered. */
const WITHOUT: Partial<Record<keyof TargetEvidence, string>> = {
  registration: 'Needs a registration: run the check with --register, or allow it in the app.',
  signIn:
    'Needs a traced sign-in: “unblank trace” with the address, or “Trace sign-in” in the app.',
};

/**
 * Holds a server to every requirement, in the order of their list. One that throws is named as not
 * judged and stops no other (safety L2).
 * @param evidence what was gathered; what a requirement needs and was not gathered is `not-seen`
 * @see spec-requirements 1.9: the specification is kept apart from what clients do
 */
export function judgeRequirements(
  requirements: readonly Requirement[],
  evidence: TargetEvidence,
): Specification {
  if (evidence.first === null) return { rows: [], broken: [], notExamined: [] };
  const judged = requirements
    .toSorted(byNumber)
    .map((requirement) => ({ requirement, ...judgeOne(requirement, evidence) }));
  return {
    rows: judged.map(({ requirement, outcome }) => reported(requirement, outcome)),
    broken: judged.flatMap(({ requirement, outcome }) =>
      isBroken(outcome) ? [{ requirement, broken: outcome.broken }] : [],
    ),
    notExamined: judged.flatMap(({ fault }) => fault ?? []),
  };
}

interface Judged {
  readonly outcome: RequirementOutcome;
  readonly fault?: NotExamined;
}

function judgeOne(requirement: Requirement, evidence: TargetEvidence): Judged {
  const missing = requirement.needs.find((need) => evidence[need] === null);
  if (missing !== undefined)
    return { outcome: { notSeen: WITHOUT[missing] ?? 'This part was not gathered.' } };
  const isBehind = STEPS.indexOf(requirement.step) > STEPS.indexOf('challenge');
  if (isBehind && !asksForSignIn(evidence.first!)) return { outcome: 'not-applicable' };
  try {
    return { outcome: requirement.check(narrow(partsOf(requirement), evidence)) };
  } catch (error) {
    const why = `Could not judge: ${errorWords(error)}.`;
    return { outcome: { notSeen: why }, fault: { what: `Requirement ${requirement.id}`, why } };
  }
}

function partsOf({ needs, uses = [] }: Requirement): readonly (keyof TargetEvidence)[] {
  return [...needs, ...uses];
}

function isBroken(outcome: RequirementOutcome): outcome is { readonly broken: Broken } {
  return typeof outcome === 'object' && 'broken' in outcome;
}

function reported(requirement: Requirement, outcome: RequirementOutcome): RequirementReport {
  const { id, level, revisions, title } = requirement;
  const row = { id, level, revisions: [...revisions] };
  if (typeof outcome === 'string') return { ...row, state: outcome, text: title };
  if (isBroken(outcome)) return { ...row, state: 'broken', text: outcome.broken.text };
  return { ...row, state: 'not-seen', text: outcome.notSeen };
}

function byNumber(one: Requirement, two: Requirement): number {
  const place = ({ id }: Requirement) =>
    CHAPTERS.indexOf(id.slice(0, 2)) * 1000 + Number(id.slice(3));
  return place(one) - place(two);
}
