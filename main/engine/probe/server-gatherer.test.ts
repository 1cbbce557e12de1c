import { describe, expect, test } from 'vitest';
import type { Json } from '../model/evidence.ts';
import { attempt, resourceDocument, serverDocument } from '../testing/evidence-builders.ts';
import { ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { answerJson } from '../testing/fake-answers.ts';
import type { FakeRoutes } from '../testing/fake-http.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { createDocumentFetcher } from './document-fetcher.ts';
import { createSender } from './sender.ts';
import { ServerGatherer } from './server-gatherer.ts';

function rig(routes: FakeRoutes = {}) {
  const { http, clock } = createFakePorts({ routes });
  const session = http.open({ userUrl: MCP_URL, connectTo: [], ca: null });
  const { signal } = new AbortController();
  const send = createSender({ session, clock, signal, onExchange: () => undefined });
  return { http, servers: new ServerGatherer(createDocumentFetcher(send)) };
}
const naming = (...servers: Json[]) =>
  attempt('path', resourceDocument({ authorization_servers: servers }));
const OAUTH = `GET ${ISSUER}/.well-known/oauth-authorization-server`;

describe('authorization servers', () => {
  test('are asked at all their addresses, also behind a good one', async () => {
    const { http, servers } = rig({ [OAUTH]: answerJson(serverDocument()) });
    servers.addNamedIn(naming(ISSUER));
    const [server] = await servers.all();
    expect(server?.attempts.map(({ json }) => json !== null)).toEqual([true, false]);
    expect(http.requests).toHaveLength(2);
  });

  test('are asked once when two documents name them, and remember both', async () => {
    const { http, servers } = rig({ [OAUTH]: answerJson(serverDocument()) });
    servers.addNamedIn(naming(ISSUER));
    servers.addNamedIn({ ...naming('https://first.example', ISSUER), place: 'root' });
    const found = await servers.all();
    expect(found.find(({ issuer }) => issuer === ISSUER)?.namedBy).toEqual([
      { place: 'path', index: 0 },
      { place: 'root', index: 1 },
    ]);
    expect(http.requests.filter(({ url }) => url.startsWith(ISSUER))).toHaveLength(2);
  });

  test('a list is asked up to four servers, and members that are no text are passed over', async () => {
    const { servers } = rig();
    servers.addNamedIn(
      naming('https://a.example', null, 3, 'https://b.example', 'https://c.example'),
    );
    expect((await servers.all()).map(({ issuer }) => issuer)).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });

  test.each(['no url', '', 'urn:example:as', 'data:,x', 'javascript:alert(1)'])(
    'D6: %j is kept as evidence and asked nowhere',
    async (issuer) => {
      const { http, servers } = rig();
      servers.addNamedIn(naming(issuer));
      expect(await servers.all()).toMatchObject([{ issuer, attempts: [] }]);
      expect(http.requests).toEqual([]);
    },
  );

  test('E2: what a server names is marked so', async () => {
    const { http, servers } = rig();
    servers.addNamedIn(naming('https://a.example'));
    servers.addOrigin(MCP_URL);
    await servers.all();
    const by = (host: string) =>
      new Set(
        http.requests.filter(({ url }) => url.startsWith(host)).map(({ namedBy }) => namedBy),
      );
    expect(by('https://a.example')).toEqual(new Set(['server']));
    expect(by('https://mcp.example.com')).toEqual(new Set(['user']));
  });
});

test('F29: the MCP origin is asked at the retired address as well', async () => {
  const retired = 'GET https://mcp.example.com/.well-known/oauth-authorization-server/mcp';
  const { servers } = rig({ [retired]: answerJson(serverDocument()) });
  servers.addOrigin(MCP_URL);
  const [origin] = await servers.all();
  expect(origin).toMatchObject({
    issuer: 'https://mcp.example.com/',
    namedBy: [{ place: 'origin' }],
  });
  expect(origin?.attempts.map(({ place }) => place)).toEqual(['oauth', 'oidc', 'oauth-path']);
});
