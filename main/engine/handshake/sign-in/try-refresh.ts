import type { RefreshTrial } from '../../model/sign-in-evidence.ts';
import type { Exchange } from '../../model/evidence.ts';
import {
  authorizedInitialize,
  authorizedDiscover,
  withToken,
} from '../oauth/authorized-request.ts';
import type { Tokens, TokenReading } from '../oauth/read-tokens.ts';
import { refreshTokens } from '../oauth/refresh-tokens.ts';
import { eventStreamRequest } from '../../probe/requests.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { RoundResult } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** What came of the refresh; the tokens stay within the sign-in. */
export interface Refreshed {
  readonly trial: RefreshTrial;
  readonly tokens: Tokens | null;
}

/**
 * Refreshes the tokens of a round as a client does, and calls with the new one.
 * @returns null where no refresh token was issued
 * @see RFC 6749 §6; TK-23 to TK-30; F83 to F85
 */
export async function tryRefresh(
  { tokens, identity, attempt, calls }: RoundResult,
  plan: SignInPlan,
  context: SignInContext,
): Promise<Refreshed | null> {
  const refresh = tokens?.refresh ?? null;
  if (refresh === null) return null;
  const asked = {
    endpoint: plan.endpoints.token,
    issuer: plan.issuer,
    resource: attempt.resource,
    identity,
  };
  const first = await refreshTokens(refresh, { ...asked, scope: null }, context.send);
  const again =
    first.tokens === null && attempt.scope !== null
      ? await refreshTokens(refresh, { ...asked, scope: attempt.scope }, context.send)
      : null;
  const renewed = first.tokens ?? again?.tokens ?? null;
  if (renewed !== null) await context.tokens.issued(renewed, identity, attempt.scope);
  const isModern = calls?.decisive === calls?.modern;
  const call = renewed && (await callAgain(renewed.access, plan, isModern, context));
  return { trial: trialOf(first, again, refresh, call, context), tokens: renewed };
}

function callAgain(
  token: Secret,
  { url, contact }: SignInPlan,
  isModern: boolean,
  { send }: SignInContext,
): Promise<Exchange> {
  const legacy = isModern ? authorizedDiscover(url, token) : authorizedInitialize(url, token);
  const request = contact === 'GET' ? withToken(eventStreamRequest(url), token) : legacy;
  return send(request, 'call', 'first call with a token');
}

function trialOf(
  first: TokenReading,
  again: TokenReading | null,
  old: Secret,
  call: Exchange | null,
  { record, keeper }: SignInContext,
): RefreshTrial {
  const tokens = first.tokens ?? again?.tokens ?? null;
  return {
    exchange: record(first.exchange),
    tokens: tokens && keeper.hideAll(tokens.facts),
    rotation: tokens && rotationOf(tokens, old),
    withScope: again && record(again.exchange),
    call: call && record(call),
    oldAgain: null,
    unknown: null,
  };
}

function rotationOf({ refresh }: Tokens, old: Secret): RefreshTrial['rotation'] {
  if (refresh === null) return 'none';
  return refresh.reveal() === old.reveal() ? 'same' : 'new';
}
