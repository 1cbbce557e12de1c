import { expect, test } from 'vitest';
import { healthyEvidence, missing } from '../../testing/evidence-builders.ts';
import { contacts, exchange, type Answer } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { patience } from './patience.ts';

const rule = patience(10_000, 'inferred', 'a source');
const after = (ms: number, post: Answer = 401) =>
  hitOf(rule, healthyEvidence({ first: contacts({ ms, post }) }));

test('F13: an answer at the limit is too late, one before is not', () => {
  expect(after(10_000)).toMatchObject({ outcome: 'blocked', cause: 'F13' });
  expect(after(9_999)).toBeNull();
});

test('a document that is late counts, and is named', () => {
  const url = 'https://mcp.example.com/late';
  const late = {
    ...missing('path'),
    exchanges: [exchange({ method: 'GET', url, answer: 404, durationMs: 12_345 })],
  };
  const hit = hitOf(rule, healthyEvidence({ first: contacts(), resourceMetadata: [late] }));
  expect(hit?.why).toBe(`${url} has not answered whole after 12 seconds; this client waits 10.`);
});

test('a run that was stopped says nothing about patience', () => {
  expect(after(60_000, 'cancelled')).toBeNull();
});
