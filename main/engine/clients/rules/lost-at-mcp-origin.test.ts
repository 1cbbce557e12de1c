import { describe, expect, test } from 'vitest';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  withServer,
} from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { PYTHON_POLICY } from '../policies/python-policy.ts';
import { VSCODE_POLICY } from '../policies/vscode-policy.ts';
import { lostAtMcpOrigin, registersAtMcpOrigin } from './lost-at-mcp-origin.ts';

const lost = lostAtMcpOrigin('observed', 'a run');
const NOTHING = [missing('oauth'), missing('oidc')];
const OWN = {
  issuer: 'https://mcp.example.com',
  registration_endpoint: 'https://mcp.example.com/register',
};
const named = (origin: ReturnType<typeof mcpOrigin>, attempts = NOTHING) =>
  healthyEvidence({ authorizationServers: [origin, authorizationServer(ISSUER, attempts)] });

describe('F28: without server metadata the MCP origin is asked to register', () => {
  test('and has nothing: the last request is the one to the wrong host', () => {
    const hit = hitOf(lost, named(mcpOrigin()), PYTHON_POLICY);
    expect(hit).toMatchObject({
      outcome: 'blocked',
      cause: 'F28',
      stopsAt: { method: 'POST', url: 'https://mcp.example.com/register' },
    });
  });

  test('and happens to be an authorization server as well', () => {
    const own = mcpOrigin([attempt('oauth', serverDocument(OWN))]);
    expect(hitOf(lost, named(own), PYTHON_POLICY)?.outcome).toBe('at-risk');
    expect(hitOf(lost, named(mcpOrigin(NOTHING, 302)), PYTHON_POLICY)?.outcome).toBe('at-risk');
  });

  test('5xx ends the search of the Python SDK, and VS Code asks on', () => {
    const failing = named(mcpOrigin(), [missing('oauth', 500), attempt('oidc', serverDocument())]);
    expect(hitOf(lost, failing, PYTHON_POLICY)?.outcome).toBe('blocked');
    expect(hitOf(lost, failing, VSCODE_POLICY)).toBeNull();
  });

  test('VS Code reads the metadata of the MCP origin before it guesses', () => {
    const own = mcpOrigin([attempt('oauth', serverDocument(OWN))]);
    expect(hitOf(lost, named(own), VSCODE_POLICY)).toBeNull();
  });
});

test('F40: a document without a registration endpoint ends there too, unless it takes documents', () => {
  const rule = registersAtMcpOrigin('observed', 'a run');
  const NONE = { registration_endpoint: undefined };
  expect(hitOf(rule, withServer(NONE), PYTHON_POLICY)).toMatchObject({
    outcome: 'blocked',
    cause: 'F40',
  });
  const documents = { ...NONE, client_id_metadata_document_supported: true };
  expect(hitOf(rule, withServer(documents), PYTHON_POLICY)).toBeNull();
  expect(hitOf(rule, withServer({}), PYTHON_POLICY)).toBeNull();
});
