import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goBack } from './callback.ts';
import { clientDocument } from './client-documents.ts';
import { nameAll } from './patient-names.ts';
import { redirectKind } from './redirect-uri.ts';
import { makeSetup } from './setup.ts';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { authorize, parameterOf, register } from './testing/auth-row.ts';
import { form, rpc, send, withToken } from './testing/send.ts';
import { askForToken, askToAuthorize, prepareSignIn, signedIn } from './testing/sign-in.ts';

let patient: RunningPatient;
beforeAll(async () => {
  patient = await startPatient('healthy');
});
afterAll(() => patient.close());

const at = (path: string) => patient.names.authOrigin + path;

describe('a registered client', () => {
  async function registered() {
    const { json } = await register(patient);
    const id = String(json?.client_id);
    const url = String(json?.registration_client_uri);
    const remove = (token: unknown) =>
      send(patient, url, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${String(token)}` },
      });
    return { id, remove, token: json?.registration_access_token };
  }

  test('is deleted by the address and token that came with it, and is unknown from then on', async () => {
    const { id, remove, token } = await registered();
    expect((await authorize(patient, { client_id: id })).status).toBe(302);
    expect((await remove(token)).status).toBe(204);
    expect((await authorize(patient, { client_id: id })).status).toBe(400);
    expect((await remove(token)).status).toBe(401);
  });

  test('is not deleted by the token of another client', async () => {
    const { id, remove } = await registered();
    expect((await remove((await registered()).token)).status).toBe(401);
    expect((await authorize(patient, { client_id: id })).status).toBe(302);
  });

  test('takes its tokens with it when it is deleted', async () => {
    const { id, remove, token } = await registered();
    const signIn = await prepareSignIn(patient);
    const query = { ...signIn.authorizeQuery, client_id: id };
    const { callback } = await askToAuthorize(patient, signIn, query);
    const fields = { ...signIn.tokenForm(callback?.get('code') ?? ''), client_id: id };
    const { json } = await askForToken(patient, signIn, fields);
    const ping = withToken(rpc('ping'), String(json?.access_token));
    expect((await send(patient, patient.url, ping)).status).toBe(200);
    await remove(token);
    expect((await send(patient, patient.url, ping)).status).toBe(401);
  });
});

describe('the sign-in', () => {
  const STATE = 'a state/with +odd= characters';
  const LONG = 's'.repeat(2000);

  test.each<[string, Readonly<Record<string, string | null>>, string]>([
    ['prompt=consent', { prompt: 'consent' }, STATE],
    ['a state of two thousand characters', { state: LONG }, LONG],
    ['the listed scope', { scope: 'mcp:tools offline_access' }, STATE],
    ['no scope', { scope: null }, STATE],
    ['an empty scope', { scope: '' }, STATE],
    ['no state', { state: null }, 'missing'],
  ])('goes on with %s', async (_, change, state) => {
    const received = await authorize(patient, change);
    expect(parameterOf(received, 'code')).toMatch(/^code-/);
    expect(parameterOf(received, 'state')).toBe(state);
  });

  test('a scope that nobody knows goes back as invalid_scope, with iss', async () => {
    const received = await authorize(patient, { scope: 'mcp:tools nobody:knows' });
    expect(parameterOf(received, 'error')).toBe('invalid_scope');
    expect(parameterOf(received, 'iss')).toBe(patient.names.authOrigin);
  });

  test('a request without a PKCE method means plain, and is refused', async () => {
    const received = await authorize(patient, { code_challenge_method: null });
    expect(parameterOf(received, 'error')).toBe('invalid_request');
  });

  test.each([{ client_id: 'nobody' }, { client_id: null }, { redirect_uri: null }])(
    'its error page for %o cannot be framed or cached',
    async (change) => {
      const { status, headers } = await authorize(patient, change);
      expect([status, headers['x-frame-options']]).toEqual([400, 'DENY']);
      expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  test('whatever the state, it comes back as it was', () => {
    const { names } = nameAll({}, { mcp: 1001, auth: 1002, dead: 1003 });
    const setup = makeSetup(names, {});
    const redirectUri = 'http://127.0.0.1/callback?kept=1';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (state) => {
        const reply = goBack(setup, { redirectUri, state, afterForm: false }, { code: 'c' });
        const location = reply.kind === 'answer' ? (reply.headers.location ?? '') : '';
        const query = new URL(location).searchParams;
        expect([query.get('state'), query.get('kept')]).toEqual([state, '1']);
      }),
    );
  });
});

describe('the token endpoint', () => {
  test('an empty form is answered 400 in OAuth form', async () => {
    const { status, json, headers } = await send(patient, at('/token'), form({}));
    expect([status, json?.error]).toEqual([400, 'invalid_request']);
    expect(headers['cache-control']).toBe('no-store');
  });

  test.each(['/token', '/register', '/revoke'])('a page may ask %s', async (path) => {
    const { status, headers } = await send(patient, at(path), { method: 'OPTIONS' });
    expect([status, headers['access-control-allow-origin']]).toEqual([204, '*']);
    const answer = await send(patient, at(path), form({}));
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  test('a header that proves nothing is refused', async () => {
    const { headers, ...sent } = form({ grant_type: 'authorization_code' });
    for (const authorization of ['Basic', 'Basic ', 'Basic eA==', 'Basic JSUlOiUl']) {
      const with_ = { ...sent, headers: { ...headers, authorization } };
      expect((await send(patient, at('/token'), with_)).status).toBe(401);
    }
  });
});

describe('revocation', () => {
  test('an unknown token is answered 200, and no token 400', async () => {
    expect((await send(patient, at('/revoke'), form({ token: 'made-up' }))).status).toBe(200);
    expect((await send(patient, at('/revoke'), form({}))).status).toBe(400);
  });

  test.each(['access_token', 'refresh_token'])('a revoked %s ends the access', async (name) => {
    const { tokens } = await signedIn(patient);
    const ping = withToken(rpc('ping'), String(tokens.access_token));
    expect((await send(patient, patient.url, ping)).status).toBe(200);
    await send(patient, at('/revoke'), form({ token: String(tokens[name]) }));
    expect((await send(patient, patient.url, ping)).status).toBe(401);
  });
});

describe('addresses that strangers send', () => {
  const ALL = ['address', 'private address', 'content', 'id', 'redirect'] as const;

  test('no text makes a client document out of nothing, and none fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), fc.subarray([...ALL]), (id, unchecked) => {
        expect('why' in clientDocument(id, [])).toBe(true);
        expect(clientDocument(id, unchecked)).toBeDefined();
      }),
    );
  });

  test.each([
    'http://claude.ai/oauth/mcp-oauth-client-metadata',
    'https://user@claude.ai/oauth/mcp-oauth-client-metadata',
    'https://claude.ai/oauth/../oauth/mcp-oauth-client-metadata',
    'https://claude.ai/oauth/mcp-oauth-client-metadata#x',
    'https://claude.ai/oauth/mcp-oauth-client-metadata?x',
    'https://claude.ai/',
    'https://localhost/oauth/mcp-oauth-client-metadata',
    'https://169.254.169.254/latest',
  ])('%s names no client', (id) => {
    expect(clientDocument(id, [])).toHaveProperty('why');
  });

  test('every redirect is of one kind or none, and a fragment is never taken', () => {
    const kinds = ['https', 'loopback', 'private-use', 'plain-http', 'script', null];
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (uri) => {
        expect(kinds).toContain(redirectKind(uri));
        if (uri.includes('#')) expect(redirectKind(uri)).toBeNull();
      }),
    );
  });
});
