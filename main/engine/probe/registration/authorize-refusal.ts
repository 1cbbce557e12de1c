import type { AuthorizeAttempt, AuthorizeVariant } from '../../model/registration-evidence.ts';
import {
  authorizeOutcome,
  goesOn,
  isTurnedDown,
  type AuthorizeOutcome,
} from './authorize-outcome.ts';
import { isUnknownClient } from './client-document.ts';

/** What an authorization request was turned down for, as far as the answer or another try tells. */
export type AuthorizeRefusal = 'resource' | 'scope' | 'redirect' | 'prompt' | 'client' | 'other';

/** What leaving something out shows where that goes through. */
const SHOWN_BY: readonly (readonly [AuthorizeVariant, AuthorizeRefusal])[] = [
  ['without resource', 'resource'],
  ['without scope', 'scope'],
  ['without prompt', 'prompt'],
];
/** How servers word it; the first that fits. */
export const REFUSAL_WORDS: readonly (readonly [RegExp, AuthorizeRefusal])[] = [
  [/AADSTS9010010|AADSTS500011|AADSTS650053|invalid_target|invalid_resource/, 'resource'],
  [/invalid_scope|AADSTS70011/, 'scope'],
  [
    /AADSTS50011|redirect[ _]?ur[il]|redirect address|invalid_redirect|callback ur[il]/i,
    'redirect',
  ],
  [/\bresource (?:parameter|indicator)\b|\bparameter.{0,12}\bresource\b/i, 'resource'],
  [/\bscopes?\b/i, 'scope'],
];

/**
 * Why a client's own request was turned down. Another try with one thing left out decides where it
 * goes through or is turned down as well; else what the answer says for itself.
 * @param attempt as the client sends it
 * @param all every attempt of the run, among them those with something left out
 * @returns null where it was not turned down
 * @see RFC 6749 §4.1.2.1; F44, F50, F65, F66, F77
 */
export function authorizeRefusal(
  attempt: AuthorizeAttempt,
  all: readonly AuthorizeAttempt[],
): AuthorizeRefusal | null {
  const outcome = authorizeOutcome(attempt);
  if (!isTurnedDown(outcome)) return null;
  const tries = triesFor(attempt, outcome, all);
  const shown = SHOWN_BY.find(([variant]) => tries.some((one) => isTry(one, variant, true)));
  if (shown !== undefined) return shown[1];
  if (isAboutPrompt(attempt, outcome, all)) return 'prompt';
  if (isUnknownClient(attempt)) return 'client';
  const excluded = SHOWN_BY.filter(([variant]) => tries.some((one) => isTry(one, variant, false)));
  const word = REFUSAL_WORDS.find(([pattern, reason]) => {
    return pattern.test(saidIn(outcome)) && !excluded.some(([, other]) => other === reason);
  });
  return word?.[1] ?? 'other';
}

/** It carries a prompt, and another client's request was turned down alike for a prompt alone. */
function isAboutPrompt(
  { exchange }: AuthorizeAttempt,
  outcome: AuthorizeOutcome,
  all: readonly AuthorizeAttempt[],
): boolean {
  const has = new URL(exchange.request.url).searchParams.has('prompt');
  const alike = (one: AuthorizeAttempt) => keyOf(authorizeOutcome(one)) === keyOf(outcome);
  return has && all.some((one) => one.variant === 'prompt consent' && alike(one));
}

function isTry(one: AuthorizeAttempt, variant: AuthorizeVariant, passes: boolean): boolean {
  return one.variant === variant && goesOn(one) === passes;
}

/** One client's tries stand for every other that was turned down in the same words. */
function triesFor(
  attempt: AuthorizeAttempt,
  outcome: AuthorizeOutcome,
  all: readonly AuthorizeAttempt[],
): readonly AuthorizeAttempt[] {
  const key = keyOf(outcome);
  return all.filter((one) => {
    if (!SHOWN_BY.some(([variant]) => variant === one.variant)) return false;
    const own = all.find((two) => two.clientId === one.clientId && two.variant === attempt.variant);
    return own !== undefined && keyOf(authorizeOutcome(own)) === key;
  });
}

function keyOf(outcome: AuthorizeOutcome): string {
  return `${outcome.kind} ${saidIn(outcome)}`;
}

function saidIn(outcome: AuthorizeOutcome): string {
  return 'said' in outcome ? outcome.said : '';
}
