import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { callbackError } from '../rules/callback-error.ts';
import { callbackState } from '../rules/callback-state.ts';
import { firstCall } from '../rules/first-call.ts';
import { neverStarted } from '../rules/never-started.ts';
import { refreshAnswer } from '../rules/refresh-answer.ts';
import { signInEnding } from '../rules/sign-in-ending.ts';
import { tokenAnswer } from '../rules/token-answer.ts';

/** How a client takes what a sign-in brings back. */
export interface SignInTraits {
  /** Whose sign-in tells of it: its own, or that of the client that stands in for it. */
  readonly as: ClientId;
  readonly basis: Basis;
  readonly source: string;
  /** How it checks the token answer. */
  readonly schema: 'strict' | 'nulls-pass';
  /** What it writes before an error of the sign-in page, or null where nobody has seen it. */
  readonly errorPrefix: string | null;
  /** Does it compare the state that comes back? The SDKs by themselves do not. */
  readonly comparesState: boolean;
  /** What it does when the first call with a token is refused, as a sentence. */
  readonly afterRefusal: string;
}

/** What the sign-in itself shows; that the client would fare alike is concluded. */
const TRACE = 'The traced sign-in';

/** From the way back to the first call: what ends every client, whatever it is built on. */
export function signInRules(traits: SignInTraits): readonly Rule[] {
  const { as, basis, source, schema, errorPrefix, afterRefusal } = traits;
  return [
    neverStarted(as, 'inferred', TRACE),
    signInEnding(as, 'inferred', TRACE),
    callbackError(as, errorPrefix, basis, source),
    ...(traits.comparesState ? [callbackState(basis, source)] : []),
    tokenAnswer(as, schema, basis, source),
    firstCall(as, afterRefusal, basis, source),
    refreshAnswer('inferred', TRACE),
  ];
}
