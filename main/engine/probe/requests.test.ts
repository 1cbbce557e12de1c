import { expect, test } from 'vitest';
import {
  discoverRequest,
  documentRequest,
  eventStreamRequest,
  guessedEndpointRequest,
  initializeRequest,
} from './requests.ts';

const URL_ = 'https://mcp.example.com/mcp';

test('initialize speaks 2025-11-25 and accepts both forms of an answer', () => {
  const { method, headers, body } = initializeRequest(URL_);
  expect(method).toBe('POST');
  expect(headers).toContainEqual(['Accept', 'application/json, text/event-stream']);
  expect(JSON.parse(body ?? '')).toMatchObject({
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', clientInfo: { name: 'unblank' } },
  });
});

test('RS-35: server/discover carries the revision in the headers and in the body', () => {
  const { headers, body } = discoverRequest(URL_);
  expect(headers).toContainEqual(['MCP-Protocol-Version', '2026-07-28']);
  expect(headers).toContainEqual(['Mcp-Method', 'server/discover']);
  expect(JSON.parse(body ?? '').params._meta).toMatchObject({
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  });
});

test('E9: the other requests are GET without a body', () => {
  const requests = [
    eventStreamRequest(URL_),
    documentRequest(URL_, 'server'),
    guessedEndpointRequest(URL_, 'server'),
  ];
  expect(requests.map(({ method, body }) => [method, body])).toEqual([
    ['GET', null],
    ['GET', null],
    ['GET', null],
  ]);
});

test('AS-27: /authorize is guessed at the origin, also of an issuer with a path', () => {
  expect(guessedEndpointRequest('https://auth.example.com/acme', 'server').url).toBe(
    'https://auth.example.com/authorize',
  );
});

test('no request carries credentials', () => {
  const all = [initializeRequest(URL_), discoverRequest(URL_), documentRequest(URL_, 'user')];
  const names = all.flatMap(({ headers }) => headers.map(([name]) => name.toLowerCase()));
  expect(names).not.toContain('authorization');
  expect(names).not.toContain('cookie');
});

test('E2: who named an address goes along with the request', () => {
  expect(documentRequest(URL_, 'server').namedBy).toBe('server');
  expect(initializeRequest(URL_).namedBy).toBe('user');
});
