import { loopCauseOf, type LoopCauseKind } from '../../handshake/trace/loop-cause.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { endingFault } from './ending-fault.ts';
import { lastRound } from './rounds-of.ts';

/** Shorter than this, a token is over before its client has done anything with it, in seconds. */
export const SHORT_LIFE = 60;

/** As what each cause of a loop shows in the catalogue. */
const CODES: Readonly<Record<LoopCauseKind, `F${number}`>> = {
  '401 after a good token': 'F83',
  '403 insufficient_scope for ever': 'F87',
  'the refresh lost the audience': 'F83',
  'the token lives shorter than the round trip': 'F91',
  // It registers anew each time, and the token endpoint refuses each new client.
  'the server forgot': 'F81',
  // Nothing else is seen that begins it again.
  'a new client each time': 'F62',
};

/**
 * What makes a sign-in begin again and again, or null where it does not: the cause that the headline
 * names (handshake/trace/loop-cause.ts), as a code. A token that is over at once looks like one that
 * is refused; its lifetime tells them apart.
 */
export function loopCode(signIn: SignInEvidence): `F${number}` | null {
  const { trace } = signIn;
  // Pages that go round in themselves are told by how the visit ended.
  if (trace?.end !== 'loop' || isStopped(signIn)) return null;
  const cause = loopCauseOf(trace.rounds, trace.refresh)?.cause;
  const { expiresIn = null } = lastRound(signIn)?.tokens ?? {};
  if (cause === '401 after a good token' && (expiresIn ?? SHORT_LIFE) < SHORT_LIFE) return 'F91';
  // It is the token that it forgot, not the client.
  if (cause === 'the server forgot' && lastRound(signIn)?.tokens) return 'F83';
  return cause === undefined ? 'F62' : CODES[cause];
}

/** A page did not let it go on. */
function isStopped(signIn: SignInEvidence): boolean {
  return (endingFault(signIn)?.reach ?? 'risk') !== 'risk';
}
