import type { ClientId } from '../../../contract/words.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';

/**
 * Was it this client’s sign-in, or one that stands in for it? Parts of a sign-in without its trace
 * were recorded with the client that is judged.
 */
export function isOwn(as: ClientId, signIn: SignInEvidence | null): boolean {
  return signIn !== null && (signIn.trace === null || signIn.as === as);
}
