import { CLIENT_WORDS } from '../../../contract/words.ts';
import type { JsonObject, TargetEvidence } from '../../model/evidence.ts';
import type {
  AuthorizeAttempt,
  AuthorizeVariant,
  RegistrationEvidence,
} from '../../model/registration-evidence.ts';
import type { Broken, RequirementOutcome } from '../../model/requirement.ts';
import { httpEvidence } from '../../modes/evidence/http-evidence.ts';
import { serverDocument } from '../../modes/evidence/server-document.ts';
import { serverInUse } from '../../modes/evidence/server-in-use.ts';
import {
  authorizeOutcome,
  goesOn,
  isTurnedDown,
  type AuthorizeOutcome,
} from '../../probe/registration/authorize-outcome.ts';
import {
  authorizeRefusal,
  type AuthorizeRefusal,
} from '../../probe/registration/authorize-refusal.ts';
import { authorizeWords } from '../../probe/registration/authorize-words.ts';

/** What a check of the authorization endpoint reads. */
export const AUTHORIZE_NEEDS = [
  'url',
  'resourceMetadata',
  'authorizationServers',
  'registration',
] as const satisfies readonly (keyof TargetEvidence)[];
export type AuthorizeGiven = {
  readonly [K in (typeof AUTHORIZE_NEEDS)[number]]: NonNullable<TargetEvidence[K]>;
};

/** A request that was opened, and what it came to. */
export interface Opened {
  readonly attempt: AuthorizeAttempt;
  readonly outcome: AuthorizeOutcome;
}

/** Everything that opening the sign-in page showed. */
export interface SignInPage {
  /** Metadata of the authorization server, or an empty object. */
  readonly document: JsonObject;
  readonly all: readonly Opened[];
  /** The registered clients' own requests. */
  readonly own: readonly Opened[];
  /** The request that the variants differ from in one thing each. */
  readonly base: Opened;
  /** The server refuses a client that it does not know, so it looks at a request at once. */
  readonly looksAtRequests: boolean;
  readonly variant: (variant: AuthorizeVariant) => Opened | null;
  /** The clients' own requests that were turned down for this. */
  readonly refusedFor: (reason: AuthorizeRefusal) => readonly Opened[];
}

/** Makes a check over what the sign-in page answered; not seen where it was not opened. */
export function overSignInPage(
  check: (page: SignInPage) => RequirementOutcome,
): (given: AuthorizeGiven) => RequirementOutcome {
  return (given) => {
    const page = signInPage(given);
    return page === null ? NOT_OPENED : check(page);
  };
}

/**
 * A check of the sign-in page for a requirement that a sign-in shows as well: null where nobody
 * registered, so that no page was opened.
 */
export function ofPage(
  check: (given: AuthorizeGiven) => RequirementOutcome,
  { registration, ...rest }: Omit<AuthorizeGiven, 'registration'> & MayRegister,
): RequirementOutcome | null {
  return registration === null ? null : check({ ...rest, registration });
}
type MayRegister = Pick<TargetEvidence, 'registration'>;

const NOT_OPENED = {
  notSeen: 'The sign-in page was not opened: no client got an id, or it gave no answer.',
} as const;

/**
 * Makes a check over one variant, where the request that it differs from goes through: where that is
 * turned down already, a variant says nothing.
 */
export function overVariant(
  variant: AuthorizeVariant,
  check: (opened: Opened, page: SignInPage) => RequirementOutcome,
): (given: AuthorizeGiven) => RequirementOutcome {
  return overSignInPage((page) => {
    const opened = page.variant(variant);
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    if (opened === null) return NOT_TRIED;
    return opened.outcome.kind === 'unclear' ? UNCLEAR : check(opened, page);
  });
}

export const BASE_REFUSED = {
  notSeen: 'The clients’ own request is turned down already, so a changed one tells nothing.',
} as const;
export const NOT_TRIED = { notSeen: 'There was nothing to change in the request.' } as const;
export const UNCLEAR = { notSeen: 'The answer does not tell.' } as const;
export const LOOKS_LATER = {
  notSeen: 'The sign-in page comes before the server looks at the request; only a sign-in tells.',
} as const;

/**
 * The outcome for a request that must be turned down: `broken` where it goes on. A page alone says
 * so only of a server that is known to look at requests before it shows one.
 */
export function mustBeTurnedDown(
  opened: Opened,
  { looksAtRequests }: SignInPage,
  broken: (isCertain: boolean) => Omit<Broken, 'evidence'>,
): RequirementOutcome {
  const { kind } = opened.outcome;
  if (isTurnedDown(opened.outcome)) return 'met';
  if (kind === 'page' && !looksAtRequests) return LOOKS_LATER;
  return brokenBy([opened], broken(kind !== 'page'));
}

/** Broken by requests, each pointed at with what came back. */
export function brokenBy(
  opened: readonly Opened[],
  broken: Omit<Broken, 'evidence'>,
): RequirementOutcome {
  const evidence = opened.map(({ attempt, outcome }) => {
    const what =
      attempt.variant === 'as the client sends it'
        ? `as ${CLIENT_WORDS[attempt.as]} sends it`
        : attempt.variant;
    return httpEvidence(attempt.exchange, `${what}: ${authorizeWords(outcome)}`);
  });
  return { broken: { ...broken, evidence } };
}

/** Names of the clients of requests, as in a sentence. */
export function namesOf(opened: readonly Opened[]): string {
  const names = [...new Set(opened.map(({ attempt }) => CLIENT_WORDS[attempt.as]))];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What came back to the first of them, as the end of a sentence. */
export function wordsOf([first]: readonly Opened[]): string {
  return first === undefined ? '' : authorizeWords(first.outcome);
}

function signInPage(given: AuthorizeGiven): SignInPage | null {
  const { authorize } = given.registration;
  const all = authorize.map((attempt) => ({ attempt, outcome: authorizeOutcome(attempt) }));
  const own = all.filter(({ attempt }) => attempt.variant === 'as the client sends it');
  const base = baseOf(all);
  if (base === null || own.concat(base).every(({ outcome }) => outcome.kind === 'unclear'))
    return null;
  const variant = (wanted: AuthorizeVariant) =>
    all.find(({ attempt }) => attempt.variant === wanted) ?? null;
  const unknown = variant('unknown client');
  return {
    document: serverDocument(serverInUse(given))?.json ?? {},
    all,
    own,
    base,
    looksAtRequests: unknown !== null && isTurnedDown(unknown.outcome),
    variant,
    refusedFor: (reason) => own.filter(({ attempt }) => isFor(attempt, reason, authorize)),
  };
}

function isFor(
  attempt: AuthorizeAttempt,
  reason: AuthorizeRefusal,
  all: RegistrationEvidence['authorize'],
): boolean {
  return authorizeRefusal(attempt, all) === reason;
}

const WHOLE: readonly AuthorizeVariant[] = ['as the client sends it', 'client-id document'];
/** Variants that keep the client: by it the base is known. */
const OF_BASE: readonly AuthorizeVariant[] = [
  'without PKCE',
  'implicit flow',
  'long state',
  'without resource',
  'without scope',
  'without prompt',
];

/** The request that was varied; without variants the first that was sent as a client sends it. */
function baseOf(all: readonly Opened[]): Opened | null {
  const varied = all.find(({ attempt }) => OF_BASE.includes(attempt.variant))?.attempt;
  const whole = all.filter(({ attempt }) => WHOLE.includes(attempt.variant));
  const own = whole.find(({ attempt }) => {
    return varied !== undefined && attempt.as === varied.as && attempt.clientId === varied.clientId;
  });
  return own ?? whole[0] ?? null;
}
