import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  mcpOrigin,
  missing,
  openidDocument,
  resourceDocument,
  serverDocument,
  UNASKED,
} from '../../testing/evidence-builders.ts';
import { bearer, contacts, exchange, ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { attemptEvidence } from './attempt-evidence.ts';
import { fileEvidence } from './file-evidence.ts';
import { headerEvidence } from './header-evidence.ts';
import { httpEvidence } from './http-evidence.ts';
import { firstDifference, mismatchEvidence } from './mismatch-evidence.ts';
import { serverDocument as documentOf } from './server-document.ts';
import { serverInUse } from './server-in-use.ts';

test('an exchange is pointed at by its id, with what to look at', () => {
  expect(httpEvidence(exchange({ id: 'x7' }), 'look')).toEqual({
    kind: 'http',
    exchange: 'x7',
    note: 'look',
  });
});

test('an address is told with what it answered, at its last hop', () => {
  const hops = { ...missing('path'), exchanges: [exchange({ id: 'x1' }), exchange({ id: 'x2' })] };
  expect(attemptEvidence(hops)).toEqual({
    kind: 'http',
    exchange: 'x2',
    note: `${hops.url} answers 404`,
  });
});

test('a header is shown as received, or as missing', () => {
  const { legacy } = contacts({ header: bearer() });
  expect(headerEvidence(legacy, 'WWW-Authenticate')).toMatchObject({
    value: bearer(),
    at: `POST ${MCP_URL}`,
  });
  expect(headerEvidence(exchange({ answer: 'reset' }), 'WWW-Authenticate')).toMatchObject({
    value: null,
  });
});

test('an entry is pointed at by file, line and pointer', () => {
  expect(fileEvidence(sampleEntry())).toMatchObject({
    kind: 'file',
    line: 3,
    column: 5,
    pointer: '/mcpServers/acme',
  });
});

describe('two strings', () => {
  test.each([
    ['same', 'same', -1],
    ['mcp', 'mcp/', 3],
    ['', 'x', 0],
    ['abc', 'aXc', 1],
  ])('%j and %j differ at %i', (one, two, at) => {
    expect(firstDifference(one, two)).toBe(at);
    expect(mismatchEvidence('resource', one, two)).toMatchObject({
      expected: one,
      received: two,
      differsAt: at,
    });
  });

  test('are the same before the place and differ at it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        const at = firstDifference(one, two);
        expect(at === -1).toBe(one === two);
        if (at === -1) return;
        expect(one.slice(0, at)).toBe(two.slice(0, at));
        expect(one[at]).not.toBe(two[at]);
      }),
    );
  });
});

describe('the server in use', () => {
  const servers = [mcpOrigin(), authorizationServer(ISSUER, serverDocument())];
  const inUse = (...resourceMetadata: ReturnType<typeof attempt>[]) =>
    serverInUse({ url: MCP_URL, resourceMetadata, authorizationServers: servers })?.issuer ?? null;

  test('PR-15: is the first that the first usable document names', () => {
    const two = resourceDocument({ authorization_servers: [ISSUER, 'https://second.example'] });
    expect(inUse(missing('path'), attempt('root', two))).toBe(ISSUER);
  });

  test('is the MCP origin where no document is usable, and none where it was not gathered', () => {
    expect(inUse(missing('path'), attempt('root', {}))).toBe('https://mcp.example.com/');
    expect(
      inUse(attempt('path', resourceDocument({ authorization_servers: ['https://x.example'] }))),
    ).toBeNull();
  });
});

test('the server in use is not known while a document that may name it is unread', () => {
  for (const why of [UNASKED, { kind: 'too-large' }] as const)
    expect(
      serverInUse({
        url: MCP_URL,
        resourceMetadata: [missing('path', why), missing('root')],
        authorizationServers: [mcpOrigin()],
      }),
    ).toBeNull();
});

describe('the document of a server', () => {
  test('is the first good one where clients look', () => {
    const found = [missing('oauth', UNASKED), attempt('oidc', openidDocument())];
    expect(documentOf(authorizationServer(ISSUER, found))?.place).toBe('oidc');
  });

  test('is none with a defect, at the retired address, or without a server', () => {
    const defective = attempt('oauth', serverDocument({ token_endpoint: undefined }));
    const retired = attempt('oauth-path', serverDocument());
    expect(documentOf(authorizationServer(ISSUER, [defective, retired]))).toBeNull();
    expect(documentOf(null)).toBeNull();
  });
});
