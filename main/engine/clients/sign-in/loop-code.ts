import type { RoundReason, SignInEvidence } from '../../model/sign-in-evidence.ts';
import { endingFault } from './ending-fault.ts';
import { lastRound } from './rounds-of.ts';

/** Shorter than this, a token is over before its client has done anything with it, in seconds. */
export const SHORT_LIFE = 60;

const BY_REASON: Readonly<Partial<Record<RoundReason, `F${number}`>>> = {
  '401 after a good token': 'F83',
  '403 insufficient_scope': 'F87',
  'the refresh was refused': 'F91',
  // It registers anew each time, and the token endpoint refuses each new client.
  'the client was forgotten': 'F81',
};

/**
 * What makes a sign-in begin again and again, or null where it does not. A token that is over at
 * once looks like one that is refused; its lifetime tells them apart.
 */
export function loopCode(signIn: SignInEvidence): `F${number}` | null {
  // Pages that go round in themselves are told by how the visit ended.
  if (signIn.trace?.end !== 'loop' || endingFault(signIn) !== null) return null;
  const round = lastRound(signIn);
  const life = round?.tokens?.expiresIn ?? null;
  if (round?.because === '401 after a good token' && life !== null && life < SHORT_LIFE)
    return 'F91';
  return (round === null ? undefined : BY_REASON[round.because]) ?? 'F62';
}
