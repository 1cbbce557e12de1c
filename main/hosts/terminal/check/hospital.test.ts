import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TargetReport } from '../../../contract/report.ts';
import { REQUIREMENTS } from '../../../engine/requirements/index.generated.ts';
import { diagnose } from '../../../engine/run/diagnose.ts';
import { parseConnectTo } from '../../../engine/run/parse-connect-to.ts';
import { RULES } from '../../../engine/run/rules.ts';
import type { Patient, PatientOptions } from '../../../hospital/patient.ts';
import { PATIENTS } from '../../../hospital/patients/index.generated.ts';
import { startPatient } from '../../../hospital/start-patient.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';

/** The whole path over real sockets and real TLS, at a public-looking name, patient by patient. */
const PUBLIC = { tls: true, host: 'mcp.acme.example' };
/** These take as long as the deadlines that they test; their rules are tested without a clock. */
const SLOW = /endless|hangs|drip/;
/** --connect-to hides which family an address is of. */
const LOOPBACK = 'network-ipv6-only';
const LIMIT_MS = 30_000;

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
});
afterAll(() => rm(home, { recursive: true }));

async function examine(
  name: string,
  register: boolean,
  options: PatientOptions = PUBLIC,
): Promise<TargetReport> {
  const patient = await startPatient(name, options);
  try {
    const choice = { kind: 'urls', urls: [patient.url] } as const;
    const connectTo = patient.connectTo.map(parseConnectTo);
    const report = await diagnose(
      { choice, clients: null, offline: false, connectTo, ca: patient.ca, register },
      {
        ...RULES,
        ports: createNodePorts({ home, os: 'linux', project: null }),
        tool: { name: 'unblank', version: '0.0.0' },
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
    return report.targets[0]!;
  } finally {
    await patient.close();
  }
}

/** What is wrong by itself: advice is not, and what only follows is folded. */
function faults({ findings }: TargetReport): readonly Patient['expects'][number][] {
  return findings
    .filter((one) => one.severity !== 'advice' && one.consequenceOf === null)
    .map((one) => one.code as `F${number}`);
}

/** Some break a requirement that only a sign-in shows, by something that shows before it. */
function isKnown(id: string | null): boolean {
  return REQUIREMENTS.some((one) => one.id === id && (one.phase === 'p0' || one.phase === 'p1'));
}

function title({ name, requirement, expects }: Patient): string {
  const wanted = expects.length === 0 ? 'nothing' : expects.join(' and ');
  return `${name}: ${requirement ?? 'no requirement'}, ${wanted}`;
}

const ALL: readonly Patient[] = PATIENTS;
const shown = ALL.filter((one) => one.seenBy !== 'sign-in' && !SLOW.test(one.name));

describe('the hospital', () => {
  for (const patient of shown)
    test(title(patient), { timeout: LIMIT_MS }, async () => {
      const { expects, requirement } = patient;
      const place = patient.name === LOOPBACK ? {} : { ...PUBLIC, ...patient.setting };
      const target = await examine(patient.name, patient.seenBy === 'registration', place);
      const codes = target.findings.map((one) => one.code);
      const causes = target.verdicts.flatMap((one) => one.cause ?? []);
      expect(codes).toEqual(expect.arrayContaining([...expects]));
      expect(faults(target).filter((one) => !expects.includes(one))).toEqual([]);
      expect(codes).toEqual(expect.arrayContaining(causes));
      if (faults(target).length > 0) expect(target.rootCause).toBe(expects[0]);
      if (isKnown(requirement)) expect(brokenIn(target)).toContain(requirement);
      if (expects.length === 0) expect(codes).toEqual([]);
    });

  for (const patient of ALL.filter((one) => one.seenBy === 'sign-in'))
    test(`${patient.name}: shows with a sign-in only, and nothing else is blamed`, async () => {
      const target = await examine(patient.name, true, { ...PUBLIC, ...patient.setting });
      expect(faults(target).filter((one) => !patient.expects.includes(one))).toEqual([]);
    });

  test('the healthy pair yields nothing at all, on one origin and on two, with a registration too', async () => {
    for (const oneOrigin of [false, true]) {
      const target = await examine('healthy', true, { ...PUBLIC, oneOrigin });
      expect([target.findings, target.leftBehind]).toEqual([[], []]);
      // Advice of the newest revision that is listed and never a finding.
      expect(brokenIn(target)).toEqual(['CI-01']);
      expect(new Set(target.verdicts.map((one) => one.outcome))).toEqual(new Set(['works']));
    }
  });
});

/** The requirements that the specification block calls broken. */
function brokenIn({ specification }: TargetReport): readonly string[] {
  return specification.filter((one) => one.state === 'broken').map((one) => one.id);
}
