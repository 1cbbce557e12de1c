import { expect, test } from 'vitest';
import {
  healthyEvidence,
  MCP_URL,
  missing,
  withResource,
} from '../../testing/evidence-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { resourceMustMatch } from './resource-must-match.ts';

const rule = resourceMustMatch('a run');

test('F26: the words are those of the client', () => {
  expect(hitOf(rule, withResource({ resource: `${MCP_URL}/` }))).toEqual({
    outcome: 'blocked',
    cause: 'F26',
    why: `It stops with “Protected resource ${MCP_URL}/ does not match expected ${MCP_URL} (or origin)”.`,
  });
});

test('a parent is accepted, and without a document nothing is compared', () => {
  expect(hitOf(rule, withResource({ resource: 'https://mcp.example.com' }))).toBeNull();
  expect(hitOf(rule, healthyEvidence({ resourceMetadata: [missing('header')] }))).toBeNull();
});
