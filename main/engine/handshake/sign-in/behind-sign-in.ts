import type { Exchange } from '../../model/evidence.ts';
import type { SignInCheck, SignInTrace } from '../../model/sign-in-evidence.ts';
import type { Identified } from './choose-identity.ts';
import { isLetThrough } from './first-calls.ts';
import { lastChecks, NO_LAST_CHECKS } from './last-checks.ts';
import { refusedCalls } from './refused-calls.ts';
import { refusedGrants, unknownRefresh } from './refused-grants.ts';
import type { RoundResult } from './run-round.ts';
import { secondClient } from './second-client.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';
import { thoroughRounds } from './thorough-rounds.ts';
import { tryRefresh } from './try-refresh.ts';

/** What was seen behind the sign-in; its rounds are those that were made only to look. */
export type Behind = Pick<
  SignInTrace,
  'rounds' | 'refresh' | 'revocation' | 'afterRevocation' | 'checks'
>;
type Made = readonly (readonly [SignInCheck, Exchange])[];
type Add = (part: Partial<Behind>, checks?: Made) => void;

const NOTHING: Behind = {
  rounds: [],
  refresh: null,
  revocation: null,
  afterRevocation: null,
  checks: {},
};

/**
 * What is tried with the tokens of a sign-in once it is over: first what leaves them as they are, then
 * the refresh, and at the very end what ends them. Stops wherever the user does.
 * @param onChange told of what is there so far
 */
export async function behindSignIn(
  result: RoundResult,
  identified: Identified,
  plan: SignInPlan,
  context: SignInContext,
  onChange: (part: Behind) => void,
): Promise<Behind> {
  let behind = NOTHING;
  const add: Add = (part, checks = []) => {
    behind = { ...behind, ...part };
    behind = { ...behind, checks: { ...behind.checks, ...Object.fromEntries(checks) } };
    onChange(behind);
  };
  const { wishes, signal } = context;
  if (result.tokens === null || signal.aborted) return behind;
  const isIn = result.calls !== null && isLetThrough(result.calls.decisive);
  if (isIn) add({}, await refusedCalls(result, plan, context));
  const refreshed = signal.aborted ? null : await tryRefresh(result, plan, context);
  if (refreshed !== null) add({ refresh: refreshed.trial });
  if (signal.aborted) return behind;
  add({}, await refusedGrants(result, plan, context));
  const unknown = refreshed && (await unknownRefresh(result, plan, context));
  if (wishes.thorough && isIn) await lookThoroughly(result, identified, plan, context, add);
  const keeps = wishes.keep || signal.aborted;
  const last = keeps ? NO_LAST_CHECKS : await lastChecks(result, refreshed, plan, context);
  const { revocation, afterRevocation, oldAgain } = last;
  const refresh = refreshed && { ...refreshed.trial, unknown, oldAgain };
  add({ revocation, afterRevocation, refresh }, last.checks);
  return behind;
}

async function lookThoroughly(
  { round }: RoundResult,
  identified: Identified,
  plan: SignInPlan,
  context: SignInContext,
  add: Add,
): Promise<void> {
  const second = await secondClient(identified, round.number + 1, plan, context);
  if (second !== null) add({ rounds: [second.round] });
  add({}, await thoroughRounds(identified, second?.identity ?? null, plan, context));
}
