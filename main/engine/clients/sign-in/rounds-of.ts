import type { Exchange } from '../../model/evidence.ts';
import type { SignInEvidence, SignInRound } from '../../model/sign-in-evidence.ts';

/**
 * The rounds in which the client wanted to sign in. The one that only looks whether another client
 * is asked as well (AZ-17) is none of them: nobody answers its page where no one has to.
 */
export function roundsOf({ trace }: SignInEvidence): readonly SignInRound[] {
  return (trace?.rounds ?? []).filter((one) => one.because !== SECOND_CLIENT);
}

/** Why the round of AZ-17 is made. */
export const SECOND_CLIENT = 'a second client, to see whether it asks again';

/** The last of them, at which the sign-in ended. */
export function lastRound(signIn: SignInEvidence): SignInRound | null {
  return roundsOf(signIn).at(-1) ?? null;
}

/** The answer to the last token request; of the parts alone where no whole sign-in was seen. */
export function tokenOf(signIn: SignInEvidence): Exchange | null {
  return roundsOf(signIn).findLast((one) => one.token !== null)?.token ?? signIn.token;
}
