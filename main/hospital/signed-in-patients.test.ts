import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from './message.ts';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { rpc, send, withToken, type Received, type Sent } from './testing/send.ts';
import { askForToken, askToAuthorize, prepareSignIn, signedIn } from './testing/sign-in.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function withPatient<T>(
  name: string,
  work: (patient: RunningPatient) => Promise<T>,
): Promise<T> {
  const patient = await startPatient(name);
  try {
    return await work(patient);
  } finally {
    await patient.close();
  }
}

/** Signs in with some parameters changed, in the same way at both ends. */
async function tokensFor(
  patient: RunningPatient,
  change: Readonly<Record<string, string>>,
): Promise<JsonObject> {
  const signIn = await prepareSignIn(patient);
  const query = { ...signIn.authorizeQuery, ...change };
  const { callback } = await askToAuthorize(patient, signIn, query);
  const fields = { ...signIn.tokenForm(callback?.get('code') ?? ''), ...change };
  return (await askForToken(patient, signIn, fields)).json ?? {};
}

function ask(patient: RunningPatient, token: unknown, sent: Sent = rpc('ping')): Promise<Received> {
  return send(patient, patient.url, withToken(sent, String(token)));
}

/** The status of the request that only a sick server answers, and of one with a good token. */
type Statuses = (patient: RunningPatient) => Promise<readonly [sick: number, good: number]>;

const HOUR_MS = 3_600_000;

const LATER: Statuses = async (patient) => {
  const { tokens } = await signedIn(patient);
  const good = await ask(patient, tokens.access_token);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * HOUR_MS });
  const late = await ask(patient, tokens.access_token);
  vi.useRealTimers();
  return [late.status, good.status];
};

const WITHOUT_SIGNATURE: Statuses = async (patient) => {
  const { tokens } = await signedIn(patient);
  const good = await ask(patient, tokens.access_token);
  const claims = String(tokens.access_token).split('.')[1] ?? '';
  const header = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
  return [(await ask(patient, `${header}.${claims}.`)).status, good.status];
};

const WITH_ID_TOKEN: Statuses = async (patient) => {
  const { tokens } = await signedIn(patient);
  const good = await ask(patient, tokens.access_token);
  return [(await ask(patient, tokens.id_token)).status, good.status];
};

const IN_QUERY: Statuses = async (patient) => {
  const { tokens } = await signedIn(patient);
  const good = await ask(patient, tokens.access_token);
  const url = `${patient.url}?access_token=${String(tokens.access_token)}`;
  return [(await send(patient, url, rpc('ping'))).status, good.status];
};

const WITH_SESSION: Statuses = async (patient) => {
  const { tokens } = await signedIn(patient);
  const good = await ask(patient, tokens.access_token, rpc('initialize'));
  const session = good.headers['mcp-session-id'] ?? 'none';
  const list = rpc('tools/list');
  const headers = { ...list.headers, 'mcp-session-id': session };
  const { status } = await send(patient, patient.url, { ...list, headers });
  return [status, good.status];
};

describe('a token that is not good passes', () => {
  test.each([
    ['guard-takes-expired-tokens', LATER],
    ['guard-takes-unsigned-tokens', WITHOUT_SIGNATURE],
    ['guard-takes-id-tokens', WITH_ID_TOKEN],
    ['guard-takes-tokens-in-query', IN_QUERY],
    ['guard-takes-session-ids', WITH_SESSION],
  ] as const)('%s lets it in, and the healthy server does not', async (name, statuses) => {
    expect(await withPatient(name, statuses)).toEqual([200, 200]);
    expect(await withPatient('healthy', statuses)).toEqual([401, 200]);
  });

  test('guard-takes-foreign-tokens lets a token for another server in', () =>
    withPatient('guard-takes-foreign-tokens', async (patient) => {
      const { access_token } = await tokensFor(patient, {
        resource: 'https://elsewhere.example/mcp',
      });
      expect((await ask(patient, access_token)).status).toBe(200);
    }));

  test('where only the authorization server gives tokens for others, they are refused', () =>
    withPatient('authorize-any-resource', async (patient) => {
      const { access_token } = await tokensFor(patient, {
        resource: 'https://elsewhere.example/mcp',
      });
      expect((await ask(patient, access_token)).status).toBe(401);
    }));

  test.each([
    ['an unsigned token for another server', 'none', 'https://elsewhere.example/mcp', 401],
    ['a token with a made-up signature', 'RS256', null, 401],
    ['an unsigned token for this server', 'none', null, 200],
  ])('guard-takes-unsigned-tokens answers %s by what it says', (_, alg, resource, status) =>
    withPatient('guard-takes-unsigned-tokens', async (patient) => {
      const part = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const token = `${part({ alg })}.${part({ aud: resource ?? patient.url })}.x`;
      expect((await ask(patient, token)).status).toBe(status);
    }),
  );

  test('a session id that was never given opens nothing', () =>
    withPatient('guard-takes-session-ids', async (patient) => {
      const list = rpc('tools/list');
      const headers = { ...list.headers, 'mcp-session-id': 'session-made-up' };
      expect((await send(patient, patient.url, { ...list, headers })).status).toBe(401);
    }));
});

