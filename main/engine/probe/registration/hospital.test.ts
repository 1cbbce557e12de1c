import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../../contract/words.ts';
import { PATIENTS } from '../../../hospital/patients/index.generated.ts';
import type { Patient } from '../../../hospital/patient.ts';
import { startPatient } from '../../../hospital/start-patient.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { CLIENTS } from '../../clients/index.generated.ts';
import { client as mcpRemote } from '../../clients/mcp-remote.ts';
import type { Client } from '../../model/client.ts';
import { MODES } from '../../modes/index.generated.ts';
import { REQUIREMENTS } from '../../requirements/index.generated.ts';
import { diagnose } from '../../run/diagnose.ts';
import { parseConnectTo } from '../../run/parse-connect-to.ts';
import { PROFILES } from '../../testing/registration-evidence.ts';

/** Every client whose registration is known, whether it is judged by rules yet or not. */
const REGISTERING: readonly Client[] = (Object.keys(PROFILES) as ClientId[]).map((id) => {
  const known: readonly Client[] = CLIENTS;
  const base = known.find((one) => one.id === id && one.isNewest) ?? {
    ...mcpRemote,
    id,
    rules: [],
  };
  return { ...base, registers: PROFILES[id]! };
});
/** At a public-looking name, where nothing is wrong with plain http. */
const PUBLIC = { tls: true, host: 'mcp.acme.example' };
const ALL: readonly Patient[] = PATIENTS;
/** Of this chapter, and seen without a sign-in. */
const OURS = ALL.filter(
  ({ seenBy, requirement }) =>
    seenBy === 'registration' && (requirement === null || /^(DR|CI)-/.test(requirement)),
);

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
});
afterAll(() => rm(home, { recursive: true }));

async function examine(name: string) {
  const patient = await startPatient(name, PUBLIC);
  try {
    const report = await diagnose(
      {
        choice: { kind: 'urls', urls: [patient.url] },
        clients: null,
        offline: false,
        connectTo: patient.connectTo.map(parseConnectTo),
        ca: patient.ca,
        register: true,
      },
      {
        ports: createNodePorts({ home, os: 'linux', project: null }),
        modes: MODES,
        clients: REGISTERING,
        requirements: REQUIREMENTS,
        tool: { name: 'unblank', version: '0.0.0' },
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
    return { target: report.targets[0]!, requests: [...patient.requests] };
  } finally {
    await patient.close();
  }
}

describe('patients of registration', () => {
  test.each(OURS.filter((one) => one.requirement !== null))(
    '$name: $requirement is among what is broken, and $expects among the findings',
    async ({ name, requirement, expects }) => {
      const { target } = await examine(name);
      const broken = target.specification.filter(({ state }) => state === 'broken');
      const named = target.findings.flatMap(({ requirements }) => requirements);
      expect([...broken.map(({ id }) => id), ...named]).toContain(requirement);
      expect(target.findings.map(({ code }) => code)).toEqual(expect.arrayContaining([...expects]));
    },
  );

  test('the healthy pair shows nothing, and keeps no client', async () => {
    const { target, requests } = await examine('healthy');
    const ours = target.specification.filter(({ id }) => /^DR-|^CI-(?!01)/.test(id));
    expect(ours.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(target.findings.map(({ code }) => code)).toEqual([]);
    expect(target.leftBehind).toEqual([]);
    const made = requests.filter((one) => one.method === 'POST' && one.status === 201);
    const deleted = requests.filter((one) => one.method === 'DELETE' && one.status === 204);
    expect(made.length).toBe(REGISTERING.length + 1);
    expect(deleted.length).toBe(made.length);
  });

  test('what cannot be deleted is named', async () => {
    const { target } = await examine('registration-cannot-be-deleted');
    expect(target.leftBehind.length).toBeGreaterThan(0);
    for (const line of target.leftBehind) expect(line).toContain('it offers no deletion');
  });
});
