import type { Overview } from '../../contract/table.ts';
import { gatherMachine } from '../local/gather-machine.ts';
import type { Mode } from '../model/mode.ts';
import type { Ports } from '../ports.ts';
import { redactOverview } from '../redact/report.ts';
import { toFindings } from '../run/findings.ts';
import { judgeMachineModes } from '../run/judge-modes.ts';
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
  modes: readonly Mode[],
  signal: AbortSignal,
): Promise<Overview> {
  const { machine } = await gatherMachine(ports, signal, { logs: NEWEST_BYTES });
  const local = judgeMachineModes(modes, machine);
  const report = reportMachine(machine, toFindings(local.found, []));
  return redactOverview({
    os: report.os,
    installs: report.installs,
    configs: report.configs,
    logs: report.logs,
    facts: report.facts,
    findings: report.findings,
    servers: configuredTargets(machine).targets.map(overviewServer),
  });
}

function overviewServer({
  id,
  url,
  transport,
  entries,
}: PlannedTarget): Overview['servers'][number] {
  const places = entries.map(({ client, scope, file }) => ({ client, scope, file }));
  const name = entries[0]?.name ?? id;
  return { id, name, url, transport, entries: places };
}
