import { Secret } from '../../secrets/secret.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { SignInCheck } from '../../model/sign-in-evidence.ts';
import type { RedeemChanges } from '../oauth/redeem-code.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';
import type { Identified } from './choose-identity.ts';
import { runRound } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** Of legal form, and to no challenge that we ever send. */
const WRONG = new Secret('unblank-sends-this-verifier-to-see-it-refused');

/**
 * Rounds of their own, each with a page to agree to: a code must not be redeemed with a wrong verifier,
 * without one, or by another client. Only by the user's wish.
 * @param other a second client of ours, or null
 * @see TK-08, TK-09, TK-13
 */
export async function thoroughRounds(
  identified: Identified,
  other: ClientIdentity | null,
  plan: SignInPlan,
  context: SignInContext,
): Promise<readonly (readonly [SignInCheck, Exchange])[]> {
  const { identity } = identified;
  if (identity === null) return [];
  const made: (readonly [SignInCheck, Exchange])[] = [];
  const ways = [...WAYS, ['other client', other && { identity: other }]] as const;
  for (const [check, changes] of ways) {
    if (changes === null || context.signal.aborted) continue;
    const start = { number: 0, because: 'the first request', scope: null, kept: true } as const;
    const round = { ...start, identified: { ...identified, identity }, changes };
    const { reading, tokens, attempt } = await runRound(round, plan, context, () => undefined);
    if (tokens !== null) await context.tokens.issued(tokens, identity, attempt.scope);
    if (reading !== null) made.push([check, context.record(reading.exchange)]);
  }
  return made;
}

const WAYS: readonly (readonly [SignInCheck, RedeemChanges])[] = [
  ['wrong verifier', { verifier: WRONG }],
  ['no verifier', { verifier: null }],
];
