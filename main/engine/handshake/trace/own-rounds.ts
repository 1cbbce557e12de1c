import { SECOND_CLIENT } from '../../clients/sign-in/rounds-of.ts';
import type { SignInRound } from '../../model/sign-in-evidence.ts';

/**
 * The rounds in which the client itself wanted to sign in, in order: how they ended is how the sign-in
 * ended. The one that only looks whether a second client is asked as well (AZ-17) is none of them.
 */
export function ownRounds(rounds: readonly SignInRound[]): readonly SignInRound[] {
  return rounds.filter(({ because }) => because !== SECOND_CLIENT);
}
