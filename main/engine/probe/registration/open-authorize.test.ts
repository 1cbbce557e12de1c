import { describe, expect, test } from 'vitest';
import { client as claudeCode } from '../../clients/claude-code.ts';
import { client as claudeHosted } from '../../clients/claude-hosted.ts';
import { client as codeTab } from '../../clients/claude-desktop-code.ts';
import { client as cursor } from '../../clients/cursor.ts';
import type { Client } from '../../model/client.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type { HttpOutcome, HttpRequest } from '../../ports.ts';
import { serverDocument } from '../../testing/evidence-builders.ts';
import { ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { answerFailure, answerRedirect } from '../../testing/fake-answers.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { registration } from '../../testing/registration-evidence.ts';
import { htmlPage, SIGN_IN } from '../../testing/sign-in-page-evidence.ts';
import { createSender } from '../sender.ts';
import { CHALLENGE } from './authorize-parameters.ts';
import { openAuthorize } from './open-authorize.ts';

type Respond = (parameters: URLSearchParams) => HttpOutcome;

async function open(
  respond: Respond = () => SIGN_IN,
  {
    clients = [claudeHosted, claudeCode, cursor] as readonly Client[],
    document = serverDocument(),
    scope = 'mcp:tools' as string | null,
    resource = MCP_URL as string | null,
    registered = null as readonly Client[] | null,
  } = {},
) {
  const requests: HttpRequest[] = [];
  const send = createSender({
    session: {
      send: (request) => {
        requests.push(request);
        return Promise.resolve(respond(new URL(request.url).searchParams));
      },
      inspect: () => Promise.resolve(null),
      close: () => undefined,
    },
    clock: createFakeClock(),
    signal: new AbortController().signal,
    onExchange: () => undefined,
  });
  const attempts = (registered ?? clients).map(({ id }) => registration(id));
  const known = {
    url: MCP_URL,
    document,
    issuer: ISSUER,
    attempts,
    clients,
    resource,
    scope,
    send,
  };
  return { authorize: await openAuthorize(known), requests };
}
const parametersOf = ({ url }: HttpRequest) => Object.fromEntries(new URL(url).searchParams);

describe('the request of a client', () => {
  test('is its own, by GET, and follows nothing', async () => {
    const { requests, authorize } = await open(() => answerRedirect('/login'));
    expect(requests[1]).toMatchObject({ method: 'GET', body: null, namedBy: 'server' });
    expect(requests[1]?.url.startsWith(`${ISSUER}/authorize?`)).toBe(true);
    expect(parametersOf(requests[1]!)).toEqual({
      response_type: 'code',
      client_id: authorize[1]?.clientId,
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:59846/callback',
      state: authorize[1]?.state,
      scope: 'mcp:tools',
      resource: MCP_URL,
    });
    expect(requests.every(({ url }) => url.startsWith(`${ISSUER}/authorize?`))).toBe(true);
  });

  test('hosted Claude names the URL that was typed, and adds offline_access', async () => {
    const document = serverDocument({ scopes_supported: ['offline_access'] });
    const { requests } = await open(undefined, { document, resource: null });
    expect(parametersOf(requests[0]!)).toMatchObject({
      scope: 'mcp:tools offline_access',
      resource: MCP_URL,
    });
    expect(parametersOf(requests[1]!)).not.toHaveProperty('resource');
  });

  test('D5: the challenge is of legal form: 32 bytes in base64url', () => {
    expect(Buffer.from(CHALLENGE, 'base64url')).toHaveLength(32);
    expect(Buffer.from(CHALLENGE, 'base64url').toString('base64url')).toBe(CHALLENGE);
  });

  test('a client that was not registered opens nothing', async () => {
    const { requests } = await open(undefined, { registered: [] });
    expect(requests).toEqual([]);
  });
});

describe('what is changed', () => {
  test('one thing each, of one client on loopback', async () => {
    const { authorize } = await open();
    const own = authorize.find(
      ({ variant, as }) => variant === 'as the client sends it' && as === 'claude-code',
    )!;
    const before = new URL(own.exchange.request.url).searchParams;
    const varied = authorize.filter(({ variant }) => variant !== 'as the client sends it');
    expect(varied.map(({ as }) => as)).toEqual(varied.map(() => 'claude-code'));
    expect(
      varied.map(({ variant, exchange }) => [variant, ...changed(before, exchange.request.url)]),
    ).toEqual([
      ['unknown redirect', 'redirect_uri'],
      ['redirect with another path', 'redirect_uri'],
      ['redirect with a query', 'redirect_uri'],
      ['redirect in other case', 'redirect_uri'],
      ['redirect with a slash', 'redirect_uri'],
      ['other loopback port', 'redirect_uri'],
      ['unknown client', 'client_id'],
      ['without PKCE', 'code_challenge', 'code_challenge_method'],
      ['plain PKCE', 'code_challenge_method'],
      ['foreign resource', 'resource'],
      ['resource slash twin', 'resource'],
      ['unknown scope', 'scope'],
      ['without scope', 'scope'],
      ['implicit flow', 'response_type', 'code_challenge', 'code_challenge_method'],
      ['prompt consent', 'prompt'],
      ['long state', 'state'],
    ]);
  });

  test('AZ-19: the long address has 2 kB and more, and fits into the policy', async () => {
    const { authorize } = await open();
    const { length } = authorize.find(({ variant }) => variant === 'long state')!.exchange.request
      .url;
    expect(length).toBeGreaterThan(2048);
    expect(length).toBeLessThan(4096);
  });

  test('where no own request goes through, only what may be the culprit is left out', async () => {
    const { authorize } = await open(() => htmlPage('No', 400));
    expect(authorize.map(({ variant }) => variant).slice(3)).toEqual([
      'without resource',
      'without scope',
    ]);
  });

  test('a client whose request goes through is varied before one on loopback whose does not', async () => {
    const isHosted = (uri: string | null) => uri?.startsWith('https:') === true;
    const { authorize } = await open((given) =>
      isHosted(given.get('redirect_uri')) ? SIGN_IN : htmlPage('No', 400),
    );
    expect(authorize.at(-1)?.as).toBe('claude-hosted');
    expect(authorize.some(({ variant }) => variant === 'other loopback port')).toBe(false);
  });

  function changed(before: URLSearchParams, url: string): readonly string[] {
    const after = new URL(url).searchParams;
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names].filter((name) => before.get(name) !== after.get(name));
  }
});

