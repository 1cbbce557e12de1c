import { expect, test } from 'vitest';
import { createFakePorts } from '../testing/fake-ports.ts';
import { answerFailure, answerJson, answerRedirect, answerText } from '../testing/fake-answers.ts';
import type { FakeRoutes } from '../testing/fake-http.ts';
import { createDocumentFetcher } from './document-fetcher.ts';
import { createSender } from './sender.ts';

const HOST = 'https://mcp.example.com';
const KIND = { step: 'resource-metadata', purpose: 'protected resource metadata' } as const;

function rig(routes: FakeRoutes) {
  const { http, clock } = createFakePorts({ routes });
  const session = http.open({ userUrl: `${HOST}/mcp`, connectTo: [], ca: null });
  const { signal } = new AbortController();
  const send = createSender({ session, clock, signal, onExchange: () => undefined });
  const fetchDocument = createDocumentFetcher(send);
  return { http, at: (url: string) => fetchDocument({ place: 'path', url }, KIND, 'user') };
}

test('a document comes with the request that brought it', async () => {
  const { at } = rig({ [`GET ${HOST}/a`]: answerJson({ resource: 'x' }) });
  const attempt = await at(`${HOST}/a`);
  expect(attempt).toMatchObject({ place: 'path', json: { resource: 'x' }, problem: null });
  expect(attempt.exchanges.map(({ request }) => request.url)).toEqual([`${HOST}/a`]);
});

test('an address is asked once, however many want it', async () => {
  const { http, at } = rig({ [`GET ${HOST}/a`]: answerJson({}) });
  const [one, two] = await Promise.all([at(`${HOST}/a`), at(`${HOST}/a`)]);
  expect(http.requests).toHaveLength(1);
  expect(one.exchanges).toEqual(two.exchanges);
});

test('E4: a redirect is followed on its own origin, and every hop is kept', async () => {
  const { at } = rig({
    [`GET ${HOST}/a`]: answerRedirect('/b', 308),
    [`GET ${HOST}/b`]: answerJson({ resource: 'x' }),
  });
  const attempt = await at(`${HOST}/a`);
  expect(attempt.json).toEqual({ resource: 'x' });
  expect(attempt.exchanges).toHaveLength(2);
  expect(attempt.url).toBe(`${HOST}/a`);
});

test.each([
  ['another host', 'https://sso.example.com/login'],
  ['another port', 'https://mcp.example.com:8443/b'],
  ['http instead of https', 'http://mcp.example.com/b'],
  ['no place at all', 'http://'],
  ['a script', 'javascript:alert(1)'],
])('E4: a redirect to %s is not followed', async (_, to) => {
  const { http, at } = rig({ [`GET ${HOST}/a`]: answerRedirect(to) });
  expect((await at(`${HOST}/a`)).problem).toEqual({ kind: 'redirect', status: 302, to });
  expect(http.requests).toHaveLength(1);
});

test('E4: a loop of redirects ends after five', async () => {
  const { http, at } = rig({ [`GET ${HOST}/a`]: answerRedirect('/a') });
  expect((await at(`${HOST}/a`)).problem).toMatchObject({ kind: 'redirect' });
  expect(http.requests).toHaveLength(6);
});

test('a failure and a page are told apart', async () => {
  const { at } = rig({
    [`GET ${HOST}/a`]: answerFailure('reset', 'ECONNRESET'),
    [`GET ${HOST}/b`]: answerText('<html>'),
  });
  expect((await at(`${HOST}/a`)).problem?.kind).toBe('network');
  expect((await at(`${HOST}/b`)).problem?.kind).toBe('html');
});
