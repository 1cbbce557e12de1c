import type { FirstContact } from '../../model/evidence.ts';
import type { Judgement } from '../../model/mode.ts';
import { asksForSignIn } from '../../probe/challenge-of.ts';

/**
 * The judgement of a mode that only a sign-in shows.
 * @param wouldTell what would tell, as a sentence
 * @returns nothing where the server asks for no sign-in: it cannot have the fault
 */
export function unlessSignedIn(first: FirstContact, wouldTell: string): Judgement {
  return asksForSignIn(first) ? { notSeen: wouldTell } : [];
}
