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
 * Ends what the sign-in was given, and looks whether it has ended. Never called where the user keeps
 * the tokens. The order is from what ends least to what ends most, so that each can still be seen:
 * 1. The newest access token is revoked: usually it alone. Whatever else is done first may end it, and
 *    then nobody knows whether the revocation did.
 * 2. The code is used again, with a call by the first access token before and after (TK-11, TK-12):
 *    the old refresh token would have ended that token on a careful server.
 * 3. The old refresh token is used again (TK-26): it must be refused, whatever was ended before.
 * 4. A server that revokes no access tokens (RFC 7009 §2.2.1) is asked to revoke the refresh token: it
 *    ends all, and one that has ended is answered 200 all the same.
 * Whether the newest token works (TK-31) was seen long before.
 * @see RFC 7009; RFC 6749 §4.1.2, §10.4; TK-11, TK-12, TK-26
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
  const checks = await codeAgain(code, tokens.access, result, plan, context);
  const old = refreshed?.trial.rotation === 'new' ? tokens.refresh : null;
  const oldAgain = old && (await refreshAgain(old, result, plan, context));
  const refresh = newest.refresh ?? tokens.refresh;
  const other = ended.isRefused && refresh && (await revokeRefresh(refresh, result, plan, context));
  return {
    revocation: other || ended.revocation,
    afterRevocation: ended.afterRevocation,
    oldAgain,
    checks,
  };
}

async function revoke(
  access: Secret,
  { identity }: RoundResult,
  plan: SignInPlan,
  context: SignInContext,
): Promise<Pick<LastChecks, 'revocation' | 'afterRevocation'> & { readonly isRefused: boolean }> {
  const { revocation: endpoint } = plan.endpoints;
  if (endpoint === null) return { revocation: null, afterRevocation: null, isRefused: false };
  const { send, record } = context;
  const revocation = await revokeToken(access, 'access_token', endpoint, identity, send);
  const isRefused = !isLetThrough(revocation);
  const after = isRefused ? null : await call(access, plan, context);
  return { revocation: record(revocation), afterRevocation: after && record(after), isRefused };
}

/** @returns null where this is refused as well: then the first refusal tells more */
async function revokeRefresh(
  refresh: Secret,
  { identity }: RoundResult,
  { endpoints }: SignInPlan,
  { send, record }: SignInContext,
): Promise<Exchange | null> {
  const { revocation: endpoint } = endpoints;
  if (endpoint === null) return null;
  const revocation = await revokeToken(refresh, 'refresh_token', endpoint, identity, send);
  return isLetThrough(revocation) ? record(revocation) : null;
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
