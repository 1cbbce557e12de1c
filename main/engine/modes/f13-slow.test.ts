import { expect, test } from 'vitest';
import { contacts, healthyEvidence, missing } from '../testing/evidence-builders.ts';
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

test('an answer after ten seconds is too late, one before is not', () => {
  const after = (ms: number) => healthyEvidence({ first: contacts({ ms }) });
  expect(findingsOf(mode, after(10_000))).toHaveLength(1);
  expect(findingsOf(mode, after(9_999))).toEqual([]);
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
