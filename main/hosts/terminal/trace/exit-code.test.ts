import { expect, test } from 'vitest';
import type { Report } from '../../../contract/report.ts';
import type { Severity, SignInOutcome } from '../../../contract/words.ts';
import { traceExitCode } from './exit-code.ts';

function reportWith(outcome: SignInOutcome | null, severity: Severity | null, complete = true) {
  const findings = severity === null ? [] : [{ severity }];
  const target = { findings, signIn: outcome === null ? null : { outcome } };
  return { complete, targets: [target], machine: { findings: [] } } as unknown as Report;
}

test.each([
  ['signed-in', null, 'error', 0],
  ['signed-in', 'warning', 'error', 0],
  ['signed-in', 'warning', 'warning', 1],
  ['signed-in', 'error', 'error', 1],
  ['blank', null, 'error', 1],
  ['loop', null, 'warning', 1],
  ['failed', null, 'never', 0],
  ['never-started', 'error', 'never', 0],
  ['unfinished', null, 'error', 3],
  ['unfinished', 'error', 'error', 1],
  [null, null, 'error', 3],
] as const)('K1: %s with finding %s, fail on %s: exit %d', (outcome, severity, failOn, code) => {
  expect(traceExitCode(reportWith(outcome, severity), failOn)).toBe(code);
});

test('K1: a trace that was cut short is incomplete', () => {
  expect(traceExitCode(reportWith('signed-in', null, false), 'error')).toBe(3);
});
