import type { ClientId } from '../../../contract/words.ts';
import type { SignInEvidence, SignInRound, SignInTrace } from '../../model/sign-in-evidence.ts';
import { ownRounds } from '../trace/own-rounds.ts';

/**
 * The evidence of a sign-in; its parts that every client's rules read are those of the last round that
 * was the client's own.
 */
export function toEvidence(trace: SignInTrace, as: ClientId): SignInEvidence {
  const last = ownRounds(trace.rounds).at(-1);
  return {
    as,
    state: last?.state ?? '',
    callback: last?.callback ?? null,
    token: last?.token ?? null,
    call: decisiveCall(last),
    list: last?.list ?? null,
    trace,
  };
}

/** The first call in the era that the server speaks. */
function decisiveCall(last: SignInRound | undefined): SignInEvidence['call'] {
  const { legacyCall = null, modernCall = null } = last ?? {};
  if (legacyCall === null || modernCall === null) return legacyCall;
  const isModern = !isAnswered(legacyCall) && isAnswered(modernCall);
  return isModern ? modernCall : legacyCall;
}

function isAnswered({ outcome }: NonNullable<SignInEvidence['call']>): boolean {
  return outcome.kind === 'response' && outcome.response.status === 200;
}
