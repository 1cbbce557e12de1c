import { describe, expect, test } from 'vitest';
import { client } from './mcp-remote.ts';
import {
  healthyEvidence,
  UNASKED,
  authorizationServer,
  missing,
  mcpOrigin,
  withServer,
} from '../testing/evidence-builders.ts';
import { contacts, ISSUER } from '../testing/exchange-builders.ts';
import { outcomeOf, verdictOf } from '../testing/judge-one.ts';

describe('its own rule about http', () => {
  test.each([
    ['http://mcp.example.com/mcp', 'F05'],
    ['http://10.0.0.7/mcp', 'F05'],
    ['http://localhost:3000/mcp', 'ok'],
    ['http://127.0.0.1:3000/mcp', 'ok'],
    ['https://mcp.example.com:8383/mcp', 'ok'],
  ])('%s: %s', (url, expected) => {
    expect(outcomeOf(client, healthyEvidence({ url }))).toBe(expected);
  });

  test('is told in its own words', () => {
    const { why } = verdictOf(client, healthyEvidence({ url: 'http://mcp.example.com/mcp' }));
    expect(why).toContain('Non-HTTPS URLs are only allowed for localhost');
  });
});

test('a certificate that fails blocks it', () => {
  expect(outcomeOf(client, healthyEvidence({ first: contacts({ post: 'tls' }) }))).toBe('F10');
});

test('an issuer that differs is told with both spellings', () => {
  const verdict = verdictOf(client, withServer({ issuer: `${ISSUER}/` }));
  expect(verdict).toMatchObject({ cause: 'F31', step: 'server-metadata', confidence: 'certain' });
  expect(verdict.why).toContain(`calls itself ${ISSUER}/, but was reached as ${ISSUER}.`);
});

test('server metadata that was not asked is not seen, and not blamed', () => {
  const server = authorizationServer(ISSUER, [missing('oauth', UNASKED), missing('oidc')]);
  const evidence = healthyEvidence({ authorizationServers: [mcpOrigin(), server] });
  expect(verdictOf(client, evidence)).toMatchObject({
    outcome: 'unknown',
    step: 'server-metadata',
    cause: null,
  });
});