describe('scopes for tools', () => {
  /** What tools/list is answered with these scopes: status, and what the challenge asks for. */
  async function list(patient: RunningPatient, scope: string) {
    const { access_token } = await tokensFor(patient, { scope });
    const { status, headers } = await ask(patient, access_token, rpc('tools/list'));
    const challenge = headers['www-authenticate'] ?? null;
    return { status, asks: / scope="([^"]*)"/.exec(challenge ?? '')?.[1] ?? null, challenge };
  }

  test('scope-403-bare says 403 and not what is missing', () =>
    withPatient('scope-403-bare', async (patient) => {
      expect(await list(patient, 'mcp:tools')).toMatchObject({ status: 403, challenge: null });
      expect((await list(patient, 'mcp:tools mcp:write')).status).toBe(200);
    }));

  test('scope-never-enough asks for a scope that the token has', () =>
    withPatient('scope-never-enough', async (patient) => {
      for (const scope of ['mcp:tools', 'mcp:tools mcp:write']) {
        const { status, asks, challenge } = await list(patient, scope);
        expect([status, asks]).toEqual([403, 'mcp:write']);
        expect(challenge).toMatch(/^Bearer error="insufficient_scope", .*resource_metadata="http/);
      }
    }));

  test('scope-one-by-one asks for the next scope each time, until the token has them all', () =>
    withPatient('scope-one-by-one', async (patient) => {
      const asked = [];
      for (const scope of ['mcp:tools', 'mcp:read', 'mcp:read mcp:write']) {
        asked.push((await list(patient, scope)).asks);
      }
      expect(asked).toEqual(['mcp:read', 'mcp:write', 'mcp:send']);
      expect((await list(patient, 'mcp:read mcp:write mcp:send')).status).toBe(200);
    }));

  test.each(['scope-403-bare', 'scope-never-enough', 'scope-one-by-one'])(
    '%s lets a client connect before it asks for more',
    (name) =>
      withPatient(name, async (patient) => {
        const { tokens } = await signedIn(patient);
        expect((await ask(patient, tokens.access_token, rpc('initialize'))).status).toBe(200);
      }),
  );

  test('scope-never-enough-to-connect lets nobody connect, and scope-never-enough does', async () => {
    const connect = async (patient: RunningPatient) => {
      const { tokens } = await signedIn(patient);
      return (await ask(patient, tokens.access_token, rpc('initialize'))).status;
    };
    expect(await withPatient('scope-never-enough-to-connect', connect)).toBe(403);
    expect(await withPatient('scope-never-enough', connect)).toBe(200);
  });

  test('the healthy server lists its tools for the scope of its challenge', () =>
    withPatient('healthy', async (patient) => {
      expect((await list(patient, 'mcp:tools')).status).toBe(200);
    }));
});

test('guard-asks-late and incident-open-with-metadata answer before anyone has signed in', async () => {
  for (const name of ['guard-asks-late', 'incident-open-with-metadata']) {
    await withPatient(name, async (patient) => {
      const { json } = await send(patient, patient.url, rpc('initialize'));
      expect(json?.result).toHaveProperty('protocolVersion');
    });
  }
});

test('incident-entra ends a sign-in with resource on a page, and lets one without it pass', () =>
  withPatient('incident-entra', async (patient) => {
    const signIn = await prepareSignIn(patient);
    const { received } = await askToAuthorize(patient, signIn);
    expect([received.status, received.headers['content-type']]).toEqual([
      400,
      'text/html; charset=utf-8',
    ]);
    const { resource, ...query } = signIn.authorizeQuery;
    expect(resource).toBe(patient.url);
    const { callback } = await askToAuthorize(patient, signIn, query);
    expect(callback?.get('code')).toBeTruthy();
  }));

test('sign-in-on-another-host works from there, and sends no iss', () =>
  withPatient('sign-in-on-another-host', async (patient) => {
    const signIn = await prepareSignIn(patient);
    expect(String(signIn.metadata.authorization_endpoint)).toContain('://localhost:');
    const { callback } = await askToAuthorize(patient, signIn);
    expect([callback?.has('code'), callback?.has('iss')]).toEqual([true, false]);
  }));
