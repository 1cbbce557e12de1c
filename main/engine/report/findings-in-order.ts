import type { Finding, Report, TargetReport } from '../../contract/report.ts';
import { standingOf, standingRank } from '../../contract/standing.ts';

/** A finding with the server that it is about; null for one of the whole machine. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly target: TargetReport | null;
}

/**
 * All findings of a report in the order in which the text report shows them: a machine with an error
 * first, the servers worst first, and of each the first thing to fix, other causes, what follows.
 */
export function findingsInOrder(report: Report): readonly PlacedFinding[] {
  const machine = report.machine.findings.map((finding) => ({ finding, target: null }));
  const isFirst = report.machine.findings.some(({ severity }) => severity === 'error');
  const targets = targetsInOrder(report.targets).flatMap(ofTarget);
  return isFirst ? [...machine, ...targets] : [...targets, ...machine];
}

/** Servers worst first; what is the same stays in its order. */
export function targetsInOrder(targets: readonly TargetReport[]): readonly TargetReport[] {
  const rank = (one: TargetReport) => standingRank(standingOf(one));
  return targets.toSorted((one, two) => rank(one) - rank(two));
}

function ofTarget(target: TargetReport): readonly PlacedFinding[] {
  const root = target.findings.find((one) => one.code === target.rootCause);
  const rank = (one: Finding) => (one === root ? 0 : one.consequenceOf === null ? 1 : 2);
  return target.findings
    .toSorted((one, two) => rank(one) - rank(two))
    .map((finding) => ({ finding, target }));
}
