import { STEPS } from '../../../contract/words.ts';
import type { SignInEnd, SignInEvidence, SignInRound } from '../../model/sign-in-evidence.ts';
import { judgeClient } from '../../run/judge-client.ts';
import { endWithoutCode } from './end-without-code.ts';
import { isLetThrough } from './first-calls.ts';
import type { Rounds } from './run-rounds.ts';
import type { SignInContext } from './sign-in-context.ts';

/** How the rounds ended, before anything else is tried with the tokens. */
export function endOfRounds(last: SignInRound, rounds: Rounds, isCancelled: boolean): SignInEnd {
  if (rounds.isLoop) return 'loop';
  if (last.token === null && isCancelled) return 'unfinished';
  if (last.token === null && last.callback === null)
    return endWithoutCode(last.ending?.kind ?? null);
  const call = rounds.last?.calls?.decisive ?? null;
  return call !== null && isLetThrough(call) ? 'signed in' : 'failed';
}

/** A sign-in that went through on the wire has failed where the chosen client refuses what it got. */
export function judgedEnd(signIn: SignInEvidence, { client, target }: SignInContext): SignInEnd {
  const end = signIn.trace?.end ?? 'unfinished';
  if (end !== 'signed in') return end;
  const { verdict } = judgeClient(client, { ...target, signIn });
  const isBehind = STEPS.indexOf(verdict.step) >= STEPS.indexOf('authorize');
  return verdict.outcome === 'blocked' && isBehind ? 'failed' : end;
}
