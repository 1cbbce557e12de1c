import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { openResponse, send } from './testing/send.ts';
import { META, PRM, PRM_ROOT } from './testing/wire-row.ts';

async function withPatient(
  name: string,
  work: (patient: RunningPatient) => Promise<void>,
): Promise<void> {
  const patient = await startPatient(name);
  try {
    await work(patient);
  } finally {
    await patient.close();
  }
}

test('hostile-changing names one server more with every reading', () =>
  withPatient('hostile-changing', async (patient) => {
    const lengths: number[] = [];
    for (const path of [PRM, PRM, PRM_ROOT]) {
      const { json } = await send(patient, patient.names.mcpOrigin + path);
      const servers = json?.authorization_servers;
      lengths.push(Array.isArray(servers) ? servers.length : 0);
      expect(servers).toHaveProperty('0', patient.names.authOrigin);
    }
    expect(lengths).toEqual([1, 2, 3]);
  }));

test('hostile-compression grows to a gigabyte of blanks from a megabyte', () =>
  withPatient('hostile-compression', async (patient) => {
    const response = await openResponse(patient, patient.names.mcpOrigin + PRM);
    let wire = 0;
    let size = 0;
    const unpack = createGunzip();
    response.on('data', (piece: Buffer) => (wire += piece.length));
    response.pipe(unpack).on('data', (piece: Buffer) => (size += piece.length));
    await once(unpack, 'end');
    expect(size).toBe(1_000_000_000);
    expect(wire).toBeLessThan(2_000_000);
  }));

test('hostile-drip sends its headers, a byte now and then, and no end', () =>
  withPatient('hostile-drip', async (patient) => {
    const response = await openResponse(patient, patient.names.authOrigin + META);
    response.on('error', () => undefined);
    await once(response, 'data');
    await once(response, 'data');
    expect(response.complete).toBe(false);
  }));
