import { SECOND_CLIENT } from '../../clients/sign-in/rounds-of.ts';
import type { SignInRound } from '../../model/sign-in-evidence.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';
import { register, type Identified } from './choose-identity.ts';
import { runRound } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** Another client of ours, and the visit that shows whether its user is asked as well. */
export interface SecondClient {
  readonly identity: ClientIdentity;
  readonly round: SignInRound;
}

/**
 * Registers a second client and goes to the sign-in page as it, in the same window: what the first was
 * allowed must not be given to the second without asking. Its code is not redeemed.
 * @param number of the round
 * @returns null where the first was not registered, or the server gives every client the same id
 * @see AZ-17; MCP security best practices, Confused Deputy
 */
export async function secondClient(
  { identity: first }: Identified,
  number: number,
  plan: SignInPlan,
  context: SignInContext,
): Promise<SecondClient | null> {
  if (first?.from !== 'registered' || context.signal.aborted) return null;
  const identified = await register(plan, context);
  const { identity } = identified;
  if (identity === null || identity.id === first.id || context.signal.aborted) return null;
  const common = {
    number,
    because: SECOND_CLIENT,
    kept: false,
    scope: null,
    pageOnly: true,
  } as const;
  const start = { ...common, identified: { ...identified, identity } };
  const { round } = await runRound(start, plan, context, () => undefined);
  return { identity, round };
}
