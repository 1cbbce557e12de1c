import type { Exchange } from '../../model/evidence.ts';
import type { SignInCheck } from '../../model/sign-in-evidence.ts';
import type { HttpRequest } from '../../ports.ts';
import { Secret } from '../../secrets/secret.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';
import { redeemCode } from '../oauth/redeem-code.ts';
import { refreshTokens } from '../oauth/refresh-tokens.ts';
import type { RoundResult } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** Names that no server knows. */
const GRANT = 'urn:unblank:no-such-grant';
const CLIENT = 'unblank-no-such-client';
const REFRESH = new Secret('unblank-no-such-refresh-token');

/** Token requests that must be refused and harm nothing (TK-18, TK-19). */
export async function refusedGrants(
  { attempt, identity }: RoundResult,
  plan: SignInPlan,
  context: SignInContext,
): Promise<readonly (readonly [SignInCheck, Exchange])[]> {
  const { send, record } = context;
  const asked = formRequest(plan.endpoints.token, { grant_type: GRANT, client_id: identity.id });
  const stranger: ClientIdentity = {
    ...identity,
    id: CLIENT,
    secret: null,
    method: 'none',
  };
  const code = new Secret('unblank-no-such-code');
  const unknown = await redeemCode(code, attempt, stranger, send);
  const grant = await send(asked, 'token', 'request that must be refused');
  return [
    ['unknown grant', record(grant)],
    ['unknown client', record(unknown.exchange)],
  ];
}

/** A refresh token that never was (TK-28). */
export async function unknownRefresh(
  { attempt, identity }: RoundResult,
  { endpoints }: SignInPlan,
  { send, record }: SignInContext,
): Promise<Exchange> {
  const asked = {
    endpoint: endpoints.token,
    resource: attempt.resource,
    scope: null,
    identity,
  };
  return record((await refreshTokens(REFRESH, asked, send)).exchange);
}

/** Only the client's id: who we are does not matter to a grant that does not exist. */
function formRequest(url: string, form: Readonly<Record<string, string>>): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json'],
    ],
    body: new URLSearchParams(form).toString(),
    namedBy: 'server',
  };
}
