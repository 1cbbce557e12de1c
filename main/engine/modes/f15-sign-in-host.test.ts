import { describe, expect, test } from 'vitest';
import { client as claudeCode } from '../clients/claude-code.ts';
import type { DocumentAttempt, TargetEvidence } from '../model/evidence.ts';
import type { HostFacts, HttpOutcome } from '../ports.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { contacts, ISSUER } from '../testing/exchange-builders.ts';
import { publicHost } from '../testing/healthy-answers.ts';
import { answerFailure } from '../testing/fake-answers.ts';
import { hostAt, tlsBy } from '../testing/host-facts.ts';
import { codesOn, findingsOf, onlyFinding, verdictOf } from '../testing/judge-one.ts';
import { mode } from './f15-sign-in-host.ts';

const HOST = 'auth.example.com';
const MCP = publicHost('mcp.example.com');

function lost(place: 'oauth' | 'oidc', outcome: HttpOutcome): DocumentAttempt {
  const failure = outcome.kind === 'failure' ? outcome.failure : 'reset';
  const one = missing(place, { kind: 'network', failure, detail: 'lost' });
  return { ...one, exchanges: one.exchanges.map((asked) => ({ ...asked, outcome })) };
}
const dead = (outcome: HttpOutcome, changes: Partial<TargetEvidence> = {}) =>
  healthyEvidence({
    authorizationServers: [
      mcpOrigin(),
      authorizationServer(ISSUER, [lost('oauth', outcome), lost('oidc', outcome)]),
    ],
    ...changes,
  });
const withHost = (facts: HostFacts, mcp = MCP) => healthyEvidence({ hosts: [mcp, facts] });

describe('a sign-in server that gives no answer', () => {
  test.each([
    ['refused', 'ECONNREFUSED', 'nothing listens at auth.example.com (ECONNREFUSED)'],
    ['dns', 'ENOTFOUND', 'the name auth.example.com does not resolve (ENOTFOUND)'],
    ['timeout', 'CONNECT_TIMEOUT', 'does not answer in time (CONNECT_TIMEOUT)'],
  ] as const)('%s', (failure, code, words) => {
    const evidence = dead(answerFailure(failure, code));
    const found = onlyFinding(mode, evidence);
    expect(found.title).toBe('The sign-in server auth.example.com cannot be reached');
    expect(found.explanation).toContain(words);
    expect(found.evidence).toHaveLength(1);
    expect(verdictOf(claudeCode, evidence)).toMatchObject({ outcome: 'blocked', cause: 'F15' });
  });

  test('by its certificate, which is said as for the MCP server', () => {
    const code = 'CERT_HAS_EXPIRED';
    const hosts = [MCP, publicHost(HOST, { tls: tlsBy('Example CA', null, code) })];
    const found = onlyFinding(mode, dead(answerFailure('tls', code), { hosts }));
    expect(found.title).toBe('The certificate of auth.example.com has expired');
    expect(found.evidence).toMatchObject([{ kind: 'tls', host: HOST, problem: code }, {}]);
  });

  test('a slow one is F13, a first entry beside a living one is F27', () => {
    expect(findingsOf(mode, dead(answerFailure('timeout', 'HEADERS_TIMEOUT')))).toEqual([]);
    const second = authorizationServer('https://two.example', serverDocument(), { index: 1 });
    const first = dead(answerFailure('refused', 'ECONNREFUSED'));
    const both = { ...first, authorizationServers: [...first.authorizationServers!, second] };
    expect(findingsOf(mode, both)).toEqual([]);
    expect(codesOn(both)).toContain('F27');
  });

  test('a server that asks for no sign-in needs none', () => {
    const evidence = dead(answerFailure('refused'), { first: contacts({ post: 'refused' }) });
    expect(findingsOf(mode, evidence)).toEqual([]);
  });
});

describe('hosted Claude does not reach it', () => {
  test('E2: a private address behind a public MCP server is said, though not asked', () => {
    const refused = answerFailure('policy', 'POLICY_ADDRESS', 'The server named a private address');
    const found = onlyFinding(mode, dead(refused));
    expect(found).toMatchObject({
      title: 'The sign-in server is at a private address',
      confidence: 'likely',
      clients: ['claude-hosted'],
    });
    const local = dead(refused, { url: 'http://localhost:3000/mcp' });
    expect(findingsOf(mode, local)).toEqual([]);
  });

  test.each([
    [['2606:4700::1'], 'The sign-in server has no IPv4 address'],
    [['93.184.216.34', '10.0.0.7'], 'The sign-in server is at a private address'],
  ])('%j', (addresses, title) => {
    const found = onlyFinding(mode, withHost(hostAt(HOST, addresses)));
    expect(found).toMatchObject({ title, clients: ['claude-hosted'] });
    for (const address of addresses) expect(found.explanation).toContain(address);
  });

  test('what is wrong with the MCP host already is said there alone', () => {
    const six = hostAt('mcp.example.com', ['2606:4700::2']);
    const evidence = withHost(hostAt(HOST, ['2606:4700::1']), six);
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F02');
  });

  test('a local server with an IPv6 literal for its sign-in is warned', () => {
    const issuer = 'http://[::1]:9000';
    const url = 'http://127.0.0.1:3000/mcp';
    const evidence = healthyEvidence({
      url,
      resourceMetadata: [
        attempt('path', resourceDocument({ resource: url, authorization_servers: [issuer] })),
      ],
      authorizationServers: [
        authorizationServer(issuer, [attempt('oauth', serverDocument({ issuer }))]),
      ],
      hosts: [
        hostAt('127.0.0.1', ['127.0.0.1'], { port: 3000, tls: null }),
        hostAt('[::1]', ['::1'], { port: 9000, tls: null }),
      ],
    });
    expect(onlyFinding(mode, evidence)).toMatchObject({ severity: 'warning' });
  });
});

describe('an endpoint on another host', () => {
  const elsewhere = (facts: HostFacts) => {
    const document = serverDocument({ token_endpoint: 'https://token.example/t' });
    return healthyEvidence({
      authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, document)],
      hosts: [MCP, publicHost(HOST), facts],
    });
  };

  test('that does not resolve, or has no good certificate', () => {
    const dnsFailure = { code: 'ENOTFOUND', message: 'no such name' };
    const gone = elsewhere(hostAt('token.example', [], { dnsFailure, tls: null }));
    expect(onlyFinding(mode, gone).title).toBe('The sign-in server token.example does not resolve');
    const tls = tlsBy('token.example', null, 'DEPTH_ZERO_SELF_SIGNED_CERT');
    const own = elsewhere(publicHost('token.example', { tls }));
    expect(onlyFinding(mode, own).title).toBe('The certificate of token.example is self-signed');
  });

  test('that is fine is fine, and so is one that --connect-to names', () => {
    expect(findingsOf(mode, elsewhere(publicHost('token.example')))).toEqual([]);
    const mapped = hostAt('token.example', ['127.0.0.1'], { mapped: true });
    expect(findingsOf(mode, elsewhere(mapped))).toEqual([]);
  });
});
