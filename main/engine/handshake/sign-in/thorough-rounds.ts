import { Secret } from '../../secrets/secret.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { SignInCheck } from '../../model/sign-in-evidence.ts';
import type { RedeemChanges } from '../oauth/redeem-code.ts';
import type { Identified } from './choose-identity.ts';
import { register } from './choose-identity.ts';
import { runRound } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** Of legal form, and to no challenge that we ever send. */
const WRONG = new Secret('unblank-sends-this-verifier-to-see-it-refused');

/**
 * Rounds of their own, each with a page to agree to: a code must not be redeemed with a wrong verifier,
 * without one, or by another client. Only by the user's wish.
 * @see TK-08, TK-09, TK-13
 */
export async function thoroughRounds(
  identified: Identified,
  plan: SignInPlan,
  context: SignInContext,
): Promise<readonly (readonly [SignInCheck, Exchange])[]> {
  const { identity } = identified;
  if (identity === null) return [];
  const made: (readonly [SignInCheck, Exchange])[] = [];
  for (const [check, changesOf] of WAYS) {
    const changes = context.signal.aborted ? null : await changesOf(identified, plan, context);
    if (changes === null) continue;
    const start = { number: 0, because: 'the first request', scope: null, kept: true } as const;
    const round = { ...start, identified: { ...identified, identity }, changes };
    const { reading, tokens, attempt } = await runRound(round, plan, context, () => undefined);
    if (tokens !== null) await context.tokens.issued(tokens, identity, attempt.scope);
    if (reading !== null) made.push([check, context.record(reading.exchange)]);
  }
  return made;
}

type ChangesOf = (
  identified: Identified,
  plan: SignInPlan,
  context: SignInContext,
) => Promise<RedeemChanges | null>;

const WAYS: readonly (readonly [SignInCheck, ChangesOf])[] = [
  ['wrong verifier', () => Promise.resolve({ verifier: WRONG })],
  ['no verifier', () => Promise.resolve({ verifier: null })],
  ['other client', otherClient],
];

/** Another client of ours; without registration there is none. */
async function otherClient(
  { identity }: Identified,
  plan: SignInPlan,
  context: SignInContext,
): Promise<RedeemChanges | null> {
  if (identity?.from !== 'registered') return null;
  const other = (await register(plan, context)).identity;
  return other === null || other.id === identity.id ? null : { identity: other };
}
