import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../contract/report.ts';
import { CLIENTS } from '../../../engine/clients/index.generated.ts';
import { MODES } from '../../../engine/modes/index.generated.ts';
import { REQUIREMENTS } from '../../../engine/requirements/index.generated.ts';
import { diagnose } from '../../../engine/run/diagnose.ts';
import { parseConnectTo } from '../../../engine/run/parse-connect-to.ts';
import { PATIENTS } from '../../../hospital/patients/index.generated.ts';
import { startPatient } from '../../../hospital/start-patient.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';

/** The whole path over real sockets and real TLS, at a public-looking name, patient by patient. */
const PUBLIC = { tls: true, host: 'mcp.acme.example' };
/** These take as long as the deadlines that they test; their rules are tested without a clock. */
const SLOW = new Set(['network-endless', 'network-hangs']);

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
});
afterAll(() => rm(home, { recursive: true }));

async function examine(name: string): Promise<Report> {
  const patient = await startPatient(name, PUBLIC);
  try {
    const choice = { kind: 'urls', urls: [patient.url] } as const;
    const connectTo = patient.connectTo.map(parseConnectTo);
    return await diagnose(
      { choice, clients: null, offline: false, connectTo, ca: patient.ca, register: false },
      {
        ports: createNodePorts({ home, os: 'linux', project: null }),
        modes: MODES,
        clients: CLIENTS,
        requirements: REQUIREMENTS,
        tool: { name: 'unblank', version: '0.0.0' },
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
  } finally {
    await patient.close();
  }
}

describe('the hospital', () => {
  for (const { name, expects } of PATIENTS.filter((one) => !SLOW.has(one.name))) {
    const wanted = expects.length === 0 ? 'nothing' : expects.join(' and ');
    test(`${name}: finds ${wanted}, and every blocked client has its cause among the findings`, async () => {
      const [target] = (await examine(name)).targets;
      const codes = target?.findings.map((one) => one.code) ?? [];
      const causes = target?.verdicts.flatMap((one) => one.cause ?? []) ?? [];
      const errors = target?.findings.filter((one) => one.severity === 'error') ?? [];
      expect(codes).toEqual(expect.arrayContaining([...expects]));
      expect(codes).toEqual(expect.arrayContaining(causes));
      expect(errors.length > 0).toBe(target?.rootCause !== null);
      if (expects.length === 0) expect(codes).toEqual([]);
    });
  }
});
