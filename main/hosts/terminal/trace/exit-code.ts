import type { Report } from '../../../contract/report.ts';
import { exitCodeOf } from '../check/exit-code.ts';
import { EXIT } from '../exit-codes.ts';

/**
 * The exit code of a trace: that of its report (K1). A sign-in that nobody finished makes it
 * incomplete; one that failed counts as a finding, also where no rule names its cause.
 * @param failOn the least severity that counts, or `never`
 */
export function traceExitCode(report: Report, failOn: 'error' | 'warning' | 'never'): number {
  const outcomes = report.targets.flatMap(({ signIn }) => (signIn === null ? [] : signIn.outcome));
  const unfinished = outcomes.length === 0 || outcomes.includes('unfinished');
  const failed = outcomes.some((one) => one !== 'signed-in' && one !== 'unfinished');
  const code = exitCodeOf({ ...report, complete: report.complete && !unfinished }, failOn);
  return failed && failOn !== 'never' ? EXIT.findings : code;
}
