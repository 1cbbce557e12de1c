import { describe, expect, test } from 'vitest';
import { attempt, resourceDocument, withResource } from '../testing/evidence-builders.ts';
import { contacts, MCP_URL, OPEN } from '../testing/exchange-builders.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f26-resource-mismatch.ts';

const saying = (resource: string) => withResource({ resource });

describe('PR-10 to PR-12: each difference is told in its own words', () => {
  test.each([
    [`${MCP_URL}/`, 'One slash too many in your metadata', 'error'],
    ['https://mcp.example.com', 'The metadata names your whole host, not the endpoint', 'warning'],
    ['http://mcp.example.com/mcp', 'The metadata says http, people use https', 'error'],
    ['https://mcp.example.com/other', 'The metadata is for another address', 'error'],
    ['https://mcp.example.com/mcp2', 'The metadata is for another address', 'error'],
    ['https://other.example.com/mcp', 'The metadata is for another address', 'error'],
    ['urn:example:mcp', 'The metadata is for another address', 'error'],
  ])('%s', (resource, title, severity) => {
    const found = onlyFinding(mode, saying(resource));
    expect(found).toMatchObject({ title, severity, snippet: `"resource": "${MCP_URL}"` });
    expect(found.explanation).toContain(
      `Your metadata says ${resource}, people connect to ${MCP_URL}.`,
    );
  });

  test('a slash too few', () => {
    const url = `${MCP_URL}/`;
    const evidence = { ...saying(MCP_URL), url };
    expect(onlyFinding(mode, evidence).title).toBe('One slash too few in your metadata');
  });

  test('a path above the endpoint is not the whole host', () => {
    const url = 'https://mcp.example.com/team/mcp';
    const found = onlyFinding(mode, { ...saying('https://mcp.example.com/team'), url });
    expect(found).toMatchObject({
      title: 'The metadata names a path above the endpoint',
      severity: 'warning',
    });
  });
});

test('the two spellings stand one above the other, with the character that differs', () => {
  expect(onlyFinding(mode, saying(`${MCP_URL}/`)).evidence).toEqual([
    {
      kind: 'mismatch',
      what: 'resource',
      expected: MCP_URL,
      received: `${MCP_URL}/`,
      differsAt: MCP_URL.length,
    },
    {
      kind: 'http',
      exchange: 'header',
      note: expect.stringContaining('answers with a JSON document'),
    },
  ]);
});

test.each([MCP_URL, 'HTTPS://MCP.Example.com/mcp', 'https://mcp.example.com:443/mcp'])(
  '%s is the same address',
  (resource) => {
    expect(codesOn(saying(resource))).toEqual([]);
  },
);

test('what clients read first is judged, not what lies behind it', () => {
  const documents = [
    attempt('header', resourceDocument()),
    attempt('path', resourceDocument({ resource: 'https://x.example' })),
  ];
  expect(findingsOf(mode, { ...saying(MCP_URL), resourceMetadata: documents })).toEqual([]);
});

test('a resource that is no URL is F27’s', () => {
  expect(findingsOf(mode, saying('mcp'))).toEqual([]);
  expect(codesOn(saying('mcp'))).toContain('F27');
});

test('PR-08: a fragment is not part of an identifier', () => {
  expect(onlyFinding(mode, saying(`${MCP_URL}#tools`))).toMatchObject({
    title: 'The resource has a fragment behind it',
    severity: 'warning',
    snippet: `"resource": "${MCP_URL}"`,
  });
});

test('F36: without sign-in nobody compares', () => {
  expect(
    findingsOf(mode, { ...saying('https://x.example'), first: contacts({ post: OPEN }) }),
  ).toEqual([]);
});
