import type { FirstContact } from '../../model/evidence.ts';
import type { Judgement } from '../../model/mode.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { asksForSignIn } from '../../probe/challenge-of.ts';

interface Given {
  readonly first: FirstContact;
  readonly signIn: SignInEvidence | null;
}

/**
 * The judgement of a mode that only a sign-in shows.
 * @param wouldTell what would tell, as a sentence
 * @param judge what a sign-in that was made shows; null where it did not get so far
 * @returns nothing where the server asks for no sign-in: it cannot have the fault
 */
export function unlessSignedIn(
  { first, signIn }: Given,
  wouldTell: string,
  judge: (signIn: SignInEvidence) => Judgement | null,
): Judgement {
  if (!asksForSignIn(first)) return [];
  return (signIn === null ? null : judge(signIn)) ?? { notSeen: wouldTell };
}
