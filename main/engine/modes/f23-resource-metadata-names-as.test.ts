import { describe, expect, test } from 'vitest';
import {
  attempt,
  healthyEvidence,
  missing,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, MCP_URL } from '../testing/exchange-builders.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import type { JsonObject } from '../model/evidence.ts';
import { mode } from './f23-resource-metadata-names-as.ts';

const AS_URL = 'https://mcp.example.com/.well-known/oauth-authorization-server';
const RIGHT = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp';
const naming = (json: JsonObject, url = AS_URL) =>
  healthyEvidence({
    first: contacts({ header: bearer(url) }),
    resourceMetadata: [attempt('header', json, url), missing('path'), missing('root')],
  });

describe('the set-up of claude-code#11814', () => {
  const found = onlyFinding(mode, naming(serverDocument()));

  test('is named in words, and what the document is', () => {
    expect(found.title).toBe('Your server sends Claude to the wrong document');
    expect(found.explanation).toContain('What it names is the authorization server’s metadata.');
  });

  test('shows the header, where it points and where it should', () => {
    expect(found.evidence).toEqual([
      { kind: 'header', name: 'WWW-Authenticate', value: bearer(AS_URL), at: `POST ${MCP_URL}` },
      {
        kind: 'mismatch',
        what: 'resource_metadata',
        expected: RIGHT,
        received: AS_URL,
        differsAt: 42,
      },
      { kind: 'http', exchange: 'header', note: `${AS_URL} answers with a JSON document` },
    ]);
  });

  test('comes with the header and the document to serve', () => {
    expect(found.snippet).toBe(
      [
        `WWW-Authenticate: Bearer resource_metadata="${RIGHT}"`,
        '',
        `GET ${RIGHT}`,
        '{',
        `  "resource": "${MCP_URL}",`,
        '  "authorization_servers": [',
        '    "https://auth.example.com"',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  test('is the cause of the missing resource metadata', () => {
    expect(codesOn(naming(serverDocument()))[0]).toBe('F23');
  });
});

test('a document of any other kind is the wrong one too', () => {
  const { explanation } = onlyFinding(mode, naming({ name: 'openapi' }));
  expect(explanation).toContain('What it names is another document.');
});

test('the wrong document at the right address is no difference of addresses', () => {
  const { evidence } = onlyFinding(mode, naming(serverDocument(), RIGHT));
  expect(evidence.map(({ kind }) => kind)).toEqual(['header', 'http']);
});

test('resource metadata is right wherever it lies, also with members of other kinds', () => {
  expect(findingsOf(mode, naming(resourceDocument(), 'https://docs.example.com/meta'))).toEqual([]);
  expect(findingsOf(mode, naming(resourceDocument({ issuer: 'https://x.example' })))).toEqual([]);
});

test('resource metadata without its list is F27’s', () => {
  const evidence = naming(resourceDocument({ authorization_servers: undefined }));
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(codesOn(evidence)).toContain('F27');
});

test('an address that gives no document is F24’s, one behind a login F25’s', () => {
  const at = (why: 404 | 401) =>
    healthyEvidence({
      resourceMetadata: [missing('header', why), missing('path'), missing('root')],
    });
  expect(codesOn(at(404))).toContain('F24');
  expect(codesOn(at(401))).toContain('F25');
  expect(findingsOf(mode, at(404))).toEqual([]);
});
