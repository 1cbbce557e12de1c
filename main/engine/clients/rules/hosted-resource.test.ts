import { describe, expect, test } from 'vitest';
import { HOSTED_POLICY } from '../policies/hosted-policy.ts';
import type { DocumentAttempt, TargetEvidence } from '../../model/evidence.ts';
import {
  attempt,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  withResource,
} from '../../testing/evidence-builders.ts';
import { contacts } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { hostedNamedDocument, hostedResource, hostedWithoutResource } from './hosted-resource.ts';

const named = hostedNamedDocument('documented', 'a source');
const resource = hostedResource('documented', 'a source');
const without = hostedWithoutResource('documented', 'a source');
const on = (rule: typeof named, evidence: TargetEvidence) => hitOf(rule, evidence, HOSTED_POLICY);

describe('the document that the 401 names', () => {
  test.each([
    ['F23', attempt('header', serverDocument())],
    ['F24', missing('header', 404)],
    ['F25', missing('header', 403)],
  ])('%s blocks', (cause, document) => {
    const evidence = healthyEvidence({ resourceMetadata: [document] });
    expect(on(named, evidence)).toMatchObject({ outcome: 'blocked', cause });
    expect(on(without, evidence)).toBeNull();
  });

  test('that is good passes', () => {
    expect(on(named, healthyEvidence())).toBeNull();
  });
});

test.each([
  ['https://mcp.example.com/mcp', null],
  ['https://mcp.example.com/', 'at-risk'],
  ['https://mcp.example.com/mcp/', 'blocked'],
])('PR-10: %s as the resource: %s', (advertised, outcome) => {
  const hit = on(resource, withResource({ resource: advertised }));
  expect(hit?.outcome ?? null).toBe(outcome);
  if (hit) expect(hit.why).toContain(`The metadata is for ${advertised}`);
});

describe('without any resource metadata', () => {
  const nowhere = (...found: DocumentAttempt[]) =>
    healthyEvidence({
      first: contacts(),
      resourceMetadata: [missing('path'), missing('root')],
      authorizationServers: [mcpOrigin(found)],
    });

  test('F29: the address that was retired names itself', () => {
    expect(on(without, nowhere(attempt('oauth-path', serverDocument())))).toMatchObject({
      outcome: 'blocked',
      cause: 'F29',
    });
  });

  test('server metadata at the root of the origin is a risk, nothing at all blocks', () => {
    expect(on(without, nowhere(attempt('oauth', serverDocument())))).toMatchObject({
      outcome: 'at-risk',
      cause: 'F24',
    });
    expect(on(without, nowhere(missing('oauth')))).toMatchObject({
      outcome: 'blocked',
      cause: 'F24',
    });
  });

  test('is no matter where it is there', () => {
    expect(on(without, healthyEvidence({ first: contacts() }))).toBeNull();
  });
});
