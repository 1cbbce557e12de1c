import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { form, rpc, send, withToken } from './testing/send.ts';
import { askForToken, askToAuthorize, prepareSignIn, signedIn } from './testing/sign-in.ts';

let patient: RunningPatient;
beforeAll(async () => {
  patient = await startPatient('healthy');
});
afterAll(() => patient.close());

function register(body: unknown) {
  const url = `${patient.names.authOrigin}/register`;
  return send(patient, url, { method: 'POST', body: JSON.stringify(body) });
}

describe('registration', () => {
  test.each([
    ['the hosted clients', ['https://claude.ai/api/mcp/auth_callback']],
    ['loopback by name and by number', ['http://localhost:1/cb', 'http://127.0.0.1:1/cb']],
    ['an application', ['cursor://anysphere.cursor-mcp/oauth/callback']],
  ])('takes the redirects of %s', async (_, redirect_uris) => {
    const { status, json, headers } = await register({ redirect_uris });
    expect([status, json?.redirect_uris]).toEqual([201, redirect_uris]);
    expect(headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['plain http elsewhere', { redirect_uris: ['http://example.com/cb'] }],
    ['a script', { redirect_uris: ['javascript:alert(1)'] }],
    ['a fragment', { redirect_uris: ['https://example.com/#x'] }],
    ['no list', { redirect_uris: 'https://example.com/' }],
    ['an empty list', { redirect_uris: [] }],
    ['a number', { redirect_uris: [1] }],
  ])('refuses %s in OAuth form', async (_, body) => {
    const { status, json } = await register(body);
    expect([status, json?.error]).toEqual([400, 'invalid_redirect_uri']);
  });

  test('refuses a body that is no object', async () => {
    expect((await register([1])).json?.error).toBe('invalid_client_metadata');
  });
});

describe('authorization', () => {
  test.each([
    ['another port', 'http://127.0.0.1:9/callback', 302],
    ['no port', 'http://127.0.0.1/callback', 302],
    ['another name of this machine', 'http://localhost:4711/callback', 400],
    ['another path', 'http://127.0.0.1:4711/callback/', 400],
    ['another query', 'http://127.0.0.1:4711/callback?x=1', 400],
    ['another site', 'https://example.com/callback', 400],
  ])('a loopback redirect with %s (%s) is answered %i', async (_, redirect_uri, status) => {
    const signIn = await prepareSignIn(patient);
    const query = { ...signIn.authorizeQuery, redirect_uri };
    const { received } = await askToAuthorize(patient, signIn, query);
    expect(received.status).toBe(status);
  });

  test('an unknown client ends on a page and goes nowhere', async () => {
    const signIn = await prepareSignIn(patient);
    const query = { ...signIn.authorizeQuery, client_id: 'nobody' };
    const { received, callback } = await askToAuthorize(patient, signIn, query);
    expect([received.status, callback]).toEqual([400, null]);
  });

  test.each([
    [{ code_challenge: '' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ resource: 'https://elsewhere.example/mcp' }, 'invalid_target'],
  ])('%o goes back as %s, with state and iss', async (change, error) => {
    const signIn = await prepareSignIn(patient);
    const query = { ...signIn.authorizeQuery, ...change };
    const { callback } = await askToAuthorize(patient, signIn, query);
    expect(Object.fromEntries(callback ?? [])).toEqual({
      error,
      state: signIn.authorizeQuery.state,
      iss: patient.names.authOrigin,
    });
  });

  test('a client that names no resource and no scope, as old ones do, gets a good token', async () => {
    const signIn = await prepareSignIn(patient);
    const { resource, ...query } = signIn.authorizeQuery;
    const { callback } = await askToAuthorize(patient, signIn, query);
    const fields = signIn.tokenForm(callback?.get('code') ?? '');
    const { resource: again, ...rest } = fields;
    expect([resource, again]).toEqual([patient.url, patient.url]);
    const { json } = await askForToken(patient, signIn, rest);
    const answer = await send(
      patient,
      patient.url,
      withToken(rpc('ping'), String(json?.access_token)),
    );
    expect(answer.status).toBe(200);
  });
});

describe('the token endpoint', () => {
  async function freshCode() {
    const signIn = await prepareSignIn(patient);
    const { callback } = await askToAuthorize(patient, signIn);
    return { signIn, fields: signIn.tokenForm(callback?.get('code') ?? '') };
  }

  test.each([
    [{ code_verifier: 'wrong' }, 400, 'invalid_grant'],
    [{ code_verifier: '' }, 400, 'invalid_grant'],
    [{ redirect_uri: 'http://127.0.0.1:9/callback' }, 400, 'invalid_grant'],
    [{ resource: 'https://elsewhere.example/mcp' }, 400, 'invalid_target'],
    [{ client_id: 'nobody' }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ grant_type: 'toString' }, 400, 'unsupported_grant_type'],
    [{ code: 'made-up' }, 400, 'invalid_grant'],
  ])('%o is answered %i %s', async (change, status, error) => {
    const { signIn, fields } = await freshCode();
    const answer = await askForToken(patient, signIn, { ...fields, ...change });
    expect([answer.status, answer.json?.error]).toEqual([status, error]);
  });

  test('a code is not good for another client', async () => {
    const { fields } = await freshCode();
    const other = await prepareSignIn(patient);
    const answer = await askForToken(patient, other, { ...fields, client_id: other.clientId });
    expect(answer.json?.error).toBe('invalid_grant');
  });

  test('a body of JSON is refused', async () => {
    const { signIn, fields } = await freshCode();
    const answer = await send(patient, String(signIn.metadata.token_endpoint), {
      ...form({}),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    expect([answer.status, answer.json?.error]).toEqual([400, 'invalid_request']);
  });

  test('a code that is used twice ends the token of its first use', async () => {
    const { signIn, code, tokens } = await signedIn(patient);
    const ping = withToken(rpc('ping'), String(tokens.access_token));
    expect((await send(patient, patient.url, ping)).status).toBe(200);
    const again = await askForToken(patient, signIn, signIn.tokenForm(code));
    expect(again.json?.error).toBe('invalid_grant');
    expect((await send(patient, patient.url, ping)).status).toBe(401);
  });

  test('a refresh token is not good for another client', async () => {
    const { tokens } = await signedIn(patient);
    const other = await prepareSignIn(patient);
    const answer = await askForToken(patient, other, {
      grant_type: 'refresh_token',
      refresh_token: String(tokens.refresh_token),
      client_id: other.clientId,
    });
    expect(answer.json?.error).toBe('invalid_grant');
  });

  test('a refresh token works once, and its second use ends the new one too', async () => {
    const { signIn, tokens } = await signedIn(patient);
    const refresh = (refresh_token: unknown) =>
      askForToken(patient, signIn, {
        grant_type: 'refresh_token',
        refresh_token: String(refresh_token),
        client_id: signIn.clientId,
      });
    const second = await refresh(tokens.refresh_token);
    expect(second.status).toBe(200);
    expect((await refresh(tokens.refresh_token)).json?.error).toBe('invalid_grant');
    expect((await refresh(second.json?.refresh_token)).json?.error).toBe('invalid_grant');
  });
});

test('where only plain is offered, S256 is refused and plain gets a token', async () => {
  const plain = await startPatient('pkce-plain-only');
  try {
    const signIn = await prepareSignIn(plain);
    const refused = await askToAuthorize(plain, signIn);
    expect(refused.callback?.get('error')).toBe('invalid_request');
    const query = {
      ...signIn.authorizeQuery,
      code_challenge: signIn.verifier,
      code_challenge_method: 'plain',
    };
    const { callback } = await askToAuthorize(plain, signIn, query);
    const answer = await askForToken(plain, signIn, signIn.tokenForm(callback?.get('code') ?? ''));
    expect(answer.status).toBe(200);
  } finally {
    await plain.close();
  }
});
