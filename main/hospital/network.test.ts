import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { begin, openResponse, rpc, send } from './testing/send.ts';

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

describe('patients that are broken below HTTP', () => {
  test('network-refuses refuses the connection', () =>
    withPatient('network-refuses', async (patient) => {
      const sent = send(patient, patient.url, rpc('initialize'));
      await expect(sent).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      expect(patient.requests).toEqual([]);
    }));

  test.each([{}, { tls: true }])('network-resets resets the connection (%o)', async (options) => {
    const patient = await startPatient('network-resets', options);
    const sent = send(patient, patient.url, rpc('initialize'));
    await expect(sent).rejects.toMatchObject({ code: 'ECONNRESET', syscall: 'read' });
    expect(patient.requests).toEqual([{ method: 'POST', url: patient.url, status: 0 }]);
    await patient.close();
  });

  test('network-endless sends headers, then bytes, and no end', () =>
    withPatient('network-endless', async (patient) => {
      const response = await openResponse(patient, patient.url, rpc('initialize'));
      expect(response.statusCode).toBe(200);
      await once(response, 'data');
      await once(response, 'data');
      expect(response.complete).toBe(false);
      response.on('error', () => undefined);
    }));

  test('network-hangs takes the request and does not answer', async () => {
    const patient = await startPatient('network-hangs');
    const request = begin(patient, patient.url, rpc('initialize'));
    let answered = false;
    request.on('response', () => (answered = true));
    const ended = once(request, 'error');
    while (patient.requests.length === 0) await nextTurn();
    await patient.close();
    expect(await ended).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
    expect(answered).toBe(false);
  });

  test('network-slow gives the healthy answer after its delay', () =>
    withPatient('network-slow', async (patient) => {
      const started = performance.now();
      expect((await send(patient, patient.url, rpc('initialize'))).status).toBe(401);
      expect(performance.now() - started).toBeGreaterThan(98);
    }));

  test('network-huge-metadata serves ten megabytes of good JSON', () =>
    withPatient('network-huge-metadata', async (patient) => {
      const where = new URL('/.well-known/oauth-protected-resource/mcp', patient.url);
      const answer = await send(patient, where.href);
      expect(answer.body.length).toBeGreaterThan(10_000_000);
      expect(answer.json?.resource).toBe(patient.url);
    }));

  test('network-html-everywhere answers everything with a page', () =>
    withPatient('network-html-everywhere', async (patient) => {
      const { mcpOrigin, authOrigin, resource } = patient.names;
      const well = '/.well-known/oauth-authorization-server';
      for (const url of [resource, `${mcpOrigin}/x`, authOrigin + well]) {
        const answer = await send(patient, url, rpc('initialize'));
        expect([answer.status, answer.json]).toEqual([200, null]);
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      }
    }));

  test('servers-first-dead names a first server that refuses', () =>
    withPatient('servers-first-dead', async (patient) => {
      const sent = send(patient, patient.names.deadOrigin);
      await expect(sent).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }));
});
