import { authorizationUrl, createAttempt } from '../../main/engine/handshake/oauth/attempt.ts';
import type { ClientIdentity } from '../../main/engine/handshake/oauth/client-identity.ts';
import { readCallback } from '../../main/engine/handshake/oauth/read-callback.ts';
import type { Tokens } from '../../main/engine/handshake/oauth/read-tokens.ts';
import { redeemCode } from '../../main/engine/handshake/oauth/redeem-code.ts';
import type { Clock, Headers } from '../../main/engine/ports.ts';
import { offersOffline } from '../../main/engine/probe/registration/offline-scope.ts';
import type { Send } from '../../main/engine/probe/sender.ts';
import { Refused, type Authorization } from './authorization.ts';

/**
 * Goes to the sign-in page and comes back.
 * @returns the parameters on the redirect URI, which is never asked for
 */
export type Visit = (url: string, redirectUri: string, send: Send) => Promise<Headers>;

export interface SignInMeans {
  readonly send: Send;
  readonly clock: Clock;
  readonly visit: Visit;
}

/**
 * One sign-in: the page is visited, and the code that comes back is redeemed.
 * @throws Refused where an answer is not as it must be
 */
export async function signIn(
  authorization: Authorization,
  identity: ClientIdentity,
  options: { readonly redirectUri: string; readonly scope: string | null },
  { send, clock, visit }: SignInMeans,
): Promise<Tokens> {
  const { issuer, tokenEndpoint, resource, metadata, authorizationEndpoint } = authorization;
  const { redirectUri, scope } = options;
  const isOffline = scope?.split(' ').includes('offline_access') === true;
  const attempt = await createAttempt({
    ...{ issuer, tokenEndpoint, resource, redirectUri, scope },
    clientId: identity.id,
    prompt: isOffline ? 'consent' : null,
    createdAt: clock.now(),
  });
  const params = await visit(authorizationUrl(attempt, authorizationEndpoint), redirectUri, send);
  const callback = readCallback(params, attempt, metadata, clock.now());
  if (!callback.ok) throw new Refused(`The callback is not taken: ${callback.fault}.`);
  const reading = await redeemCode(callback.code, attempt, identity, send);
  if (reading.tokens === null || reading.strict !== null)
    throw new Refused(reading.strict ?? `No tokens came: ${reading.error?.code ?? 'no answer'}.`);
  return reading.tokens;
}

/** The scope to ask for, with offline_access where the server lists it (SEP-2207). */
export function withOfflineAccess(
  scope: string | null,
  { metadata }: Authorization,
): string | null {
  if (!offersOffline(metadata)) return scope;
  const words = new Set([...(scope?.split(' ') ?? []), 'offline_access']);
  return [...words].join(' ');
}
