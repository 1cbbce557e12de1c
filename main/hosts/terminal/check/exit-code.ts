import type { Finding, Report } from '../../../contract/report.ts';
import { SEVERITIES } from '../../../contract/words.ts';
import { EXIT } from '../exit-codes.ts';

/**
 * The exit code of a report: findings at or over the threshold outrank an incomplete run (K1).
 * @param failOn the least severity that counts, or `never`
 */
export function exitCodeOf(report: Report, failOn: 'error' | 'warning' | 'never'): number {
  const findings = [...report.targets.flatMap((one) => one.findings), ...report.machine.findings];
  if (findings.some((one) => counts(one, failOn))) return EXIT.findings;
  return report.complete ? EXIT.ok : EXIT.incomplete;
}

/** True for a finding at or over the threshold. */
export function counts({ severity }: Finding, failOn: 'error' | 'warning' | 'never'): boolean {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn as 'error') + 1).includes(severity);
}
