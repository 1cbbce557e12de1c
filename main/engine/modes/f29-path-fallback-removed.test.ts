import { expect, test } from 'vitest';
import {
  attempt,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  UNASKED,
} from '../testing/evidence-builders.ts';
import { MCP_URL } from '../testing/exchange-builders.ts';
import { codesOn, findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f29-path-fallback-removed.ts';

const NOTHING = [missing('path'), missing('root')];
const RETIRED = attempt('oauth-path', serverDocument());
const origin = (...attempts: (typeof RETIRED)[]) => [mcpOrigin(attempts)];
const retired = healthyEvidence({
  resourceMetadata: NOTHING,
  authorizationServers: origin(missing('oauth'), missing('oidc'), RETIRED),
});

test('metadata only behind the MCP path is found, with the document that replaces it', () => {
  expect(onlyFinding(mode, retired)).toMatchObject({
    title: 'Claude stopped looking where your metadata lies',
    clients: ['claude-hosted'],
    evidence: [{ kind: 'http', exchange: 'oauth-path' }],
    snippet: `GET https://mcp.example.com/.well-known/oauth-protected-resource/mcp\n${JSON.stringify({ resource: MCP_URL, authorization_servers: ['https://mcp.example.com'] }, null, 2)}`,
  });
  expect(mode.explanation).toContain('2026-01-08');
});

test('it comes before what follows from it', () => {
  expect(codesOn(retired)).toContain('F24');
  expect(mode.followsFrom).toBeUndefined();
});

test('where the root of the origin answers as well, Claude still gets there: F24 alone is left', () => {
  const evidence = {
    ...retired,
    authorizationServers: origin(attempt('oauth', serverDocument()), RETIRED),
  };
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(codesOn(evidence)).toContain('F24');
});

test('with resource metadata the old layout harms nobody', () => {
  const { authorizationServers } = healthyEvidence();
  const evidence = healthyEvidence({
    authorizationServers: [mcpOrigin([RETIRED]), ...authorizationServers!.slice(1)],
  });
  expect(codesOn(evidence)).toEqual([]);
});

test('with no metadata at all it is F24', () => {
  const evidence = { ...retired, authorizationServers: [mcpOrigin()] };
  expect(findingsOf(mode, evidence)).toEqual([]);
});

test('resource metadata that was never asked for may be there', () => {
  const evidence = { ...retired, resourceMetadata: [missing('path', UNASKED)] };
  expect(notSeenBy(mode, evidence)).toContain('was not asked');
});
