import { describe, expect, test } from 'vitest';
import type { TargetReport } from '../../main/contract/report.ts';
import type { Outcome } from '../../main/contract/words.ts';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';
import { chosenVerdict } from './chosen-verdict.ts';
import { markOfRun, outcomeOf } from './mark.ts';

const TARGET = SAMPLE_REPORT.targets[0] as TargetReport;

function withOutcomes(...outcomes: Outcome[]): TargetReport {
  const verdicts = TARGET.verdicts.map((one, at) => ({ ...one, outcome: outcomes[at] ?? 'works' }));
  return { ...TARGET, verdicts };
}

describe('the state of a whole server', () => {
  test.each<[Outcome, Outcome[]]>([
    ['blocked', ['works', 'blocked', 'at-risk']],
    ['at-risk', ['works', 'at-risk', 'unknown']],
    ['unknown', ['works', 'unknown', 'works']],
    ['works', ['works', 'works', 'works']],
  ])('is %s for %j', (outcome, outcomes) => {
    expect(outcomeOf(withOutcomes(...outcomes))).toBe(outcome);
  });

  test('comes from its findings where no client was judged', () => {
    expect(outcomeOf({ ...TARGET, verdicts: [] })).toBe('blocked');
    expect(outcomeOf({ ...TARGET, verdicts: [], findings: [] })).toBe('unknown');
  });

  test('has a word for every phase of a check', () => {
    const error = { code: 'internal', params: {} } as const;
    const words = [
      markOfRun(undefined),
      markOfRun({ phase: 'starting', previous: null }),
      markOfRun({ phase: 'failed', error, previous: null }),
      markOfRun({ phase: 'finished', report: SAMPLE_REPORT }),
      markOfRun({ phase: 'finished', report: { ...SAMPLE_REPORT, targets: [] } }),
    ].map(({ word }) => word);
    expect(words).toEqual([
      'not checked',
      'checking',
      'check failed',
      'blocked',
      'not seen from here',
    ]);
  });
});

describe('whose view is shown', () => {
  test('first that of the client that is worst off', () => {
    expect(chosenVerdict(withOutcomes('works', 'at-risk', 'blocked'), null)?.client).toBe(
      'mcp-remote',
    );
  });

  test('that of the chosen client, as long as it is judged', () => {
    expect(chosenVerdict(TARGET, 'claude-code')?.client).toBe('claude-code');
    expect(chosenVerdict(TARGET, 'cursor')?.client).toBe('claude-hosted');
  });

  test('none where no client was judged', () => {
    expect(chosenVerdict({ ...TARGET, verdicts: [] }, null)).toBeNull();
  });
});
