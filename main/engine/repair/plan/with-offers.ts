import type { Finding, Report, TargetReport } from '../../../contract/report.ts';
import type { MachineEvidence, NotExamined } from '../../model/evidence.ts';
import type { Fix } from '../../model/fix.ts';
import { mergeUnseen } from '../../run/merge-unseen.ts';
import { offersFor, shownOffer } from './offers-for.ts';

/**
 * Says of every finding what can be done about it. Pure; made before redaction, so that an offer has
 * the same id here and when it is looked for again.
 * @param report as judged, not yet redacted
 * @param fixes all that are known; with none the report stays as it is
 */
export function withOffers(
  report: Report,
  machine: MachineEvidence,
  fixes: readonly Fix[] = [],
): Report {
  const failed: NotExamined[] = [];
  const offered = (finding: Finding, target: TargetReport | null): Finding => {
    const found = offersFor(finding, target, machine, fixes);
    failed.push(...found.failed);
    return { ...finding, fixes: found.offers.map(({ offer }) => shownOffer(offer)) };
  };
  const targets = report.targets.map((target) => ({
    ...target,
    findings: target.findings.map((one) => offered(one, target)),
  }));
  const findings = report.machine.findings.map((one) => offered(one, null));
  const notExamined =
    failed.length === 0 ? report.notExamined : [...mergeUnseen([...report.notExamined, ...failed])];
  return { ...report, targets, machine: { ...report.machine, findings }, notExamined };
}
