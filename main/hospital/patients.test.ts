import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPatient } from './find-patient.ts';
import type { Patient } from './patient.ts';
import { PATIENTS } from './patients/index.generated.ts';
import { startPatient } from './start-patient.ts';
import { isAuthPatient } from './testing/auth-row.ts';
import { CHALLENGE_ROWS } from './testing/challenge-rows.ts';
import { HOSTILE_ROWS } from './testing/hostile-rows.ts';
import { INCIDENT_ROWS } from './testing/incident-rows.ts';
import { RESOURCE_ROWS } from './testing/resource-rows.ts';
import { SERVER_ROWS } from './testing/server-rows.ts';
import { named, seen } from './testing/wire-row.ts';

const ROWS = [
  ...CHALLENGE_ROWS,
  ...RESOURCE_ROWS,
  ...SERVER_ROWS,
  ...INCIDENT_ROWS,
  ...HOSTILE_ROWS,
];
const ALL: readonly Patient[] = PATIENTS;

/** What breaks there is no document and no first answer, so tests of their own look at it. */
const OTHER_TESTS = ['network.test.ts', 'hostile.test.ts', 'signed-in-patients.test.ts'];

describe('the break of each patient is seen on the wire', () => {
  test.each(ROWS)('%s: %s', async (name, look, sick, healthy) => {
    const { setting = {} } = findPatient(name);
    const patient = await startPatient(name);
    const other = await startPatient('healthy', setting);
    try {
      expect(await seen(patient, look)).toEqual(named(sick, patient.names));
      expect(await seen(other, look)).toEqual(named(healthy, other.names));
    } finally {
      await Promise.all([patient.close(), other.close()]);
    }
  });

  test('every patient has a row that tells it from the healthy pair, or a test of its own', async () => {
    const told = new Set(
      ROWS.filter(([, , sick, healthy]) => JSON.stringify(sick) !== JSON.stringify(healthy)).map(
        ([name]) => name,
      ),
    );
    const read = (file: string) => readFile(path.join(import.meta.dirname, file), 'utf8');
    const tests = (await Promise.all(OTHER_TESTS.map(read))).join('\n');
    const isTold = ({ name }: Patient) => told.has(name) || tests.includes(`'${name}'`);
    const untold = ALL.filter((one) => !isAuthPatient(one) && !isTold(one));
    expect(untold.map((one) => one.name).filter((name) => name !== 'healthy')).toEqual([]);
  });
});

describe('the list of patients', () => {
  test('each is named like its file', async () => {
    const files = await readdir(path.join(import.meta.dirname, 'patients'));
    const stems = files
      .filter((file) => !file.includes('generated'))
      .map((file) => file.slice(0, -3));
    expect(ALL.map((one) => one.name).sort()).toEqual(stems.sort());
  });

  test('no number is given twice, and none from 1 to 138 is missing', () => {
    const numbers = ALL.flatMap(({ number }) => number ?? []);
    const twice = numbers.filter((one, at) => numbers.indexOf(one) !== at);
    const list = Array.from({ length: 138 }, (_, at) => at + 1);
    const missing = list.filter((one) => !numbers.includes(one));
    const beyond = numbers.filter((one) => !list.includes(one));
    expect({ twice, missing, beyond }).toEqual({ twice: [], missing: [], beyond: [] });
  });

  test('each says in one sentence what it breaks', () => {
    for (const one of ALL) expect(one.breaks).toMatch(/^[A-Za-z10][^.]*(\.[^ ]|[^.])*\.$/);
  });

  test('only those with nothing wrong expect nothing', () => {
    const well = ALL.filter((one) => one.expects.length === 0).map((one) => one.name);
    expect(well.sort()).toEqual([
      'authorize-asks-the-user',
      'event-stream-only',
      'healthy',
      'hostile-shell-characters',
      'network-byte-order-mark',
      'network-gzip',
      'network-http-1-0',
      'network-slow',
      'registration-cannot-be-deleted',
      'sign-in-with-password',
      'token-is-jwt',
    ]);
  });
});
