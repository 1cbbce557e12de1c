import type { Outcome } from '../../main/contract/words.ts';
import type { Patient } from '../../main/hospital/patient.ts';
import { PATIENTS } from '../../main/hospital/patients/index.generated.ts';
import {
  ADVICE_ONLY,
  ALSO_BROKEN,
  BESIDES,
  BY_ANOTHER,
  NOT_TRACED,
  VERDICTS,
} from './patient-exceptions.ts';
import { headlineOf } from './patient-headlines.ts';

/** A patient whose sign-in is traced, and all that its report has to say. */
export interface SignInRow {
  readonly patient: Patient;
  /** With the rounds of their own: wrong verifier, no verifier, other client. */
  readonly thorough: boolean;
  /** The first thing to mend; null where nothing is, or nothing has to be. */
  readonly rootCause: string | null;
  /** Codes of errors that do not follow from another finding, besides those it expects. */
  readonly otherErrors: readonly string[];
  /** The requirement that has to be broken, or null where another tells. */
  readonly requirement: string | null;
  /** Requirements (MUST) that are broken besides its own. */
  readonly otherBroken: readonly string[];
  /** The verdict on the traced client. */
  readonly verdict: Outcome;
  readonly headline: RegExp;
}

const ALL: readonly Patient[] = PATIENTS;

/** Seen in what a thorough trace makes besides. */
const THOROUGH = new Set([
  'authorize-consent-once',
  'token-any-verifier',
  'token-codes-for-anyone',
  'token-without-verifier',
]);

/** Every patient that only a sign-in shows, and all others whose page ends in a certain way. */
export const SIGN_IN_ROWS: readonly SignInRow[] = ALL.filter(
  ({ name, seenBy, ends }) =>
    !Object.hasOwn(NOT_TRACED, name) && (seenBy === 'sign-in' || ends !== undefined),
).map(rowOf);

function rowOf(patient: Patient): SignInRow {
  const { name, expects, requirement, ends } = patient;
  const isIn = ends?.outcome === 'signed-in';
  return {
    patient,
    thorough: THOROUGH.has(name),
    rootCause: Object.hasOwn(ADVICE_ONLY, name) ? null : (expects[0] ?? null),
    otherErrors: BESIDES[name]?.codes ?? [],
    requirement: Object.hasOwn(BY_ANOTHER, name) ? null : requirement,
    otherBroken: ALSO_BROKEN[name]?.ids ?? [],
    verdict: VERDICTS[name] ?? (isIn ? 'works' : 'blocked'),
    headline: headlineOf(patient),
  };
}

/** What a row promises, for the name of its test. */
export function promiseOf({ patient: { name, expects, ends } }: SignInRow): string {
  const codes = expects.length === 0 ? 'nothing' : expects.join(' and ');
  const page = ends === undefined ? '' : `, ${ends.page}, ${ends.outcome}`;
  return `${name}: ${codes}${page}`;
}
