import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAttempt, authorizationUrl } from '../../main/engine/handshake/oauth/attempt.ts';
import {
  authorizedInitialize,
  withToken,
} from '../../main/engine/handshake/oauth/authorized-request.ts';
import type { ClientIdentity } from '../../main/engine/handshake/oauth/client-identity.ts';
import { readCallback } from '../../main/engine/handshake/oauth/read-callback.ts';
import { redeemCode } from '../../main/engine/handshake/oauth/redeem-code.ts';
import { refreshTokens } from '../../main/engine/handshake/oauth/refresh-tokens.ts';
import { registerClient } from '../../main/engine/handshake/oauth/register.ts';
import { revokeToken } from '../../main/engine/handshake/oauth/revoke-token.ts';
import { statusOf } from '../../main/engine/clients/replay/replay.ts';
import type { HttpSession } from '../../main/engine/ports.ts';
import { initializeRequest } from '../../main/engine/probe/requests.ts';
import { createSender, type Send } from '../../main/engine/probe/sender.ts';
import { Secret } from '../../main/engine/secrets/secret.ts';
import { nodeClock } from '../../main/platform/clock.ts';
import { createHttp } from '../../main/platform/http/create-http.ts';
import { REAL_SERVERS, type RunningServer } from '../judges/start-real-server.ts';
import { authorizationOf, type Authorization } from './authorization.ts';
import { discover } from './discover.ts';
import { openStrictClient } from './open-strict-client.ts';
import { fillInForms } from './testing/fill-in-forms.ts';

/** It starts a program of its own. */
const LIMIT_MS = 30_000;
const REDIRECT = 'http://127.0.0.1:49731/callback';
const SCOPE = 'openid mcp:read offline_access';

let server: RunningServer;
let session: HttpSession;
let send: Send;
let at: Authorization;
let identity: ClientIdentity;

beforeAll(async () => {
  server = await REAL_SERVERS.find(({ name }) => name === 'oidc-provider')!.start();
  session = createHttp().open({ userUrl: server.url, connectTo: [], ca: null });
  const { signal } = new AbortController();
  send = createSender({ session, clock: nodeClock, signal, onExchange: () => undefined });
  const refused = await send(initializeRequest(server.url), 'challenge', 'initialize');
  at = authorizationOf(await discover(server.url, refused, send));
  identity = await register();
}, LIMIT_MS);
afterAll(async () => {
  session.close();
  await server.close();
});

async function register(): Promise<ClientIdentity> {
  const body = {
    redirect_uris: [REDIRECT],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    application_type: 'native',
  };
  const endpoint = at.metadata.registration_endpoint as string;
  const { identity: given, strict } = await registerClient(body, endpoint, send);
  expect(strict).toBeNull();
  return given!;
}

/** To the code, as a person who signs in and agrees. */
async function signIn() {
  const attempt = await createAttempt({
    issuer: at.issuer,
    tokenEndpoint: at.tokenEndpoint,
    resource: at.resource,
    redirectUri: REDIRECT,
    clientId: identity.id,
    scope: SCOPE,
    prompt: 'consent',
    createdAt: nodeClock.now(),
  });
  const params = await fillInForms(authorizationUrl(attempt, at.authorizationEndpoint), REDIRECT);
  const callback = readCallback(params, attempt, at.metadata, nodeClock.now());
  if (!callback.ok) throw new Error(callback.fault);
  return { attempt, code: callback.code };
}

const call = async (token: Secret) =>
  statusOf(await send(authorizedInitialize(server.url, token), 'call', 'first call with a token'));

test('every step of a sign-in passes the strict reader, and the tokens do what they are for', async () => {
  const { attempt, code } = await signIn();
  const { tokens, strict } = await redeemCode(code, attempt, identity, send);
  expect(strict).toBeNull();
  expect(tokens?.facts).toMatchObject({
    ...{ form: 'jwt', type: 'Bearer', hasRefresh: true, hasId: true },
    claims: { aud: server.url, client_id: identity.id },
  });
  expect(tokens?.facts.claims).not.toHaveProperty('sub');
  expect(await call(tokens!.access)).toBe(200);

  const options = { endpoint: at.tokenEndpoint, issuer: at.issuer, resource: at.resource };
  const more = { ...options, scope: null, identity };
  const renewed = await refreshTokens(tokens!.refresh!, more, send);
  expect(renewed.strict).toBeNull();
  expect(renewed.tokens?.refresh?.reveal()).not.toBe(tokens!.refresh!.reveal());
  expect(await call(renewed.tokens!.access)).toBe(200);
  const again = await refreshTokens(tokens!.refresh!, more, send);
  expect(again).toMatchObject({ tokens: null, strict: null, error: { code: 'invalid_grant' } });

  const revocation = at.metadata.revocation_endpoint as string;
  const hint = 'refresh_token';
  const revoked = await revokeToken(renewed.tokens!.refresh!, hint, revocation, identity, send);
  expect(statusOf(revoked)).toBe(200);
  const dead = await refreshTokens(renewed.tokens!.refresh!, more, send);
  expect(dead.error?.code).toBe('invalid_grant');
});

test('TK-08, TK-09, TK-11: what must be refused is, with an error in good form', async () => {
  const refused = { tokens: null, strict: null, error: { code: 'invalid_grant' } };
  for (const verifier of [new Secret('x'.repeat(43)), null]) {
    const { attempt, code } = await signIn();
    expect(await redeemCode(code, attempt, identity, send, { verifier })).toMatchObject(refused);
  }
  const { attempt, code } = await signIn();
  expect((await redeemCode(code, attempt, identity, send)).tokens).not.toBeNull();
  expect(await redeemCode(code, attempt, identity, send)).toMatchObject(refused);
});

test('TK-13: a code is of no use to another client', async () => {
  const { attempt, code } = await signIn();
  const other = await register();
  const reading = await redeemCode(code, attempt, identity, send, { identity: other });
  expect(reading).toMatchObject({ tokens: null, error: { code: 'invalid_grant' } });
});

test('RS-10: a token that never was is answered 401', async () => {
  const request = withToken(initializeRequest(server.url), new Secret('made-up'));
  expect(statusOf(await send(request, 'call', 'first call with a token'))).toBe(401);
});

test('the strict client gets to the tools of a server that nobody here wrote', async () => {
  const { client, close } = openStrictClient({
    ...{ url: server.url, era: 'legacy', given: null },
    visit: fillInForms,
  });
  await client.connect();
  // The server offers no tools, and says so: that needs a token that is good.
  await expect(client.request('tools/list').finally(close)).rejects.toThrow(/without a result/);
});
