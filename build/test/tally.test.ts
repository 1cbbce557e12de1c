import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTally, judgeRunner, NOTHING, sum, type Tally } from './tally.ts';

const tallies = fc.record({
  passed: fc.nat(1000),
  failed: fc.array(fc.string(), { maxLength: 5 }),
  skipped: fc.array(fc.record({ name: fc.string(), reason: fc.string() }), { maxLength: 5 }),
});

describe('adding up', () => {
  test('nothing is lost and nothing counted twice', () => {
    fc.assert(
      fc.property(fc.array(tallies), (list) => {
        const total = sum(list);
        const count = (of: (one: Tally) => number) => list.reduce((all, one) => all + of(one), 0);
        expect(total.passed).toBe(count((one) => one.passed));
        expect(total.failed).toHaveLength(count((one) => one.failed.length));
        expect(total.skipped).toHaveLength(count((one) => one.skipped.length));
      }),
    );
  });

  test('no stages at all make nothing', () => {
    expect(sum([])).toEqual(NOTHING);
  });
});

describe('judging a runner', () => {
  test('a good run is taken as reported', () => {
    const report = { passed: 3, failed: [], skipped: [] };
    expect(judgeRunner('unit', 0, report)).toEqual(report);
  });

  test('a run that ended badly without naming a failure is one failure', () => {
    const tally = judgeRunner('unit', 7, { ...NOTHING, passed: 3 });
    expect(tally.failed).toEqual(['unit: ended with code 7']);
    expect(tally.passed).toBe(3);
  });

  test('a named failure is not counted again for the exit code', () => {
    expect(judgeRunner('unit', 1, { ...NOTHING, failed: ['a > b'] }).failed).toEqual(['a > b']);
  });

  test('a run that executed no test is a failure, even where it skipped some', () => {
    const report = { ...NOTHING, skipped: [{ name: 'a', reason: 'b' }] };
    expect(judgeRunner('e2e', 0, report).failed).toEqual(['e2e: executed no test']);
  });

  test('a run that left no report is a failure', () => {
    expect(judgeRunner('e2e', 0, null).failed).toEqual(['e2e: the runner left no report']);
  });
});

describe('the last lines', () => {
  test('without skipped tests the last line says passed and failed only', () => {
    expect(formatTally({ ...NOTHING, passed: 12 })).toEqual(['12 passed, 0 failed']);
  });

  test('every failed and every skipped test is named, skipped ones with their reason', () => {
    const tally = { passed: 1, failed: ['x'], skipped: [{ name: 'e2e', reason: 'no browser' }] };
    expect(formatTally(tally)).toEqual([
      'skipped  e2e: no browser',
      'failed   x',
      '1 passed, 1 failed, 1 skipped',
    ]);
  });
});
