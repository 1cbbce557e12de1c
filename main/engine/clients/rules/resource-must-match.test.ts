import { expect, test } from 'vitest';
import { healthyEvidence, missing, withResource } from '../../testing/evidence-builders.ts';
import { ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { resourceMustMatch } from './resource-must-match.ts';

const rule = resourceMustMatch('observed', 'a run');

test('F26: the words are those of the client', () => {
  expect(hitOf(rule, withResource({ resource: `${MCP_URL}/` }))).toEqual({
    outcome: 'blocked',
    cause: 'F26',
    why: `It stops with “Protected resource ${MCP_URL}/ does not match expected ${MCP_URL} (or origin)”.`,
    stopsAt: { method: 'GET', url: `${ISSUER}/.well-known/oauth-authorization-server` },
  });
});

test('a parent is accepted, and without a document nothing is compared', () => {
  expect(hitOf(rule, withResource({ resource: 'https://mcp.example.com' }))).toBeNull();
  expect(hitOf(rule, healthyEvidence({ resourceMetadata: [missing('header')] }))).toBeNull();
});

test('the Python SDK takes the slash twin, and notices a mismatch before it asks on', () => {
  const lenient = resourceMustMatch('observed', 'a run', 'slash-too');
  expect(hitOf(lenient, withResource({ resource: `${MCP_URL}/` }))).toBeNull();
  const hit = hitOf(lenient, withResource({ resource: 'https://x.example/mcp' }));
  expect(hit).toMatchObject({ outcome: 'blocked', cause: 'F26', stopsAt: undefined });
  expect(hit?.why).toContain(`does not match expected ${MCP_URL}”`);
});
