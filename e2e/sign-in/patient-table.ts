import type { Patient } from '../../main/hospital/patient.ts';
import { PATIENTS } from '../../main/hospital/patients/index.generated.ts';

/** A patient whose sign-in is traced. */
export interface SignInRow {
  readonly patient: Patient;
  /** With the rounds of their own: wrong verifier, no verifier, other client. */
  readonly thorough: boolean;
  /** Whether the requirement that it breaks is held to the sign-in, or shows in the probe already. */
  readonly showsRequirement: boolean;
}

const ALL: readonly Patient[] = PATIENTS;

/** Broken where a registration shows it, and in a way that stops the sign-in as well. */
const STOPPED = new Set([
  'authorize-refuses-resource',
  'authorize-refuses-scope',
  'registration-forgets-at-once',
]);

/** Seen in rounds that a thorough trace makes besides. */
const THOROUGH = new Set([
  'token-any-verifier',
  'token-codes-for-anyone',
  'token-without-verifier',
]);

/** What no traced sign-in can show, and why. Their break on the wire is tested in the hospital. */
export const NOT_TRACED: Readonly<Record<string, string>> = {
  'guard-takes-tokens-in-query': 'Unblank puts no token into any address (D16).',
  'guard-takes-foreign-tokens': 'It takes a token that was made for another server (RS-14).',
  'authorize-state-encoded-again': 'Our state has nothing in it that encoding would change.',
  'authorize-consent-once': 'The second client asks nobody here; a person has to look.',
  'registration-forgets-clients': 'It forgets after half a minute.',
  'token-secret-with-plus': 'Our client encodes the secret as it should.',
};

/** Patients that break one requirement by what is told as another. */
const BY_ANOTHER = new Set([
  'refresh-forgets-clients',
  'scope-never-enough',
  'scope-one-by-one',
  'token-refuses-clients',
  'token-wants-json',
]);

/** Every patient that only a sign-in shows, and those whose page is to end in a certain way. */
export const SIGN_IN_ROWS: readonly SignInRow[] = ALL.filter(
  ({ name, seenBy, ends }) =>
    !Object.hasOwn(NOT_TRACED, name) &&
    (seenBy === 'sign-in' || ends !== undefined || STOPPED.has(name)),
).map((patient) => ({
  patient,
  thorough: THOROUGH.has(patient.name),
  showsRequirement:
    patient.requirement !== null && !BY_ANOTHER.has(patient.name) && !STOPPED.has(patient.name),
}));

/** What a row promises, for the name of its test. */
export function promiseOf({ patient: { name, expects, ends } }: SignInRow): string {
  const codes = expects.length === 0 ? 'nothing' : expects.join(' and ');
  const page = ends === undefined ? '' : `, ${ends.page}, ${ends.outcome}`;
  return `${name}: ${codes}${page}`;
}
