import type { Finding, TargetReport } from '../../main/contract/report.ts';
import { SEVERITIES, STEPS, type ClientId, type Step } from '../../main/contract/words.ts';

/** A finding with what only follows from it. */
export interface FindingTree {
  readonly finding: Finding;
  readonly consequences: readonly FindingTree[];
}

/**
 * Findings in the order in which to read them, each consequence under its cause: severity first,
 * then the place on the way of the request. A consequence whose cause is not in the list, or whose
 * causes run in a circle, stands on its own, so that nothing is lost.
 * @param findings any findings of one report
 */
export function arrangeFindings(findings: readonly Finding[]): FindingTree[] {
  const sorted = [...findings].sort(compare);
  const placed = new Set<Finding>();
  const grow = (finding: Finding): FindingTree => {
    placed.add(finding);
    const mine = sorted.filter((one) => causeOf(one, sorted) === finding && !placed.has(one));
    return { finding, consequences: mine.map(grow) };
  };
  const roots = sorted.filter((one) => causeOf(one, sorted) === undefined).map(grow);
  const circular = sorted.flatMap((one) => (placed.has(one) ? [] : [grow(one)]));
  return [...roots, ...circular];
}

/**
 * The finding to fix first: the root cause where the report names one, else the most important
 * finding that is more than advice.
 * @returns the finding and whether it stops a client, or null where there is nothing to fix
 */
export function leadingFinding(
  target: TargetReport,
): { readonly finding: Finding; readonly blocks: boolean } | null {
  const roots = target.findings.filter((one) => one.code === target.rootCause);
  const root = roots.find((one) => one.consequenceOf === null) ?? roots[0];
  if (root !== undefined) return { finding: root, blocks: root.severity === 'error' };
  const first = arrangeFindings(target.findings)[0]?.finding;
  if (first === undefined || first.severity === 'advice') return null;
  return { finding: first, blocks: first.severity === 'error' };
}

/**
 * The findings below the way of the request, as one client meets them, and those of other clients.
 * @param target one target of a report
 * @param client whose view; null for all clients together
 * @param opened the station that opens by itself: the leading finding is not repeated if it is there
 */
export function otherFindings(
  target: TargetReport,
  client: ClientId | null,
  opened: Step | null,
): { readonly mine: FindingTree[]; readonly elsewhere: FindingTree[] } {
  const leading = leadingFinding(target)?.finding;
  const isMine = (one: Finding) => client === null || one.clients.includes(client);
  const isFirst = (one: Finding) => leading === undefined || one === leading;
  const isShown = (one: Finding) => isFirst(one) && one.step === opened && isMine(one);
  const trees = arrangeFindings(target.findings).filter((tree) => !isShown(tree.finding));
  return {
    mine: trees.filter((tree) => isMine(tree.finding)),
    elsewhere: trees.filter((tree) => !isMine(tree.finding)),
  };
}

/** What one client meets at one station, each finding with all that follows from it. */
export function findingsAt(target: TargetReport, client: ClientId, step: Step): FindingTree[] {
  const pick = (tree: FindingTree): FindingTree[] =>
    tree.finding.step === step && tree.finding.clients.includes(client)
      ? [tree]
      : tree.consequences.flatMap(pick);
  return arrangeFindings(target.findings).flatMap(pick);
}

function causeOf(finding: Finding, all: readonly Finding[]): Finding | undefined {
  if (finding.consequenceOf === null) return undefined;
  return all.find((one) => one !== finding && one.code === finding.consequenceOf);
}

function compare(a: Finding, b: Finding): number {
  const bySeverity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  const byStep = STEPS.indexOf(a.step) - STEPS.indexOf(b.step);
  return bySeverity || byStep || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
