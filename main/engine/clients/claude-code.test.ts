import { describe, expect, test } from 'vitest';
import { client } from './claude-code.ts';
import {
  attempt,
  healthyEvidence,
  missing,
  resourceDocument,
  withServer,
} from '../testing/evidence-builders.ts';
import { bearer, contacts } from '../testing/exchange-builders.ts';
import { outcomeOf, verdictOf } from '../testing/judge-one.ts';
import { sampleEntry } from '../testing/sample-machine.ts';

test('observed behaviour is certain, and carries the version', () => {
  expect(
    verdictOf(client, withServer({ code_challenge_methods_supported: ['plain'] })),
  ).toMatchObject({
    version: '2.1.330',
    confidence: 'certain',
    cause: 'F33',
    step: 'server-metadata',
  });
});

describe('its own entry', () => {
  test.each([
    ['of type http', sampleEntry(), 'ok'],
    ['without a type', sampleEntry({ declaredType: null }), 'F112'],
    [
      'of another client without a type',
      sampleEntry({ client: 'cursor', declaredType: null }),
      'ok',
    ],
  ])('%s', (_, entry, expected) => {
    expect(outcomeOf(client, healthyEvidence({ entries: [entry] }))).toBe(expected);
  });

  test('of type http for a server that offers only the event stream: it tries the stream itself', () => {
    const first = contacts({ post: 404, stream: 401, header: bearer() });
    const evidence = healthyEvidence({ entries: [sampleEntry()], first });
    expect(verdictOf(client, evidence)).toMatchObject({ outcome: 'at-risk', cause: 'F113' });
  });

  test('of type sse for a server that offers only http', () => {
    const first = contacts({ post: 401, stream: 405, header: bearer() });
    const entries = [sampleEntry({ transport: 'sse', declaredType: 'sse' })];
    expect(outcomeOf(client, healthyEvidence({ entries, first }))).toBe('F113');
  });
});

test('no answer from here is no answer for a program on this machine', () => {
  expect(outcomeOf(client, healthyEvidence({ first: contacts({ post: 'refused' }) }))).toBe('F14');
  expect(
    outcomeOf(client, healthyEvidence({ first: contacts({ post: 'timeout', ms: 30_000 }) })),
  ).toBe('F13');
});

test('E2: what our own policy did not ask is not seen, and not blamed', () => {
  expect(verdictOf(client, healthyEvidence({ first: contacts({ post: 'policy' }) }))).toMatchObject(
    {
      outcome: 'unknown',
      cause: null,
    },
  );
});

test('it waits thirty seconds, not ten', () => {
  const after = (ms: number) => healthyEvidence({ first: contacts({ ms, header: bearer() }) });
  expect(outcomeOf(client, after(29_999))).toBe('ok');
  expect(outcomeOf(client, after(30_000))).toBe('F13');
});

test('http and localhost are fine: it runs on this machine', () => {
  for (const url of ['http://localhost:3000/mcp', 'http://mcp.example.com/mcp'])
    expect(outcomeOf(client, healthyEvidence({ url }))).toBe('ok');
});

test('a page at the path address keeps it from the good document at the root', () => {
  const page = missing('path', { kind: 'html', contentType: 'text/html' });
  const resourceMetadata = [page, attempt('root', resourceDocument())];
  const first = contacts({ header: null });
  expect(outcomeOf(client, healthyEvidence({ first, resourceMetadata }))).toBe('F25');
});
