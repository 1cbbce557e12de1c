import { describe, expect, test } from 'vitest';
import { client as mcpRemote } from '../clients/mcp-remote.ts';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  serverDocument,
} from '../testing/evidence-builders.ts';
import {
  bearer,
  contacts,
  exchange,
  ISSUER,
  MCP_URL,
  OPEN,
  type Answer,
} from '../testing/exchange-builders.ts';
import { healthyEndpoints, healthyProbes } from '../testing/healthy-answers.ts';
import { answerRedirect } from '../testing/fake-answers.ts';
import { codesOn, findingsOf, onlyFinding, verdictOf } from '../testing/judge-one.ts';
import { mode } from './f09-redirected-path.ts';

const redirecting = (location: string, status: number) =>
  healthyEvidence({ first: contacts({ post: answerRedirect(location, status) }) });

describe('the MCP URL', () => {
  test.each([
    ['/mcp/', 301],
    ['/mcp/', 302],
    ['/MCP', 303],
    ['/v2/mcp', 301],
  ])('RS-36: redirected to %s with %i loses its POST', (location, status) => {
    const evidence = redirecting(location, status);
    const found = onlyFinding(mode, evidence);
    const works = new URL(location, MCP_URL).href;
    expect(found.title).toBe(`The MCP URL answers ${status}, which loses the POST`);
    expect(found.snippet).toBe(works);
    expect(found.evidence).toMatchObject([
      { kind: 'mismatch', expected: works, received: MCP_URL },
      { kind: 'http', exchange: 'legacy' },
    ]);
    expect(verdictOf(mcpRemote, evidence)).toMatchObject({ outcome: 'blocked', cause: 'F09' });
  });

  test('redirected to a login page is F21', () => {
    const evidence = redirecting('/login', 302);
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(codesOn(evidence)).toContain('F21');
  });

  const withTwin = (post: Answer, twin: Answer, url = MCP_URL) => {
    const spelled = url.endsWith('/') ? url.slice(0, -1) : `${url}/`;
    const asked = exchange({ id: 'twin', purpose: 'slash twin', url: spelled, answer: twin });
    return healthyEvidence({
      url,
      first: contacts({ url, post, header: bearer() }),
      mcpProbes: healthyProbes({ 'slash twin': asked }),
    });
  };

  test.each([
    [404, 401, 'The MCP URL needs a slash at its end'],
    [405, OPEN, 'The MCP URL needs a slash at its end'],
  ] as const)('that answers %s while its twin is an MCP server', (post, twin, title) => {
    const found = onlyFinding(mode, withTwin(post, twin));
    expect(found).toMatchObject({ title, snippet: `${MCP_URL}/` });
    expect(found.evidence.map(({ kind }) => kind)).toEqual(['mismatch', 'http', 'http']);
  });

  test('with a slash too many', () => {
    const found = onlyFinding(mode, withTwin(404, 401, `${MCP_URL}/`));
    expect(found).toMatchObject({ title: 'The MCP URL has a slash too many', snippet: MCP_URL });
  });

  test.each([
    [401, 404],
    [401, 401],
    [404, 404],
    [403, 401],
  ])('that answers %i, with a twin that answers %i, is not this fault', (post, twin) => {
    expect(findingsOf(mode, withTwin(post, twin))).toEqual([]);
  });

  test('that clients are sent on from by 307 works, and the final URL is advice', () => {
    const first = contacts({ url: `${MCP_URL}/`, header: bearer() });
    const found = onlyFinding(mode, healthyEvidence({ first }));
    expect(found).toMatchObject({ severity: 'advice', snippet: `${MCP_URL}/` });
  });
});

describe('the token endpoint', () => {
  const answering = (answer: Answer) => {
    const token = exchange({ id: 'token', url: `${ISSUER}/token`, answer });
    const endpoints = healthyEndpoints({ token });
    return healthyEvidence({
      authorizationServers: [
        mcpOrigin(),
        authorizationServer(ISSUER, serverDocument(), { endpoints }),
      ],
    });
  };

  test('redirected with 301 to its twin loses the code', () => {
    const found = onlyFinding(mode, answering(answerRedirect('/token/', 301)));
    expect(found.title).toBe('The token endpoint answers 301, which loses the POST');
    expect(found.snippet).toBe('"token_endpoint": "https://auth.example.com/token/"');
  });

  test('redirected with 308 keeps the POST, and to another host is F18’s', () => {
    expect(findingsOf(mode, answering(answerRedirect('/token/', 308)))).toEqual([]);
    expect(findingsOf(mode, answering(answerRedirect('https://x.example/token', 301)))).toEqual([]);
  });
});
