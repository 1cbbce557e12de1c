import type { Exchange } from '../../model/evidence.ts';
import type { SignInCheck } from '../../model/sign-in-evidence.ts';
import { eventStreamRequest, initializeRequest } from '../../probe/requests.ts';
import type { Secret } from '../../secrets/secret.ts';
import { withToken } from '../oauth/authorized-request.ts';
import { redeemCode } from '../oauth/redeem-code.ts';
import { refreshTokens } from '../oauth/refresh-tokens.ts';
import { revokeToken } from '../oauth/revoke-token.ts';
import { isLetThrough } from './first-calls.ts';
import type { RoundResult } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';
import type { Refreshed } from './try-refresh.ts';

/** What was done with tokens that are of no more use; every part may end them. */
export interface LastChecks {
  readonly revocation: Exchange | null;
  readonly afterRevocation: Exchange | null;
  readonly oldAgain: Exchange | null;
  readonly checks: readonly (readonly [SignInCheck, Exchange])[];
}

export const NO_LAST_CHECKS: LastChecks = {
  revocation: null,
  afterRevocation: null,
  oldAgain: null,
  checks: [],
};

/**
 * Ends what the sign-in was given, and looks whether it has ended: the newest access token by
 * revocation; the old refresh token and the code by using them once more, which a server must answer
 * by ending all that came of them. Never called where the user keeps the tokens.
 * @see RFC 7009; RFC 6749 §4.1.2, §10.4; TK-11, TK-12, TK-27, TK-31
 */
export async function lastChecks(
  result: RoundResult,
  refreshed: Refreshed | null,
  plan: SignInPlan,
  context: SignInContext,
): Promise<LastChecks> {
  const { tokens, code } = result;
  if (tokens === null || code === null) return NO_LAST_CHECKS;
  const newest = refreshed?.tokens ?? tokens;
  const ended = await revoke(newest.access, result, plan, context);
  const old = refreshed?.trial.rotation === 'new' ? tokens.refresh : null;
  const oldAgain = old && (await refreshAgain(old, result, plan, context));
  return {
    ...ended,
    oldAgain,
    checks: await codeAgain(code, tokens.access, result, plan, context),
  };
}

async function revoke(
  access: Secret,
  { identity }: RoundResult,
  plan: SignInPlan,
  context: SignInContext,
): Promise<Pick<LastChecks, 'revocation' | 'afterRevocation'>> {
  const { revocation: endpoint } = plan.endpoints;
  if (endpoint === null) return { revocation: null, afterRevocation: null };
  const { send, record } = context;
  const revocation = await revokeToken(access, 'access_token', endpoint, identity, send);
  const after = isLetThrough(revocation) ? await call(access, plan, context) : null;
  return { revocation: record(revocation), afterRevocation: after && record(after) };
}

async function refreshAgain(
  old: Secret,
  { attempt, identity }: RoundResult,
  plan: SignInPlan,
  context: SignInContext,
): Promise<Exchange> {
  const { resource } = attempt;
  const asked = { endpoint: plan.endpoints.token, resource, scope: null, identity };
  const { exchange, tokens } = await refreshTokens(old, asked, context.send);
  if (tokens !== null) await context.tokens.issued(tokens, identity, attempt.scope);
  return context.record(exchange);
}

/** TK-12 is only seen with a token that was good until then. */
async function codeAgain(
  code: Secret,
  access: Secret,
  { attempt, identity }: RoundResult,
  plan: SignInPlan,
  context: SignInContext,
): Promise<LastChecks['checks']> {
  const before = await call(access, plan, context);
  const again = await redeemCode(code, attempt, identity, context.send);
  if (again.tokens !== null) await context.tokens.issued(again.tokens, identity, attempt.scope);
  const made = [['code again', context.record(again.exchange)]] as const;
  if (!isLetThrough(before)) return made;
  const after = await call(access, plan, context);
  return [...made, ['token after code again', context.record(after)]];
}

function call(access: Secret, plan: SignInPlan, { send }: SignInContext): Promise<Exchange> {
  const first = plan.contact === 'GET' ? eventStreamRequest(plan.url) : initializeRequest(plan.url);
  return send(withToken(first, access), 'call', 'request that must be refused');
}
