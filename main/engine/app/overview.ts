import type { Overview } from '../../contract/table.ts';
import { gatherMachine } from '../local/gather-machine.ts';
import type { Finding, TargetReport } from '../../contract/report.ts';
import { standingOf, standingRank } from '../../contract/standing.ts';
import type { Rules } from '../model/rules.ts';
import { NOTHING_GATHERED, type MachineEvidence } from '../model/evidence.ts';
import { localOf } from '../local/join/local-of.ts';
import { reportTarget } from '../run/report-target.ts';
import type { Ports } from '../ports.ts';
import { offersFor, shownOffer } from '../repair/plan/offers-for.ts';
import { redactOverview } from '../redact/report.ts';
import { toFindings } from '../run/findings.ts';
import { judgeMachineModes, type Judgements } from '../run/judge-modes.ts';
import { configuredTargets, type PlannedTarget } from '../run/plan.ts';
import { reportMachine } from '../run/report-machine.ts';

/** The first screen shows the newest of each log at once; a check reads more (speed.md). */
const NEWEST_BYTES = 8 * 1024 * 1024;

/**
 * What lies on this machine, read anew: contacts nobody (safety E8).
 * @param signal stops the reading
 */
export async function readOverview(
  ports: Ports,
  rules: Rules,
  signal: AbortSignal,
): Promise<Overview> {
  const { machine } = await gatherMachine(ports, signal, { logs: NEWEST_BYTES });
  const local = judgeMachineModes(rules.modes, machine);
  const report = reportMachine(machine, toFindings(local.found, []));
  const targets = configuredTargets(machine).targets.map((target) => ({
    target,
    here: reportHere(target, machine, local, rules),
  }));
  const reports = targets.map(({ here }) => here);
  return redactOverview({
    os: report.os,
    installs: report.installs,
    configs: report.configs,
    logs: report.logs,
    facts: report.facts,
    findings: report.findings.map((one) => withItsOffers(one, reports, machine, rules)),
    servers: targets
      .map(({ target, here }) => ({ ...overviewServer(target), known: standingOf(here) }))
      .toSorted((one, two) => standingRank(one.known) - standingRank(two.known)),
  });
}

/** What lies here alone says of a server: nobody is contacted. */
function reportHere(
  target: PlannedTarget,
  machine: MachineEvidence,
  local: Judgements,
  rules: Rules,
): TargetReport {
  const { url, entries } = target;
  const evidence = { ...NOTHING_GATHERED, url, entries, local: localOf(target, machine) };
  const gathered = { evidence, exchanges: [], notExamined: [], whole: true };
  return reportTarget(target, gathered, local, rules, null).report;
}

/** Offered as a check offers it: at the server that shows the same, or at the machine. */
function withItsOffers(
  finding: Finding,
  reports: readonly TargetReport[],
  machine: MachineEvidence,
  { fixes = [] }: Rules,
): Finding {
  const isSame = (one: Finding): boolean =>
    one.code === finding.code && JSON.stringify(one.evidence) === JSON.stringify(finding.evidence);
  const target = reports.find(({ findings }) => findings.some(isSame)) ?? null;
  const { offers } = offersFor(finding, target, machine, fixes);
  return { ...finding, fixes: offers.map(({ offer }) => shownOffer(offer)) };
}

function overviewServer({
  id,
  url,
  transport,
  entries,
}: PlannedTarget): Omit<Overview['servers'][number], 'known'> {
  const places = entries.map(({ client, scope, file }) => ({ client, scope, file }));
  const name = entries[0]?.name ?? id;
  return { id, name, url, transport, entries: places };
}
