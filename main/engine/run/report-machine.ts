import type { Finding, MachineReport } from '../../contract/report.ts';
import { factLines } from '../local/facts/fact-lines.ts';
import type { MachineEvidence } from '../model/evidence.ts';
import { logNote } from './log-note.ts';

/** More logs would bury the newest. */
const LOG_LIMIT = 100;

/** The machine's part of a report; logs newest first. */
export function reportMachine(
  machine: MachineEvidence,
  findings: readonly Finding[],
): MachineReport {
  const logs = machine.logs.toSorted((one, two) => (two.modifiedAt ?? 0) - (one.modifiedAt ?? 0));
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
    logs: logs
      .slice(0, LOG_LIMIT)
      .map((log) => ({ client: log.client, file: log.file, note: logNote(log) })),
    facts: factLines(machine.facts).map((one) => ({ ...one })),
    findings: [...findings],
  };
}
