import { expect, test } from 'vitest';
import { healthyEvidence, missing } from '../testing/evidence-builders.ts';
import { contacts } from '../testing/exchange-builders.ts';
import { answerFailure } from '../testing/fake-answers.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f13-slow.ts';

test('no answer until our own limit is found, with the time it took', () => {
  const first = contacts({ post: 'timeout', ms: 10_004.4 });
  const found = onlyFinding(mode, healthyEvidence({ first }));
  expect(found.step).toBe('reach');
  expect(found.evidence[0]).toEqual({
    kind: 'timing',
    what: 'POST https://mcp.example.com/mcp',
    ms: 10_004,
    limitMs: 10_000,
  });
  expect(found.evidence[1]).toMatchObject({ kind: 'http', exchange: 'legacy' });
});

test.each([
  [10_000, 'error'],
  [9_999, 'warning'],
  [5_000, 'warning'],
  [4_999, undefined],
])('an answer after %i ms is %s', (ms, severity) => {
  const [found] = findingsOf(mode, healthyEvidence({ first: contacts({ ms }) }));
  expect(found?.severity).toBe(severity);
});

test('a connection that does not come about is not slow: F14 takes it', () => {
  const post = answerFailure('timeout', 'CONNECT_TIMEOUT', 'No connection was made in time');
  const evidence = healthyEvidence({ first: contacts({ post }) });
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(codesOn(evidence)).toContain('F14');
});

test('a metadata document that is late counts as well', () => {
  const late = missing('path', { kind: 'network', failure: 'timeout', detail: 'no answer' });
  const evidence = healthyEvidence({ resourceMetadata: [late] });
  expect(onlyFinding(mode, evidence).evidence).toHaveLength(2);
});

test('a refused connection is quick: F14 takes it', () => {
  const evidence = healthyEvidence({ first: contacts({ post: 'refused' }) });
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(codesOn(evidence)).toContain('F14');
});

test('a run that was stopped says nothing about the server', () => {
  const first = contacts({ post: 'cancelled', ms: 45_000 });
  expect(findingsOf(mode, healthyEvidence({ first }))).toEqual([]);
});
