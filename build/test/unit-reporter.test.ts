import { describe, expect, test } from 'vitest';
import type { TestCase } from 'vitest/node';
import { tallyModules, type Module } from './unit-reporter.ts';

type Result = ReturnType<TestCase['result']>;

function fileWith(results: readonly Result[], errors: readonly { message: string }[] = []): Module {
  const module = { relativeModuleId: 'a.test.ts' };
  const tests = results.map((result, at) => ({ module, fullName: `t${at}`, result: () => result }));
  return { ...module, errors: () => errors, children: { allTests: () => tests } };
}
const passed: Result = { state: 'passed', errors: undefined };
const failed: Result = { state: 'failed', errors: [] };

describe('adding up a vitest run', () => {
  test('passed, failed and skipped tests are told apart by name', () => {
    const skipped: Result = { state: 'skipped', errors: undefined, note: 'root reads everything' };
    expect(tallyModules([fileWith([passed, failed, skipped])], [])).toEqual({
      passed: 1,
      failed: ['a.test.ts > t1'],
      skipped: [{ name: 'a.test.ts > t2', reason: 'root reads everything' }],
    });
  });

  test('a skip without a reason says so', () => {
    const skipped: Result = { state: 'skipped', errors: undefined, note: undefined };
    expect(tallyModules([fileWith([skipped])], []).skipped[0]?.reason).toBe('no reason given');
  });

  test('a test that never ended is a failure', () => {
    const pending: Result = { state: 'pending', errors: undefined };
    expect(tallyModules([fileWith([pending])], []).failed).toEqual(['a.test.ts > t0']);
  });

  test('a file that could not be loaded is a failure', () => {
    expect(tallyModules([fileWith([], [{ message: 'boom' }])], []).failed).toEqual(['a.test.ts']);
  });

  test('L3: an error that no test caught is a failure', () => {
    expect(tallyModules([fileWith([passed])], [{ message: 'boom' }]).failed).toEqual([
      'outside of every test: boom',
    ]);
  });
});
