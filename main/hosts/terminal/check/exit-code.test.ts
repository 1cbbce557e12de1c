import { expect, test } from 'vitest';
import type { Report } from '../../../contract/report.ts';
import type { Severity } from '../../../contract/words.ts';
import { exitCodeOf } from './exit-code.ts';

function reportWith(
  severities: readonly Severity[],
  complete: boolean,
  where: 'target' | 'machine',
): Report {
  const findings = severities.map((severity) => ({ severity }));
  const target = { findings: where === 'target' ? findings : [] };
  const machine = { findings: where === 'machine' ? findings : [] };
  return { complete, targets: [target], machine } as unknown as Report;
}

test.each([
  [[], true, 'error', 0],
  [[], false, 'error', 3],
  [['error'], true, 'error', 1],
  [['error'], false, 'error', 1],
  [['error'], false, 'never', 3],
  [['error'], true, 'never', 0],
  [['warning'], true, 'error', 0],
  [['warning'], false, 'error', 3],
  [['warning'], true, 'warning', 1],
  [['advice'], true, 'warning', 0],
  [['advice', 'error'], true, 'warning', 1],
] as const)(
  'K1: findings %j, complete %s, fail on %s: exit %d',
  (found, complete, failOn, code) => {
    expect(exitCodeOf(reportWith(found, complete, 'target'), failOn)).toBe(code);
    expect(exitCodeOf(reportWith(found, complete, 'machine'), failOn)).toBe(code);
  },
);
