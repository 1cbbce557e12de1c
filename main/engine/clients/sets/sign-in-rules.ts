import type { Basis, Rule } from '../../model/client.ts';
import { callbackError } from '../rules/callback-error.ts';
import { callbackState } from '../rules/callback-state.ts';
import { firstCall } from '../rules/first-call.ts';
import { tokenAnswer } from '../rules/token-answer.ts';

/** How a client takes what a sign-in brings back. */
export interface SignInTraits {
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

/** From the way back to the first call: what ends every client, whatever it is built on. */
export function signInRules(traits: SignInTraits): readonly Rule[] {
  const { basis, source, schema, errorPrefix, afterRefusal } = traits;
  return [
    callbackError(errorPrefix, basis, source),
    ...(traits.comparesState ? [callbackState(basis, source)] : []),
    tokenAnswer(schema, basis, source),
    firstCall(afterRefusal, basis, source),
  ];
}
