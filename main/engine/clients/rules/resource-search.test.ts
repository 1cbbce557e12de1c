import { describe, expect, test } from 'vitest';
import {
  attempt,
  healthyEvidence,
  mcpOrigin,
  missing,
  resourceDocument,
  serverDocument,
  UNASKED,
  withResource,
  withServer,
} from '../../testing/evidence-builders.ts';
import { contacts, MCP_URL } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { PYTHON_POLICY } from '../policies/python-policy.ts';
import { VSCODE_POLICY } from '../policies/vscode-policy.ts';
import { droppedResource } from './dropped-resource.ts';
import { failingResource } from './failing-resource.ts';
import { relativeMetadata } from './relative-metadata.ts';
import { secureEndpoint } from './secure-endpoint.ts';
import { unreachableResource } from './unreachable-resource.ts';

const everywhere = (why: Parameters<typeof missing>[1]) =>
  healthyEvidence({
    resourceMetadata: (['header', 'path', 'root'] as const).map((one) => missing(one, why)),
  });

describe('the TypeScript SDK 2 stops where an address gives no answer', () => {
  const rule = unreachableResource('documented', 'a source');
  const failure = { kind: 'network', failure: 'refused', detail: 'refused' } as const;

  test('and nobody knows its text', () => {
    const hit = hitOf(rule, everywhere(failure));
    expect(hit).toMatchObject({ outcome: 'blocked', cause: 'F24', sees: null });
  });

  test('but not where we did not ask, nor where it answered', () => {
    expect(hitOf(rule, everywhere(UNASKED))).toBeNull();
    expect(hitOf(rule, everywhere(404))).toBeNull();
  });
});

describe('the Python SDK has an error for metadata that fails everywhere', () => {
  const rule = failingResource('observed', 'a run');

  test.each([
    [500, 'Protected resource metadata request failed: HTTP 500'],
    [429, 'Protected resource metadata request failed: HTTP 429'],
    [404, undefined],
  ])('%i', (status, sees) => {
    expect(hitOf(rule, everywhere(status), PYTHON_POLICY)?.sees).toBe(sees);
  });

  test('not where one address only is missing', () => {
    const resourceMetadata = [missing('header', 500), missing('path', 500), missing('root')];
    expect(hitOf(rule, healthyEvidence({ resourceMetadata }), PYTHON_POLICY)).toBeNull();
  });
});

describe('VS Code drops a resource that is not exactly the URL', () => {
  const rule = droppedResource('documented', 'a source');
  const own = { authorizationServers: [mcpOrigin([attempt('oauth', serverDocument())])] };

  test.each([
    [MCP_URL, null],
    [`${MCP_URL}/`, 'F26'],
    ['https://mcp.example.com', 'F26'],
    ['HTTPS://MCP.example.com/mcp', null],
  ])('%s: %s', (resource, cause) => {
    expect(hitOf(rule, withResource({ resource }), VSCODE_POLICY)?.cause ?? null).toBe(cause);
  });

  test('which does no harm where the MCP origin is the authorization server', () => {
    const evidence = { ...withResource({ resource: `${MCP_URL}/` }), ...own };
    expect(hitOf(rule, evidence, VSCODE_POLICY)).toBeNull();
  });
});

test('RS-05: the Python SDK fails at a relative address, though a good document lies elsewhere', () => {
  const rule = relativeMetadata('observed', 'a run');
  const named = (header: string | null) => healthyEvidence({ first: contacts({ header }) });
  const hit = (header: string | null) => hitOf(rule, named(header), PYTHON_POLICY)?.cause ?? null;
  expect(hit('Bearer resource_metadata="/meta"')).toBe('F22');
  expect(hit('Bearer realm="x"')).toBeNull();
  expect(hit(null)).toBeNull();
});

describe('F18: endpoints without https', () => {
  test.each([
    ['http://auth.example.com/token', 'F18'],
    ['http://127.0.0.1:9000/token', null],
    ['https://auth.example.com/token', null],
  ])('%s', (token_endpoint, cause) => {
    const rule = secureEndpoint('token_endpoint', 'documented', 'a source');
    expect(hitOf(rule, withServer({ token_endpoint }))?.cause ?? null).toBe(cause);
  });

  test('the step is the one at which it would be asked', () => {
    const { step } = secureEndpoint('authorization_endpoint', 'documented', 'a source');
    expect(step).toBe('authorize');
  });
});

test('the Python SDK reads on behind an unusable document, the TypeScript SDK does not', () => {
  const resourceMetadata = [missing('header'), attempt('path', resourceDocument())];
  const evidence = healthyEvidence({ resourceMetadata });
  const rule = failingResource('observed', 'a run');
  expect(hitOf(rule, evidence, PYTHON_POLICY)).toBeNull();
});
