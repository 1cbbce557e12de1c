import { describe, expect, test } from 'vitest';
import { tallyPlaywright } from './playwright-tally.ts';

type Spec = Parameters<typeof tallyPlaywright>[0]['suites'][number]['specs'][number];
type Status = Spec['tests'][number]['status'];

function spec(title: string, status: Status, reason?: string): Spec {
  const annotations = reason === undefined ? [] : [{ type: 'skip', description: reason }];
  const one = { annotations, status, projectName: 'electron', projectId: 'electron', timeout: 0 };
  const tests = [{ ...one, expectedStatus: 'passed' as const, results: [] }];
  return { title, tests, ok: true, tags: [], id: title, file: 'a.spec.ts', line: 1, column: 1 };
}
const suite = (...specs: Spec[]) => ({ title: 'a.spec.ts', specs });

describe('adding up a Playwright run', () => {
  test('tests in nested suites are counted and named with project and titles', () => {
    const inner = { title: 'overview', specs: [spec('opens', 'unexpected')] };
    const report = {
      suites: [{ ...suite(spec('starts', 'expected')), suites: [inner] }],
      errors: [],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 1,
      failed: ['electron > a.spec.ts > overview > opens'],
      skipped: [],
    });
  });

  test('a skipped test carries the reason that it gave', () => {
    const report = { suites: [suite(spec('signs in', 'skipped', 'no keyring'))], errors: [] };
    expect(tallyPlaywright(report).skipped).toEqual([
      { name: 'electron > a.spec.ts > signs in', reason: 'no keyring' },
    ]);
  });

  test('a test that passed only when tried again counts as failed', () => {
    const report = { suites: [suite(spec('starts', 'flaky'))], errors: [] };
    const tally = tallyPlaywright(report);
    expect(tally.passed).toBe(0);
    expect(tally.failed).toEqual(['electron > a.spec.ts > starts (passed later)']);
  });

  test('an error outside of the tests is a failure', () => {
    const tally = tallyPlaywright({ suites: [], errors: [{ message: 'no build' }] });
    expect(tally.failed).toEqual(['outside of every test: no build']);
  });
});
