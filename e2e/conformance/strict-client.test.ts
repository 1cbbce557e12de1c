import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import { createSender } from '../../main/engine/probe/sender.ts';
import { serverDocument } from '../../main/engine/testing/evidence-builders.ts';
import { bearer, ISSUER, MCP_URL } from '../../main/engine/testing/exchange-builders.ts';
import { answerJson, answerText } from '../../main/engine/testing/fake-answers.ts';
import { createFakePorts } from '../../main/engine/testing/fake-ports.ts';
import { openStrictClient } from './open-strict-client.ts';
import { StrictClient } from './strict-client.ts';

async function connectTo(patient: string, era: 'legacy' | 'modern', more = {}) {
  const server = await startPatient(patient);
  const { client, exchanges, close } = openStrictClient({
    url: server.url,
    era,
    given: null,
    ...more,
  });
  try {
    await client.connect();
    return { tools: await client.request('tools/list'), exchanges };
  } finally {
    close();
    await server.close();
  }
}

describe('a healthy server', () => {
  test.each(['legacy', 'modern'] as const)('gives its tools in the %s era', async (era) => {
    const { tools } = await connectTo('healthy', era);
    expect(tools.tools).toMatchObject([{ name: 'echo' }]);
  });

  test('is asked for nothing that is not needed', async () => {
    const { exchanges } = await connectTo('healthy', 'modern');
    expect(exchanges.map(({ request }) => new URL(request.url).pathname)).toEqual([
      '/mcp',
      '/.well-known/oauth-protected-resource/mcp',
      '/.well-known/oauth-authorization-server',
      '/register',
      '/authorize',
      '/token',
      '/mcp',
    ]);
  });
});

test.each([
  ['D5', 'pkce-plain-only', /PKCE with S256/],
  ['D5', 'pkce-not-listed', /PKCE with S256/],
  ['D7', 'issuer-foreign', /another issuer/],
  ['D7', 'issuer-slash-in-metadata', /another issuer/],
  ['D8', 'authorize-wrong-iss', /iss differs/],
  ['D8', 'authorize-iss-missing', /iss missing/],
  ['D9', 'authorize-state-cut', /state differs/],
  ['D11', 'resource-other-host', /another resource/],
  ['D18', 'scope-never-enough', /that is the end/],
])('%s: a strict client stops at %s', async (_, patient, words) => {
  await expect(connectTo(patient, 'modern')).rejects.toThrow(words);
});

describe('D12: a client that was registered by hand', () => {
  let server: RunningPatient;
  beforeAll(async () => void (server = await startPatient('healthy')));
  afterAll(() => server.close());

  test('is not known to another issuer', async () => {
    const given = { id: 'made-up', secret: null, issuer: 'https://elsewhere.example' };
    const { client, exchanges, close } = openStrictClient({
      url: server.url,
      era: 'modern',
      given,
    });
    await client.request('tools/list').finally(close);
    const sent = exchanges.map(({ request }) => request.url + (request.body ?? ''));
    expect(sent.join()).not.toContain('client_id=made-up');
  });
});

test('D18: scopes that are asked for one by one are gathered, three sign-ins long', async () => {
  const server = await startPatient('scope-one-by-one');
  const { client, exchanges, close } = openStrictClient({
    ...{ url: server.url, era: 'modern', given: null },
  });
  const asked = client.request('tools/list').finally(close).finally(server.close);
  await expect(asked).rejects.toThrow(/403, and that is the end/);
  const scopes = exchanges
    .filter(({ step }) => step === 'authorize')
    .map(({ request }) => new URL(request.url).searchParams.get('scope'));
  expect(scopes).toEqual([
    'mcp:tools offline_access',
    'mcp:tools offline_access mcp:read',
    'mcp:tools offline_access mcp:read mcp:write',
  ]);
});

describe('a token that is refused later', () => {
  const REFUSED = answerText('', 401, [['WWW-Authenticate', bearer()]]);
  const RESULT = answerJson({ jsonrpc: '2.0', id: 0, result: { tools: [] } });
  const tokens = (access_token: string, more = {}) =>
    answerJson({ access_token, token_type: 'Bearer', ...more });

  async function use(second: ReturnType<typeof answerJson>) {
    const { http, clock } = createFakePorts({
      routes: {
        [`POST ${MCP_URL}`]: [REFUSED, RESULT, REFUSED, RESULT],
        'GET https://mcp.example.com/.well-known/oauth-protected-resource/mcp': answerJson({
          ...{ resource: MCP_URL, authorization_servers: [ISSUER] },
        }),
        [`GET ${ISSUER}/.well-known/oauth-authorization-server`]: answerJson(serverDocument()),
        [`POST ${ISSUER}/register`]: answerJson({ client_id: 'made-up' }, 201),
        [`POST ${ISSUER}/token`]: [
          tokens('first', { refresh_token: 'made-up' }),
          second,
          tokens('third'),
        ],
      },
    });
    const session = http.open({ userUrl: MCP_URL, connectTo: [], ca: null });
    const { signal } = new AbortController();
    let visits = 0;
    const client = new StrictClient({
      ...{ url: MCP_URL, era: 'modern', given: null, document: '', clock },
      redirectUri: 'http://127.0.0.1:1/callback',
      send: createSender({ session, clock, signal, onExchange: () => undefined }),
      visit: (url) => {
        visits += 1;
        const state = new URL(url).searchParams.get('state')!;
        return Promise.resolve([
          ['code', 'made-up'],
          ['state', state],
        ]);
      },
    });
    await client.request('tools/list');
    await client.request('tools/list');
    const forms = http.requests.filter(({ url }) => url.endsWith('/token'));
    const grants = forms.map(({ body }) => new URLSearchParams(body!).get('grant_type'));
    const last = http.requests.at(-1)!.headers.find(([name]) => name === 'Authorization');
    return { visits, grants, token: last?.[1] };
  }

  test('is renewed without a page', async () => {
    expect(await use(tokens('second'))).toEqual({
      visits: 1,
      grants: ['authorization_code', 'refresh_token'],
      token: 'Bearer second',
    });
  });

  test('TK-28: is replaced by a new sign-in where the refresh is refused', async () => {
    expect(await use(answerJson({ error: 'invalid_grant' }, 400))).toEqual({
      visits: 2,
      grants: ['authorization_code', 'refresh_token', 'authorization_code'],
      token: 'Bearer third',
    });
  });
});
