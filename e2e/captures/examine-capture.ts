import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding, Report } from '../../main/contract/report.ts';
import type { IncidentReport } from '../../main/contract/story.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';
import { diagnoseAll } from '../homes/diagnose-all.ts';
import type { Capture } from './capture.ts';
import { layOutHome } from './lay-out-home.ts';

/** What Unblank says of a recording without asking any server. */
export interface Examined {
  readonly capture: Capture;
  readonly findings: readonly Finding[];
  /** The newest first. */
  readonly incidents: readonly IncidentReport[];
}

/** An hour after the recordings. */
const NOW = Date.parse('2026-11-23T16:20:00Z');

/** Lays a recording out as a home, diagnoses it offline and takes it away again. */
export async function examineCapture(capture: Capture): Promise<Examined> {
  const home = mkdtempSync(path.join(tmpdir(), 'unblank-capture-'));
  try {
    layOutHome(capture, home);
    const { targets } = await report(home);
    const target = targets.find(({ names }) => names.some(({ name }) => name === 'rec'));
    return {
      capture,
      findings: target?.findings ?? [],
      incidents: target?.incidents ?? [],
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function report(home: string): Promise<Report> {
  const ports = createNodePorts({ home, os: 'linux', project: null });
  return diagnoseAll({ ...ports, clock: { ...ports.clock, now: () => NOW } });
}
