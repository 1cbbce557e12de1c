import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  PAGE,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { contacts, exchange, ISSUER, OPEN } from '../testing/exchange-builders.ts';
import type { DocumentAttempt, DocumentProblem } from '../model/evidence.ts';
import { answerText } from '../testing/fake-answers.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f25-well-known-guarded.ts';

const documents = (...resourceMetadata: DocumentAttempt[]) => healthyEvidence({ resourceMetadata });
const servers = (...attempts: DocumentAttempt[]) =>
  healthyEvidence({ authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)] });
const LOGIN: DocumentProblem = { kind: 'redirect', status: 302, to: 'https://sso.example.com' };
const GOOD = resourceDocument();

describe('resource metadata behind a wall', () => {
  test.each([
    [401, 'A metadata address asks for a login', 'answers 401'],
    [403, 'A metadata address asks for a login', 'answers 403'],
    [LOGIN, 'A metadata address redirects elsewhere', 'redirects (302) to https://sso.example.com'],
    [PAGE, 'A metadata address answers with a web page', 'answers with an HTML page'],
  ] as const)('%j', (why, title, words) => {
    const found = onlyFinding(mode, documents(missing('path', why), missing('root')));
    expect(found).toMatchObject({ title, severity: 'error', evidence: [{ exchange: 'path' }] });
    expect(found.explanation).toContain(
      `Seen here: https://mcp.example.com/.well-known/oauth-protected-resource/mcp ${words}.`,
    );
  });

  test.each([404, 500])('%i is no wall: F24 takes it', (status) => {
    const evidence = documents(missing('path', status), missing('root'));
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F24');
  });
});

describe('with a good document elsewhere it depends on whether clients get there', () => {
  test.each([
    ['behind the good one', [attempt('path', GOOD), missing('root', PAGE)], 'warning'],
    ['401 before it: clients go on', [missing('path', 401), attempt('root', GOOD)], 'warning'],
    ['a page before it: clients stop', [missing('path', PAGE), attempt('root', GOOD)], 'error'],
    [
      'where the 401 points: clients stop',
      [missing('header', 401), attempt('path', GOOD)],
      'error',
    ],
  ] as const)('%s', (_, attempts, severity) => {
    expect(onlyFinding(mode, documents(...attempts)).severity).toBe(severity);
  });
});

describe('server metadata behind a wall', () => {
  test('is found where no address of the server is good', () => {
    expect(
      onlyFinding(mode, servers(missing('oauth', 403), missing('oidc'))).evidence,
    ).toHaveLength(1);
  });

  test('AS-06: a page before a good document is F28’s', () => {
    const evidence = servers(missing('oauth', PAGE), attempt('oidc', openidDocument()));
    expect(codesOn(evidence)).toEqual(['F28']);
  });

  test('AS-06: 403 before a good document hinders nobody', () => {
    const evidence = servers(missing('oauth', 403), attempt('oidc', openidDocument()));
    expect(codesOn(evidence)).toEqual([]);
  });

  test('the MCP origin is only guessed, so what it answers there is its own affair', () => {
    const origin = mcpOrigin([missing('oauth', PAGE), missing('oidc', PAGE)]);
    const { authorizationServers } = healthyEvidence();
    const evidence = healthyEvidence({
      authorizationServers: [origin, ...authorizationServers!.slice(1)],
    });
    expect(findingsOf(mode, evidence)).toEqual([]);
  });
});

describe('PR-05, AS-05: a good document sent as something else', () => {
  const sentAs = (one: DocumentAttempt, type: string): DocumentAttempt => ({
    ...one,
    exchanges: [exchange({ answer: answerText('{}', 200, [['Content-Type', type]]) })],
  });
  const server = (type: string) => [
    mcpOrigin(),
    authorizationServer(ISSUER, [sentAs(attempt('oauth', serverDocument()), type)]),
  ];

  test('is a warning, because the clients that we know read it', () => {
    const evidence = healthyEvidence({ authorizationServers: server('text/plain') });
    expect(onlyFinding(mode, evidence)).toMatchObject({
      title: 'A metadata document is not sent as JSON',
      severity: 'warning',
      clients: [],
    });
  });

  test('is the same for resource metadata', () => {
    const evidence = documents(sentAs(attempt('path', GOOD), 'text/html'));
    expect(onlyFinding(mode, evidence).explanation).toContain('is sent as text/html.');
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    '%s is JSON',
    (type) => {
      const evidence = healthyEvidence({ authorizationServers: server(type) });
      expect(findingsOf(mode, evidence)).toEqual([]);
    },
  );
});

test('AS-23: metadata that moved to another host is F18’s', () => {
  const to = 'https://login.example.com/.well-known/oauth-authorization-server';
  const moved = missing('oauth', { kind: 'redirect', status: 302, to });
  expect(findingsOf(mode, servers(moved, missing('oidc')))).toEqual([]);
});

test('F36: a server without sign-in may answer pages everywhere', () => {
  const evidence = { ...documents(missing('path', PAGE)), first: contacts({ post: OPEN }) };
  expect(findingsOf(mode, evidence)).toEqual([]);
});
