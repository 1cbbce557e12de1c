import { roundsOf } from '../../clients/sign-in/rounds-of.ts';
import type { Exchange, JsonObject } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import type {
  RefreshTrial,
  SignInCheck,
  SignInEvidence,
  SignInRound,
  SignInTrace,
  TokenFacts,
} from '../../model/sign-in-evidence.ts';
import { httpEvidence } from '../../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';
import { broken } from '../parts/broken.ts';
import { ofAnswer, type Answered } from '../parts/of-probe.ts';

/** What a requirement that takes a traced sign-in reads. */
export const SIGN_IN_NEEDS = ['signIn'] as const;
interface Given {
  readonly signIn: SignInEvidence;
}
export type SignInJudge = (given: Given) => RequirementOutcome;

const NOT_TRACED = { notSeen: 'Only parts of a sign-in were seen.' } as const;
const NO_TOKEN_ASKED = { notSeen: 'The sign-in ended before a token was asked for.' } as const;
const NO_TOKEN = { notSeen: 'The sign-in brought no token.' } as const;
const NOT_MADE = { notSeen: 'This request was not made.' } as const;
const NOT_RENEWED = { notSeen: 'There was no refresh token to try.' } as const;

/** Judges a whole sign-in. */
export function overTrace(
  check: (trace: SignInTrace, signIn: SignInEvidence) => RequirementOutcome,
): SignInJudge {
  return ({ signIn }) => (signIn.trace === null ? NOT_TRACED : check(signIn.trace, signIn));
}

/** Judges the last answer to a token request, whatever it is. */
export function overTokenAnswer(
  check: (answered: Answered, round: SignInRound) => RequirementOutcome,
): SignInJudge {
  return overTrace((_, signIn) => {
    const round = roundsOf(signIn).findLast((one) => one.token !== null);
    if (round?.token == null) return NO_TOKEN_ASKED;
    return ofAnswer(round.token, (answered) => check(answered, round));
  });
}

/** A token answer with a token in it. */
export interface Issued {
  readonly exchange: Exchange;
  readonly json: JsonObject;
  readonly round: SignInRound;
  /** What the token is, or null where it could not be read as one. */
  readonly facts: TokenFacts | null;
}

/** Judges the last token answer that a client gets something out of: JSON with status 2xx. */
export function overIssued(
  check: (issued: Issued, trace: SignInTrace) => RequirementOutcome,
): SignInJudge {
  return overTrace((trace, signIn) => {
    const outcome = overTokenAnswer(({ exchange, status }, round) => {
      const json = status < 300 ? jsonAnswer(exchange) : null;
      if (json === null || typeof json.error === 'string') return NO_TOKEN;
      return check({ exchange, json, round, facts: round.tokens }, trace);
    });
    return outcome({ signIn });
  });
}

/** Judges one of the requests that must be refused. */
export function overCheck(
  name: SignInCheck,
  check: (answered: Answered) => RequirementOutcome,
): SignInJudge {
  return overTrace(({ checks }) => {
    const exchange = checks[name];
    return exchange === undefined ? NOT_MADE : ofAnswer(exchange, check);
  });
}

/**
 * The outcome of a request that must be refused: broken where it succeeds. A crash is a fault of its
 * own, and says nothing here.
 * @param text what is wrong with a server that does not refuse it
 */
export function mustRefuse(name: SignInCheck, text: string): SignInJudge {
  return overCheck(name, ({ exchange, status }) => {
    if (status >= 500) return { notSeen: `The answer was ${status}, which does not tell.` };
    // An error that is sent as 200 is TK-20's, and no token.
    if (status >= 300 || typeof jsonAnswer(exchange)?.error === 'string') return 'met';
    return broken(text, [httpEvidence(exchange, `${name}: answered ${status}`)]);
  });
}

/** Judges what came of the refresh token. */
export function overRefresh(
  check: (refresh: RefreshTrial, signIn: SignInEvidence) => RequirementOutcome,
): SignInJudge {
  return overTrace((trace, signIn) =>
    trace.refresh === null ? NOT_RENEWED : check(trace.refresh, signIn),
  );
}
