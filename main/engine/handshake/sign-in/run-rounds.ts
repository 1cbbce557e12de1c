import type { RoundReason, SignInRound } from '../../model/sign-in-evidence.ts';
import { isSecondIdentical } from '../trace/loop-cause.ts';
import { chooseIdentity, register, type Identified } from './choose-identity.ts';
import { nextRound } from './next-round.ts';
import { runRound, type RoundResult } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** A loop is called after the second identical round; of differing ones there are three (safety D18). */
const ROUNDS = 3;

export interface Rounds {
  readonly all: readonly SignInRound[];
  /** The last one, or null where no authorization request could be built. */
  readonly last: RoundResult | null;
  readonly identified: Identified;
  /** The same round again: the client would do this for ever. */
  readonly isLoop: boolean;
}

/**
 * Signs in as often as the client would, until it is in, gives up, or does the same again.
 * @param onChange told of all rounds as they are so far
 */
export async function runRounds(
  plan: SignInPlan,
  context: SignInContext,
  onChange: (rounds: readonly SignInRound[]) => void,
): Promise<Rounds> {
  let identified = await chooseIdentity(plan, context);
  let [because, scope, kept]: [RoundReason, string | null, boolean] = [
    'the first request',
    null,
    false,
  ];
  const all: SignInRound[] = [];
  let last: RoundResult | null = null;
  while (identified.identity !== null) {
    const start = { number: all.length + 1, because, kept, scope };
    const { identity } = identified;
    last = await runRound(
      { ...start, identified: { ...identified, identity } },
      plan,
      context,
      (round) => onChange([...all, round]),
    );
    all.push(last.round);
    const next = context.signal.aborted ? null : nextRound(last);
    if (next === null) return { all, last, identified, isLoop: false };
    const isLoop = isSecondIdentical(all);
    if (isLoop || all.length >= ROUNDS) return { all, last, identified, isLoop };
    const isOwn = identity.from === 'registered';
    if (next.forgotten && !isOwn) return { all, last, identified, isLoop: false };
    [because, scope, kept] = [next.because, next.scope, !next.forgotten];
    if (next.forgotten) identified = await register(plan, context);
  }
  return { all, last, identified, isLoop: false };
}
