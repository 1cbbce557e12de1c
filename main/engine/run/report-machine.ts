import type { Finding, MachineReport } from '../../contract/report.ts';
import type { MachineEvidence } from '../model/evidence.ts';

/** The machine's part of a report. */
export function reportMachine(
  machine: MachineEvidence,
  findings: readonly Finding[],
): MachineReport {
  return {
    os: machine.os,
    installs: machine.installs.map((one) => ({ ...one })),
    configs: machine.configs.map(({ client, scope, file, state, detail, notes, entries }) => ({
      client,
      scope,
      file,
      state,
      servers: entries.map((one) => one.name),
      notes: detail === null ? [...notes] : [detail, ...notes],
    })),
    logs: [],
    facts: [],
    findings: [...findings],
  };
}
