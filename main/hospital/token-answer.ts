import { randomBytes } from 'node:crypto';
import { asForm } from './as-form.ts';
import type { JsonObject, Reply } from './message.ts';
import { newId, type Grant, type Memory } from './memory.ts';
import { OAUTH_HEADERS, oauthJson } from './oauth-reply.ts';
import type { Setup } from './setup.ts';

/** Seconds that an access token lives. */
const LIFETIME = 3600;

/**
 * The answer with tokens (OAuth 2.1 §3.2.3).
 * @param kept the refresh token to give again; a new one is made where none is given
 */
export function issueTokens(setup: Setup, memory: Memory, grant: Grant, kept?: string): Reply {
  const { auth } = setup;
  const { clientId, scope, audience, family } = grant;
  const own = { clientId, scope, audience, family };
  const refreshToken = kept ?? newId('refresh');
  memory.refreshTokens.set(refreshToken, own);
  const all: JsonObject = {
    access_token: makeAccessToken(setup, memory, own),
    token_type: 'Bearer',
    expires_in: auth.tokenLifetime ?? LIFETIME,
    refresh_token: refreshToken,
    scope,
    ...auth.tokenAnswer,
  };
  const leftOut = auth.tokenLeavesOut ?? [];
  const entries = Object.entries(all).filter(([key]) => !leftOut.includes(key));
  return answer(setup, Object.fromEntries(entries));
}

function answer({ auth }: Setup, members: JsonObject): Reply {
  const reply = oauthJson(200, members);
  const cors = { 'access-control-allow-origin': '*' };
  if (auth.tokensCacheable === true) {
    return { ...reply, headers: { ...cors, 'content-type': 'application/json' } };
  }
  if (auth.tokenAnswerIsForm !== true) return reply;
  return {
    ...reply,
    headers: { ...OAUTH_HEADERS, 'content-type': 'application/x-www-form-urlencoded' },
    body: asForm(members).toString(),
  };
}

/** A token that the MCP server of the pair takes, made with the clock of this one. */
export function makeAccessToken(setup: Setup, memory: Memory, grant: Grant): string {
  const { auth } = setup;
  const audience = auth.audienceIsClient === true ? grant.clientId : grant.audience;
  const now = Date.now() + (auth.clockAheadMs ?? 0);
  const expiresAt = now + (auth.tokenLifetime ?? LIFETIME) * 1000;
  const token = { ...grant, audience, notBefore: now, expiresAt };
  const text = auth.tokensAreJwt === true ? jwt(setup, token) : newId('access');
  if (auth.tokensUnknownToServer !== true) memory.accessTokens.set(text, token);
  return text;
}

type Dated = Grant & { readonly notBefore: number; readonly expiresAt: number };

/**
 * A token in the form of RFC 9068. Its signature is random: the two servers of a pair know each
 * other's tokens by heart, so nothing in it is ever checked.
 */
function jwt(setup: Setup, { clientId, scope, audience, notBefore, expiresAt }: Dated): string {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  const claims = {
    iss: setup.issuer,
    sub: 'user',
    aud: audience,
    client_id: clientId,
    scope,
    iat: seconds(notBefore),
    nbf: seconds(notBefore),
    exp: seconds(expiresAt),
    jti: newId('token'),
  };
  const part = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = randomBytes(64).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'at+jwt' })}.${part(claims)}.${signature}`;
}
