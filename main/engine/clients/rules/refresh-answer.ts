import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import type { RefreshTrial, SignInEvidence } from '../../model/sign-in-evidence.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';
import { statusOf } from '../replay/replay.ts';
import { callRefusal } from '../sign-in/call-refusal.ts';
import { SHORT_LIFE } from '../sign-in/loop-code.ts';
import { lastRound } from '../sign-in/rounds-of.ts';

/**
 * A token that cannot be renewed, does not work any more when it was, or is over in a minute. The client is in until the
 * first token ends, so it is a risk and stops nobody at once.
 * @see TK-24, TK-30; F83, F91
 */
export function refreshAnswer(basis: Basis, source: string): Rule {
  return {
    step: 'refresh',
    basis,
    source,
    check: ({ evidence: { signIn } }) => {
      if (signIn === null || callRefusal(signIn) !== null) return null;
      const refresh = signIn.trace?.refresh ?? null;
      return (refresh === null ? null : judge(refresh)) ?? judgeLife(signIn);
    },
  };
}

/** Each call may meet a token that has just ended. */
function judgeLife(signIn: SignInEvidence): RuleHit | null {
  const life = lastRound(signIn)?.tokens?.expiresIn ?? SHORT_LIFE;
  if (life >= SHORT_LIFE) return null;
  return risk('F91', `Its token lives ${life} s, so calls fail whenever it is renewed too late.`);
}

function judge({ exchange, call }: RefreshTrial): RuleHit | null {
  const status = statusOf(exchange);
  if (status !== null && status >= 400) {
    const isForgotten = jsonAnswer(exchange)?.error === 'invalid_client';
    const why = `A refresh is answered ${status}, so it signs in again when the token ends.`;
    return risk(isForgotten ? 'F50' : 'F91', why);
  }
  if (call === null || statusOf(call) !== 401) return null;
  return risk(
    'F83',
    'A renewed token is answered 401, so it signs in again when the first one ends.',
  );
}

function risk(cause: string, why: string): RuleHit {
  return { outcome: 'at-risk', cause, why };
}
