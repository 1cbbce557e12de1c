import { describe, expect, test } from 'vitest';
import { client } from './claude-hosted.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  openidDocument,
  PAGE,
  serverDocument,
  UNASKED,
  withResource,
  withServer,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, ISSUER, MCP_URL, OPEN } from '../testing/exchange-builders.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { outcomeOf, verdictOf } from '../testing/judge-one.ts';

const NOWHERE = [missing('path'), missing('root')];
const challenged = (header: string | null) => healthyEvidence({ first: contacts({ header }) });
const why = (evidence: Parameters<typeof verdictOf>[1]) => verdictOf(client, evidence).why;

test('a healthy server works, and what cannot be seen from here is said', () => {
  expect(verdictOf(client, healthyEvidence())).toMatchObject({
    outcome: 'works',
    step: 'registration',
    version: null,
  });
  expect(why(healthyEvidence())).toContain('160.79.104.0/21');
});

describe('the address', () => {
  test.each([
    ['http://localhost:3000/mcp', 'F05'],
    ['https://10.0.0.7/mcp', 'F05'],
    ['http://mcp.example.com/mcp', 'F05'],
    ['https://mcp.example.com:8383/mcp', 'ok*'],
  ])('%s: %s', (url, expected) => {
    expect(outcomeOf(client, healthyEvidence({ url }))).toBe(expected);
  });
});

describe('no answer here', () => {
  test.each(['dns', 'refused', 'reset', 'unreachable'] as const)(
    '%s says nothing for sure about the cloud',
    (post) => {
      const evidence = healthyEvidence({ first: contacts({ post }) });
      expect(verdictOf(client, evidence)).toMatchObject({
        outcome: 'unknown',
        step: 'reach',
        cause: 'F14',
      });
      expect(why(evidence)).toContain('Claude connects from its own addresses');
    },
  );

  test('a certificate that is wrong is wrong from everywhere', () => {
    expect(outcomeOf(client, healthyEvidence({ first: contacts({ post: 'tls' }) }))).toBe('F10');
  });

  test('ten seconds are too long', () => {
    expect(
      outcomeOf(client, healthyEvidence({ first: contacts({ ms: 10_000, header: bearer() }) })),
    ).toBe('F13');
  });
});

describe('the challenge', () => {
  test.each([403, 400, 302])('DOC-AUTH: %i instead of 401 blocks', (post) => {
    expect(
      outcomeOf(client, healthyEvidence({ first: contacts({ post, header: bearer() }) })),
    ).toBe('F21');
  });

  test('F36: an answer without a token needs no sign-in', () => {
    expect(verdictOf(client, healthyEvidence({ first: contacts({ post: OPEN }) }))).toMatchObject({
      outcome: 'works',
      step: 'challenge',
    });
  });

  test.each([
    ['no header at all', null, 'F20'],
    ['a header that says nothing, and an address to guess', 'Bearer', 'ok*'],
    ['a realm only, and an address to guess', 'Bearer realm="x"', 'ok*'],
    ['a relative address', 'Bearer resource_metadata="/x"', 'F22'],
    ['resource= instead', `Bearer resource="${MCP_URL}"`, 'F22'],
    ['Bearer behind Basic', `Basic realm="x", ${bearer()}`, 'ok'],
  ])('%s', (_, header, expected) => {
    expect(outcomeOf(client, challenged(header))).toBe(expected);
  });
});

describe('resource metadata', () => {
  test('claude-code#11814: the wrong document in the 401 blocks, though a good one lies elsewhere', () => {
    const { resourceMetadata } = healthyEvidence();
    const evidence = healthyEvidence({
      resourceMetadata: [attempt('header', serverDocument()), ...resourceMetadata!.slice(1)],
    });
    expect(verdictOf(client, evidence)).toMatchObject({
      outcome: 'blocked',
      cause: 'F23',
      step: 'resource-metadata',
    });
    expect(why(evidence)).toContain('the tab stays blank');
  });

  test.each([
    [MCP_URL, 'ok'],
    [`${MCP_URL}/`, 'F26'],
    ['https://mcp.example.com', 'ok*'],
    ['https://x.example/mcp', 'F26'],
  ])('DOC-AUTH: resource %s must be the URL that was typed: %s', (resource, expected) => {
    expect(outcomeOf(client, withResource({ resource }))).toBe(expected);
  });

  describe('nowhere', () => {
    const nowhere = (...attempts: DocumentAttempt[]) =>
      healthyEvidence({
        first: contacts({ header: 'Bearer' }),
        resourceMetadata: NOWHERE,
        authorizationServers: [mcpOrigin(attempts, 404)],
      });
    const OWN = serverDocument({ issuer: 'https://mcp.example.com' });

    test.each([
      ['and no server metadata', nowhere(missing('oauth')), 'F24'],
      ['F29: server metadata at the retired address', nowhere(attempt('oauth-path', OWN)), 'F29'],
      ['server metadata at the root, as documented', nowhere(attempt('oauth', OWN)), 'ok*'],
    ] as const)('%s: %s', (_, evidence, expected) => {
      expect(outcomeOf(client, evidence)).toBe(expected);
    });

    test('and the 401 without a header: the missing header is what owners found', () => {
      const evidence = { ...nowhere(attempt('oauth', OWN)), first: contacts() };
      expect(outcomeOf(client, evidence)).toBe('F20');
    });
  });

  test('what was not asked is not judged', () => {
    const evidence = healthyEvidence({ resourceMetadata: [missing('header', UNASKED)] });
    expect(verdictOf(client, evidence)).toMatchObject({
      outcome: 'unknown',
      step: 'resource-metadata',
    });
  });
});

describe('server metadata and registration', () => {
  test('AS-06: a page before a good document does not stop it (INFERRED)', () => {
    const server = authorizationServer(ISSUER, [
      missing('oauth', PAGE),
      attempt('oidc', openidDocument()),
    ]);
    expect(outcomeOf(client, healthyEvidence({ authorizationServers: [server] }))).toBe('ok');
  });

  test('an issuer of another host blocks, a slash is a risk, both only inferred', () => {
    expect(verdictOf(client, withServer({ issuer: 'https://x.example' }))).toMatchObject({
      cause: 'F31',
      outcome: 'blocked',
      confidence: 'possible',
    });
    expect(outcomeOf(client, withServer({ issuer: `${ISSUER}/` }))).toBe('ok*');
  });

  test.each([[undefined], [['plain']]])('DOC-TS: PKCE list %j blocks', (list) => {
    expect(outcomeOf(client, withServer({ code_challenge_methods_supported: list }))).toBe('F33');
  });

  test('CI-12: documents count only with public clients', () => {
    const documents = {
      registration_endpoint: undefined,
      client_id_metadata_document_supported: true,
    };
    expect(outcomeOf(client, withServer(documents))).toBe('F40');
    const open = { ...documents, token_endpoint_auth_methods_supported: ['none'] };
    expect(outcomeOf(client, withServer(open))).toBe('ok');
  });
});
