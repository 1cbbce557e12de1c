import { describe, expect, test } from 'vitest';
import { healthyEvidence, missing } from '../testing/evidence-builders.ts';
import { bearer, contacts } from '../testing/exchange-builders.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f22-malformed-resource-metadata.ts';

const URL_ = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp';
const challenged = (header: string) => healthyEvidence({ first: contacts({ header }) });

describe('RS-05, RS-06: each way to get the name wrong has its own words', () => {
  test.each([
    [
      'Bearer resource_metadata="/.well-known/x"',
      'The 401 names a relative resource_metadata',
      'error',
    ],
    ['Bearer resource_metadata=""', 'The 401 names an empty resource_metadata', 'error'],
    [`Bearer resource="${URL_}"`, 'The 401 says resource= instead of resource_metadata=', 'error'],
    [
      `Bearer resource_metadata = "${URL_}"`,
      'The 401 spells resource_metadata so that clients miss it',
      'error',
    ],
    [
      `Bearer Resource_Metadata="${URL_}"`,
      'The 401 spells resource_metadata so that clients miss it',
      'error',
    ],
    [
      `Bearer resource_metadata=${URL_}`,
      'The 401 names resource_metadata without quotes',
      'warning',
    ],
    ['Bearer realm="x"', 'The 401 leaves out resource_metadata', 'warning'],
    [
      'Bearer resource_metadata="http://mcp.example.com/meta"',
      'The 401 names resource_metadata with http',
      'warning',
    ],
    [
      'Bearer resource_metadata="file:///etc/passwd"',
      'The 401 names no web address as resource_metadata',
      'error',
    ],
    [
      `Basic realm="x", Bearer resource_metadata="${URL_}"`,
      'The 401 does not begin with Bearer',
      'warning',
    ],
  ])('%s', (header, title, severity) => {
    expect(onlyFinding(mode, challenged(header))).toMatchObject({ title, severity });
    expect(codesOn(challenged(header))).toEqual(['F22']);
  });
});

test('the header stands as received, and what it names beside what it should', () => {
  const header = 'Bearer resource_metadata="/.well-known/oauth-protected-resource/mcp"';
  const found = onlyFinding(mode, challenged(header));
  expect(found.snippet).toBe(`WWW-Authenticate: Bearer resource_metadata="${URL_}"`);
  expect(found.evidence).toEqual([
    {
      kind: 'header',
      name: 'WWW-Authenticate',
      value: header,
      at: 'POST https://mcp.example.com/mcp',
    },
    {
      kind: 'mismatch',
      what: 'resource_metadata',
      expected: URL_,
      received: '/.well-known/oauth-protected-resource/mcp',
      differsAt: 0,
    },
  ]);
});

test('where no address can be guessed, leaving the name out is an error as well', () => {
  const evidence = {
    ...challenged('Bearer realm="x"'),
    resourceMetadata: [missing('path'), missing('root')],
  };
  expect(onlyFinding(mode, evidence).severity).toBe('error');
});

test('the healthy header is fine, also with more in it', () => {
  expect(findingsOf(mode, challenged(bearer()))).toEqual([]);
  expect(
    findingsOf(mode, challenged(`Bearer realm="x", ${bearer().slice(7)}, scope="a b"`)),
  ).toEqual([]);
});

test('a bare Bearer and a missing header say nothing: F20 takes them', () => {
  expect(codesOn(challenged('Bearer'))).toEqual(['F20']);
  expect(codesOn(healthyEvidence({ first: contacts() }))).toEqual(['F20']);
});

test('an absolute address of the wrong document is well formed: F23 judges what lies there', () => {
  expect(findingsOf(mode, challenged(bearer('https://auth.example.com/other')))).toEqual([]);
});
