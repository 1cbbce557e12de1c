import path from 'node:path';
import type { Finding } from '../../main/contract/report.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';
import { diagnoseAll } from './diagnose-all.ts';
import type { ExpectedFinding } from './home-row.ts';
import { withHome, type Home } from './home.ts';

/** A finding, and the server that it is about; null where it is about the machine. */
export interface FoundHere extends Finding {
  readonly on: string | null;
}

/**
 * Diagnoses a home offline, through real files, as the layout of its system says.
 * @returns the findings about the machine first, then those of each server
 */
export function findingsIn(built: Home): Promise<readonly FoundHere[]> {
  return withHome(built, async ({ home, project }) => {
    const ports = createNodePorts({ home, os: built.os, project });
    const { machine, targets } = await diagnoseAll(ports);
    return [
      ...machine.findings.map((one) => ({ ...one, on: null })),
      ...targets.flatMap(({ names, findings }) =>
        findings.map((one) => ({ ...one, on: names[0]?.name ?? '' })),
      ),
    ];
  });
}

/** Does a finding concern the client, and is the file among its evidence, with the line? */
export function pointsAt({ clients, evidence }: FoundHere, expected: ExpectedFinding): boolean {
  const isThere = evidence.some(
    (one) =>
      'file' in one &&
      one.file.split(path.sep).join('/').endsWith(expected.file) &&
      (expected.line === null || ('line' in one && one.line === expected.line)),
  );
  return isThere && (clients.length === 0 || clients.includes(expected.client));
}
