import type { ClientId } from '../../../contract/words.ts';
import type { SignInEvidence, SignInTrace } from '../../model/sign-in-evidence.ts';

/** The evidence of a sign-in; its parts that every client's rules read are those of the last round. */
export function toEvidence(trace: SignInTrace, as: ClientId): SignInEvidence {
  const last = trace.rounds.at(-1);
  return {
    as,
    state: last?.state ?? '',
    callback: last?.callback ?? null,
    token: last?.token ?? null,
    call: decisiveCall(trace),
    list: last?.list ?? null,
    trace,
  };
}

/** The first call in the era that the server speaks. */
function decisiveCall({ rounds }: SignInTrace): SignInEvidence['call'] {
  const { legacyCall = null, modernCall = null } = rounds.at(-1) ?? {};
  if (legacyCall === null || modernCall === null) return legacyCall;
  const isModern = !isAnswered(legacyCall) && isAnswered(modernCall);
  return isModern ? modernCall : legacyCall;
}

function isAnswered({ outcome }: NonNullable<SignInEvidence['call']>): boolean {
  return outcome.kind === 'response' && outcome.response.status === 200;
}
