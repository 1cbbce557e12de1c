import type { Finding, Report } from '../../contract/report.ts';
import { SEVERITIES, type Severity } from '../../contract/words.ts';
import { findingIdentity } from './finding-identity.ts';
import { findingsInOrder, type PlacedFinding } from './findings-in-order.ts';

/** A report held against an earlier one. */
export interface AgainstBaseline {
  /** Findings of the report that the baseline has as well, as severe or severer. */
  readonly known: ReadonlySet<Finding>;
  /** What only the baseline has, a line each. */
  readonly gone: readonly string[];
}

/**
 * Which findings were there before. A finding that grew more severe is new. Where several are the same
 * by their identity, as many are known as the baseline has.
 * @param baseline an earlier report, perhaps of another machine
 */
export function againstBaseline(report: Report, baseline: Report): AgainstBaseline {
  const left = new Map<string, PlacedFinding[]>();
  for (const one of findingsInOrder(baseline)) {
    const key = findingIdentity(one);
    left.set(key, [...(left.get(key) ?? []), one]);
  }
  const known = findingsInOrder(report).filter((one) => takes(one, left));
  return {
    known: new Set(known.map(({ finding }) => finding)),
    gone: [...left.values()].flat().map(lineOf),
  };
}

/** The same report without what is known: what an exit code counts. */
export function withoutKnown(report: Report, known: ReadonlySet<Finding>): Report {
  const fresh = (findings: readonly Finding[]) => findings.filter((one) => !known.has(one));
  return {
    ...report,
    targets: report.targets.map((one) => ({ ...one, findings: fresh(one.findings) })),
    machine: { ...report.machine, findings: fresh(report.machine.findings) },
  };
}

/** Takes one of the same out of what is left; true where there was one. */
function takes(one: PlacedFinding, left: Map<string, PlacedFinding[]>): boolean {
  const same = left.get(findingIdentity(one)) ?? [];
  const at = same.findIndex((before) => rank(before) <= rank(one));
  if (at >= 0) same.splice(at, 1);
  return at >= 0;
}

function rank({ finding }: PlacedFinding): number {
  return SEVERITIES.indexOf(finding.severity satisfies Severity);
}

function lineOf({ finding, target }: PlacedFinding): string {
  const where = target === null ? 'this machine' : (target.url ?? target.names[0]?.name);
  return `${finding.code} at ${where ?? target?.id ?? ''}: ${finding.title}`;
}