describe('client-id documents', () => {
  const PROMISE: JsonObject = serverDocument({
    client_id_metadata_document_supported: true,
    token_endpoint_auth_methods_supported: ['none'],
  });
  const documents = async (document: JsonObject, clients?: readonly Client[]) => {
    const { authorize } = await open(undefined, { document, ...(clients ? { clients } : {}) });
    return authorize.filter(({ variant }) => variant.includes('document'));
  };

  test('are tried only where the metadata promises them', async () => {
    expect(await documents(serverDocument())).toEqual([]);
  });

  test('each client’s own, one foreign redirect, and ids that must be refused', async () => {
    const found = await documents(PROMISE);
    expect(found.slice(0, 3).map(({ as, variant, clientId }) => [as, variant, clientId])).toEqual([
      ['claude-hosted', 'client-id document', 'https://claude.ai/oauth/mcp-oauth-client-metadata'],
      ['claude-code', 'client-id document', 'https://claude.ai/oauth/claude-code-client-metadata'],
      [
        'claude-hosted',
        'client-id document, foreign redirect',
        'https://claude.ai/oauth/mcp-oauth-client-metadata',
      ],
    ]);
    expect(new Set(found.slice(3).map(({ variant }) => variant))).toEqual(
      new Set(['malformed client-id document']),
    );
  });

  test('CI-12: hosted Claude uses its own only where public clients are listed', async () => {
    const { token_endpoint_auth_methods_supported: _, ...document } = PROMISE;
    const found = await documents(document);
    expect(found.map(({ as }) => as)).not.toContain('claude-hosted');
  });

  test('F45: a redirect of an app’s own scheme stands in no document', async () => {
    expect(await documents(PROMISE, [codeTab])).toEqual([]);
  });
});

describe('what is not opened', () => {
  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://u:p@auth.example.com/a',
    '/a',
    7,
  ])('D6: %s', async (endpoint) => {
    const document = serverDocument({ authorization_endpoint: endpoint });
    expect((await open(undefined, { document })).requests).toEqual([]);
  });

  test('E2: nothing more after a first request that the policy refuses', async () => {
    const { requests, authorize } = await open(() => answerFailure('policy', 'POLICY_ADDRESS'));
    expect([requests.length, authorize.length]).toEqual([1, 1]);
  });
});

test('D10: a code that is handed out at once is not kept, and nobody redeems it', async () => {
  const { authorize, requests } = await open((given) =>
    answerRedirect(`${given.get('redirect_uri')}?code=planted-code&state=${given.get('state')}`),
  );
  expect(JSON.stringify(authorize)).not.toContain('planted-code');
  expect(requests.every(({ method }) => method === 'GET')).toBe(true);
});
