import { describe, expect, test } from 'vitest';
import { resourceDocument } from '../testing/evidence-builders.ts';
import { bearer, ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { answerJson, answerRedirect, answerText, hang } from '../testing/fake-answers.ts';
import type { FakeRoutes } from '../testing/fake-http.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { CHALLENGED, HEALTHY_ROUTES } from '../testing/healthy-routes.ts';
import { gatherServer } from './gather-server.ts';
import { createSender } from './sender.ts';

const ORIGIN = 'https://mcp.example.com';
const RESOURCE = `${ORIGIN}/.well-known/oauth-protected-resource`;

function start(routes: FakeRoutes) {
  const { http, clock } = createFakePorts({ routes });
  const session = http.open({ userUrl: MCP_URL, connectTo: [], ca: null });
  const stop = new AbortController();
  const send = createSender({ session, clock, signal: stop.signal, onExchange: () => undefined });
  return {
    http,
    stop,
    gathered: gatherServer(MCP_URL, send, (url, by) => session.inspect(url, by, stop.signal)),
  };
}
/** Every callback that is due has run; nothing waits for time here. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const asked = (http: ReturnType<typeof start>['http']) =>
  http.requests.map(({ method, url }) => `${method} ${url}`);

describe('a healthy server', () => {
  test('is asked for every document at every address, each once', async () => {
    const { http, gathered } = start(HEALTHY_ROUTES);
    const { resourceMetadata, authorizationServers } = await gathered;
    expect(resourceMetadata.map(({ place }) => place)).toEqual(['header', 'path', 'root']);
    expect(authorizationServers.map(({ issuer }) => issuer)).toEqual([`${ORIGIN}/`, ISSUER]);
    const gets = asked(http).filter((one) => one.startsWith('GET'));
    expect(new Set(gets).size).toBe(gets.length);
  });

  test('E9: is only read: no tool is called, no session named, nothing registered', async () => {
    const { http, gathered } = start(HEALTHY_ROUTES);
    await gathered;
    const posts = http.requests.filter(({ method }) => method === 'POST');
    const bodies = posts.map(({ body }) => body ?? '');
    const methods = bodies.flatMap((body) => /"method":"([^"]+)"/.exec(body)?.[1] ?? []);
    expect(new Set(methods)).toEqual(new Set(['initialize', 'server/discover', 'tools/list']));
    expect(posts.filter(({ body }) => body === '').map(({ url }) => url)).toEqual([
      `${ISSUER}/token`,
    ]);
    const headers = http.requests.flatMap((one) => one.headers.map(([name]) => name.toLowerCase()));
    expect(headers).not.toContain('mcp-session-id');
  });
});

describe('all that is independent is in flight at once', () => {
  test('before anything is answered: the first requests, the well-known addresses, the origin', () => {
    const gate = hang();
    const { http } = start(
      Object.fromEntries(Object.keys(HEALTHY_ROUTES).map((key) => [key, gate])),
    );
    const first = asked(http).filter((one) => !one.endsWith('/'));
    expect(new Set(first)).toEqual(
      new Set([
        `DELETE ${MCP_URL}`,
        `OPTIONS ${MCP_URL}`,
        `GET ${MCP_URL}/.well-known/oauth-protected-resource`,
        `POST ${MCP_URL}`,
        `GET ${MCP_URL}`,
        `GET ${RESOURCE}/mcp`,
        `GET ${RESOURCE}`,
        `GET ${ORIGIN}/.well-known/oauth-authorization-server`,
        `GET ${ORIGIN}/.well-known/openid-configuration`,
        `GET ${ORIGIN}/.well-known/oauth-authorization-server/mcp`,
      ]),
    );
  });

  test('one document that is there starts its server, while the others still hang', async () => {
    const gate = hang();
    const { http } = start({
      ...HEALTHY_ROUTES,
      [`GET ${RESOURCE}`]: gate,
      [`POST ${MCP_URL}`]: gate,
    });
    await settled();
    expect(asked(http)).toContain(`GET ${ISSUER}/.well-known/oauth-authorization-server`);
  });
});

describe('the document that the 401 names', () => {
  const named = (header: string) => ({
    ...HEALTHY_ROUTES,
    [`POST ${MCP_URL}`]: answerText('', 401, [['WWW-Authenticate', header]]),
    [`GET ${MCP_URL}`]: answerText('', 405),
  });

  test('is asked where it is another one, as named by the server', async () => {
    const other = 'https://docs.example.com/metadata.json';
    const { http, gathered } = start(named(bearer(other)));
    expect((await gathered).resourceMetadata[0]).toMatchObject({ place: 'header', url: other });
    expect(http.requests.find(({ url }) => url === other)?.namedBy).toBe('server');
  });

  test('F22: is looked for against the endpoint where the name is relative', async () => {
    const { gathered } = start(named('Bearer resource_metadata="/meta.json"'));
    expect((await gathered).resourceMetadata[0]?.url).toBe(`${ORIGIN}/meta.json`);
  });

  test('is none where the header is missing, or names nothing', async () => {
    const { gathered } = start(named('Bearer realm="x"'));
    const places = (await gathered).resourceMetadata.map(({ place }) => place);
    expect(places).toEqual(['path', 'root']);
  });
});

test('E4: a redirect to another origin is recorded and not followed', async () => {
  const { http, gathered } = start({
    ...HEALTHY_ROUTES,
    [`GET ${RESOURCE}/mcp`]: answerRedirect('https://sso.example.com/login'),
  });
  const path = (await gathered).resourceMetadata.find(({ place }) => place === 'path');
  expect(path?.problem).toMatchObject({ kind: 'redirect' });
  expect(asked(http)).not.toContain('GET https://sso.example.com/login');
});

test('E2: an address inside the network that a public server names is not asked', async () => {
  const { http, gathered } = start({
    ...HEALTHY_ROUTES,
    [`GET ${RESOURCE}/mcp`]: answerJson(
      resourceDocument({ authorization_servers: ['http://10.0.0.7'] }),
    ),
  });
  const { authorizationServers } = await gathered;
  const inside = authorizationServers.find(({ issuer }) => issuer === 'http://10.0.0.7');
  expect(inside?.attempts[0]?.problem).toMatchObject({ kind: 'network', failure: 'policy' });
  expect(asked(http).join()).not.toContain('10.0.0.7');
});

test('L1: a run that is cancelled while everything hangs returns with what it has', async () => {
  const gate = hang();
  const { stop, gathered } = start({
    ...HEALTHY_ROUTES,
    [`POST ${MCP_URL}`]: gate,
    [`GET ${RESOURCE}`]: gate,
  });
  await settled();
  stop.abort();
  const { first, resourceMetadata } = await gathered;
  expect(first.legacy.outcome).toMatchObject({ kind: 'failure', failure: 'cancelled' });
  expect(first.stream.outcome).toMatchObject({ kind: 'response' });
  expect(resourceMetadata.map(({ json }) => json !== null)).toEqual([true, true, false]);
});

test('RS-36: a POST that is sent on by 307 on the same origin is judged where it arrives', async () => {
  const there = `${ORIGIN}/mcp/`;
  const onward = answerRedirect('/mcp/', 307);
  const { gathered, http } = start({
    ...HEALTHY_ROUTES,
    [`POST ${MCP_URL}`]: onward,
    [`POST ${there}`]: CHALLENGED,
  });
  const { first } = await gathered;
  expect(first.legacy.request.url).toBe(there);
  expect(first.legacy.outcome).toMatchObject({ response: { status: 401 } });
  const posted = http.requests.filter(({ method, url }) => method === 'POST' && url === there);
  expect(posted.map(({ body }) => body?.includes('server/discover'))).toContain(true);
  expect(posted.map(({ body }) => body?.includes('initialize'))).toContain(true);
});
