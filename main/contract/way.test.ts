import { describe, expect, test } from 'vitest';
import type { TargetReport, Verdict } from './report.ts';
import { wayOf } from './way.ts';

const finding = (code: string, step: 'reach' | 'resource-metadata') =>
  ({ code, step, clients: ['claude-hosted'] }) as unknown as TargetReport['findings'][number];

function targetWith(
  verdict: Partial<Verdict>,
  findings: TargetReport['findings'] = [],
): TargetReport {
  const whole = { client: 'claude-hosted', cause: null, ...verdict } as Verdict;
  return { verdicts: [whole], findings } as unknown as TargetReport;
}

const statesOf = (target: TargetReport) =>
  Object.fromEntries(wayOf(target, 'claude-hosted').map((one) => [one.step, one.state]));

describe('the way of the request', () => {
  test('breaks where the client stops: passed before, not reached behind', () => {
    const states = statesOf(targetWith({ outcome: 'blocked', step: 'resource-metadata' }));
    expect(states).toMatchObject({
      challenge: 'passed',
      'resource-metadata': 'broken',
      'server-metadata': 'not-reached',
      token: 'not-reached',
    });
  });

  test('marks a station with a finding of this client as at risk, though it is passed', () => {
    const verdict = { outcome: 'blocked', step: 'resource-metadata' } as const;
    expect(statesOf(targetWith(verdict, [finding('F04', 'reach')]))).toMatchObject({
      reach: 'at-risk',
    });
  });

  test('says not seen, not passed, behind the last step that was looked at', () => {
    const states = statesOf(targetWith({ outcome: 'works', step: 'registration' }));
    expect(states).toMatchObject({ registration: 'passed', authorize: 'not-seen' });
  });

  test('claims nothing for an unknown verdict or a client without one', () => {
    const states = new Set(
      Object.values(statesOf(targetWith({ outcome: 'unknown', step: 'reach' }))),
    );
    expect(states).toEqual(new Set(['not-seen']));
    const none = wayOf({ verdicts: [], findings: [] } as unknown as TargetReport, 'cursor');
    expect(none.every((one) => one.state === 'not-seen')).toBe(true);
  });
});
