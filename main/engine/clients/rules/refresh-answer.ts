import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import type { RefreshTrial } from '../../model/sign-in-evidence.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';
import { statusOf } from '../replay/replay.ts';
import { callRefusal } from '../sign-in/call-refusal.ts';

/**
 * A token that cannot be renewed, or does not work any more when it was. The client is in until the
 * first token ends, so it is a risk and stops nobody at once.
 * @see TK-24, TK-30; F83, F91
 */
export function refreshAnswer(basis: Basis, source: string): Rule {
  return {
    step: 'refresh',
    basis,
    source,
    check: ({ evidence: { signIn } }) => {
      const refresh = signIn?.trace?.refresh ?? null;
      if (refresh === null || signIn === null || callRefusal(signIn) !== null) return null;
      return judge(refresh);
    },
  };
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
