import { refusalOf } from '../../clients/sign-in/call-refusal.ts';
import { roundsOf } from '../../clients/sign-in/rounds-of.ts';
import { statusOf } from '../../clients/replay/replay.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import type { SignInRound } from '../../model/sign-in-evidence.ts';
import { bearerOf, parameterOf, parseChallenges, type Challenge } from '../../probe/challenge.ts';
import { headerOf } from '../../probe/header.ts';
import { overTrace, type SignInJudge } from './over-sign-in.ts';

/** A call that was answered 403, and what the answer says. */
export interface ScopeChallenge {
  readonly exchange: Exchange;
  readonly challenge: Challenge | null;
}

const NEVER_LITTLE = {
  notSeen: 'No token had too little scope; a sign-in with fewer scopes (--scope) would tell.',
} as const;

/** Judges every 403 that the server itself gave to a token; a firewall’s page is none (F06). */
export function overScopeChallenges(
  check: (first: ScopeChallenge, all: readonly ScopeChallenge[]) => RequirementOutcome,
): SignInJudge {
  return overTrace((_, signIn) => {
    const all = roundsOf(signIn).flatMap(callsOf).filter(isForbidden).map(challengeOf);
    const [first] = all;
    return first === undefined ? NEVER_LITTLE : check(first, all);
  });
}

/** Every call that a round made with its token. */
export function callsOf(round: SignInRound): readonly Exchange[] {
  const { legacyCall, modernCall, list } = round;
  return [legacyCall, modernCall, list].filter((one) => one !== null);
}

/** Does this answer ask for more scope? */
export function asksForScope(exchange: Exchange): boolean {
  return saysInsufficient(challengeOf(exchange));
}

/** Does a 403 say what it is about, so that a client knows what to do? */
export function saysInsufficient({ challenge }: ScopeChallenge): boolean {
  return challenge !== null && parameterOf(challenge, 'error') === 'insufficient_scope';
}

function isForbidden(exchange: Exchange): boolean {
  return statusOf(exchange) === 403 && refusalOf(exchange)?.kind !== 'page';
}

function challengeOf(exchange: Exchange): ScopeChallenge {
  const { outcome } = exchange;
  const header =
    outcome.kind === 'failure' ? null : headerOf(outcome.response.headers, 'www-authenticate');
  return { exchange, challenge: header === null ? null : bearerOf(parseChallenges(header)) };
}
