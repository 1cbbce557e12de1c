import { describe, expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f05-local-url.ts';

const at = (url: string) => healthyEvidence({ url });

test.each([
  ['http://localhost:3000/mcp', 'Only this machine can reach this address'],
  ['https://127.0.0.1/mcp', 'Only this machine can reach this address'],
  ['http://[::1]:3000/mcp', 'Only this machine can reach this address'],
  ['https://nas.local/mcp', 'Only your network can reach this address'],
  ['https://192.168.1.5/mcp', 'Only your network can reach this address'],
  ['https://intranet/mcp', 'Only your network can reach this address'],
  ['http://mcp.example.com/mcp', 'Your server’s address is http, not https'],
])('%s: %s', (url, title) => {
  expect(onlyFinding(mode, at(url))).toMatchObject({ title, clients: ['claude-hosted'] });
});

test('a public https address is fine, on any port', () => {
  expect(findingsOf(mode, at('https://mcp.example.com/mcp'))).toEqual([]);
  expect(codesOn(at('https://mcp.example.com:8443/mcp'))).toEqual(['F04']);
});

test('the evidence is the host with where its spelling leads', () => {
  expect(onlyFinding(mode, at('http://localhost:3000/mcp')).evidence).toEqual([
    {
      kind: 'dns',
      host: 'localhost:3000',
      addresses: [],
      note: 'By its spelling the name leads to this machine only.',
    },
  ]);
});

describe('how much it matters', () => {
  test('public http is an error: no client of the cloud connects', () => {
    expect(onlyFinding(mode, at('http://mcp.example.com/mcp')).severity).toBe('error');
  });

  test('a local address is advice, so that it hides no fault of the server', () => {
    expect(onlyFinding(mode, at('http://localhost/mcp')).severity).toBe('advice');
  });
});
