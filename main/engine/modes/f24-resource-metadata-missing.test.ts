import { describe, expect, test } from 'vitest';
import {
  attempt,
  healthyEvidence,
  missing,
  PAGE,
  resourceDocument,
  UNASKED,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, MCP_URL, OPEN } from '../testing/exchange-builders.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { codesOn, findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f24-resource-metadata-missing.ts';

const documents = (...resourceMetadata: DocumentAttempt[]) => healthyEvidence({ resourceMetadata });
const GOOD = resourceDocument();

describe('nowhere', () => {
  const found = onlyFinding(mode, documents(missing('path'), missing('root')));

  test('is an error with the document to serve', () => {
    expect(found).toMatchObject({
      title: 'There is no protected resource metadata',
      severity: 'error',
    });
    expect(found.snippet).toBe(
      `GET https://mcp.example.com/.well-known/oauth-protected-resource/mcp\n${JSON.stringify({ resource: MCP_URL, authorization_servers: ['https://mcp.example.com'] }, null, 2)}`,
    );
  });

  test('shows every address that was asked', () => {
    expect(found.evidence).toEqual([
      {
        kind: 'http',
        exchange: 'path',
        note: 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp answers 404',
      },
      {
        kind: 'http',
        exchange: 'root',
        note: 'https://mcp.example.com/.well-known/oauth-protected-resource answers 404',
      },
    ]);
  });

  test.each([
    ['500', 500],
    ['no answer', { kind: 'network', failure: 'reset', detail: 'ECONNRESET' }],
    ['no JSON', { kind: 'not-json', detail: 'Unexpected end' }],
  ] as const)('%s is no document either', (_, why) => {
    expect(onlyFinding(mode, documents(missing('path', why), missing('root'))).severity).toBe(
      'error',
    );
  });
});

test('D20: a document larger than we read is a warning: others may read it', () => {
  const evidence = documents(missing('path', { kind: 'too-large' }), missing('root'));
  expect(onlyFinding(mode, evidence)).toMatchObject({
    title: 'The resource metadata is too large to read',
    severity: 'warning',
  });
});

test('PR-03: only at the root is a warning', () => {
  const evidence = documents(missing('path'), attempt('root', GOOD));
  expect(onlyFinding(mode, evidence)).toMatchObject({
    title: 'Resource metadata is served at the root only',
    severity: 'warning',
    requirements: ['PR-02', 'PR-03'],
    evidence: [{ exchange: 'path' }],
  });
});

describe('PR-02: put where no client looks', () => {
  const put = (place: 'appended' | 'slash-twin') => ({
    ...documents(missing('path'), missing('root')),
    misplaced: [attempt(place, GOOD)],
  });

  test.each([
    ['appended', 'The metadata lies behind the path, not before it'],
    ['slash-twin', 'The metadata address differs by its final slash'],
  ] as const)('%s is named, with the right address', (place, title) => {
    const found = onlyFinding(mode, put(place));
    expect(found).toMatchObject({ title, severity: 'error' });
    expect(found.evidence).toHaveLength(3);
    expect(found.snippet).toContain(
      'GET https://mcp.example.com/.well-known/oauth-protected-resource/mcp\n',
    );
  });

  test('what is no resource metadata is not what was misplaced', () => {
    const evidence = { ...put('appended'), misplaced: [attempt('appended', { page: 1 })] };
    expect(onlyFinding(mode, evidence).title).toBe('There is no protected resource metadata');
  });
});

test('an address in the 401 where nothing lies is an error, though a good document lies elsewhere', () => {
  const url = 'https://mcp.example.com/old';
  const evidence = {
    ...documents(missing('header', 404, url), attempt('path', GOOD), attempt('root', GOOD)),
    first: contacts({ header: bearer(url) }),
  };
  expect(onlyFinding(mode, evidence)).toMatchObject({
    title: 'The 401 names an address where nothing lies',
    severity: 'error',
    clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  });
});

describe('not found', () => {
  test('at all addresses, or where the 401 names a good document (RS-04)', () => {
    expect(findingsOf(mode, healthyEvidence())).toEqual([]);
    expect(
      findingsOf(mode, documents(attempt('header', GOOD), missing('path'), missing('root'))),
    ).toEqual([]);
  });

  test('at the root of a server that is the root', () => {
    expect(findingsOf(mode, documents(attempt('root', GOOD)))).toEqual([]);
  });

  test('F36: where the server asks for no sign-in', () => {
    const evidence = {
      ...documents(missing('path'), missing('root')),
      first: contacts({ post: OPEN }),
    };
    expect(findingsOf(mode, evidence)).toEqual([]);
  });
});

describe('the neighbour takes it', () => {
  test.each([
    ['F25: a login', missing('path', 401)],
    ['F25: a page', missing('path', PAGE)],
    ['F27: a document of another kind', attempt('path', { issuer: 'https://x.example' })],
    [
      'F27: a document without its list',
      attempt('path', resourceDocument({ authorization_servers: [] })),
    ],
  ])('%s', (name, path) => {
    const evidence = documents(path, missing('root'));
    expect(findingsOf(mode, evidence).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(codesOn(evidence)).toContain(name.slice(0, 3));
  });
});

test('an address that was never asked is not missing', () => {
  const evidence = documents(missing('path', UNASKED), missing('root'));
  expect(notSeenBy(mode, evidence)).toContain('oauth-protected-resource/mcp was not asked');
});
