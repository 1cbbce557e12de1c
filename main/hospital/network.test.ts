import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';
import { META, PRM } from './testing/wire-row.ts';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { begin, openResponse, rpc, send } from './testing/send.ts';
import { signedIn } from './testing/sign-in.ts';

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

describe('patients whose TLS is broken', () => {
  test.each([
    ['network-certificate-expired', 'CERT_HAS_EXPIRED'],
    ['network-certificate-self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['network-certificate-other-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['network-certificate-incomplete', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['network-old-tls', 'EPROTO'],
  ])('%s is refused as %s', (name, code) =>
    withPatient(name, async (patient) => {
      await expect(send(patient, patient.url, rpc('initialize'))).rejects.toMatchObject({ code });
      expect(patient.requests).toEqual([]);
    }),
  );

  test('with the intermediate certificate at hand nothing else is wrong', async () => {
    const made = await makeCertificate(['a.example'], 'missing intermediate');
    const [root, leaf] = [new X509Certificate(made.ca), new X509Certificate(made.cert)];
    expect(leaf.verify(root.publicKey)).toBe(false);
    expect(leaf.issuer).not.toBe(root.subject);
    expect(leaf.issuer).toContain('intermediate');
  });
});

test('network-ipv6-only has a sign-in server at ::1 and nowhere else', async (context) => {
  const started = startPatient('network-ipv6-only');
  const refusal = await started.then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code ?? 'no code',
  );
  if (refusal === 'EADDRNOTAVAIL' || refusal === 'EAFNOSUPPORT') {
    return context.skip('This machine has no IPv6 loopback address.');
  }
  const patient = await started;
  try {
    const { authOrigin, mcpOrigin } = patient.names;
    expect(authOrigin).toMatch(/^http:\/\/\[::1\]:\d+$/);
    const { json } = await send(patient, mcpOrigin + PRM);
    expect(json?.authorization_servers).toEqual([authOrigin]);
    expect((await send(patient, authOrigin + META)).json?.issuer).toBe(authOrigin);
    const overIpv4 = send(patient, authOrigin.replace('[::1]', '127.0.0.1') + META);
    await expect(overIpv4).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  } finally {
    await patient.close();
  }
});

test('network-sign-in-hangs answers at the MCP server and not at the other one', async () => {
  const patient = await startPatient('network-sign-in-hangs');
  expect((await send(patient, patient.url, rpc('initialize'))).status).toBe(401);
  const request = begin(patient, patient.names.authOrigin + META);
  let answered = false;
  request.on('response', () => (answered = true));
  const ended = once(request, 'error');
  while (patient.requests.length < 2) await nextTurn();
  await patient.close();
  expect(await ended).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
  expect(answered).toBe(false);
});

describe('patients that are odd and well', () => {
  test('network-gzip sends both documents compressed and in pieces to who takes that', () =>
    withPatient('network-gzip', async (patient) => {
      const { mcpOrigin, authOrigin } = patient.names;
      for (const url of [mcpOrigin + PRM, authOrigin + META]) {
        const plain = await send(patient, url);
        expect(plain.json).not.toBeNull();
        const response = await openResponse(patient, url, {
          headers: { 'accept-encoding': 'gzip, br' },
        });
        expect(response.headers).toMatchObject({
          'content-encoding': 'gzip',
          'transfer-encoding': 'chunked',
        });
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        await once(response, 'end');
        expect(pieces.length).toBeGreaterThan(1);
        expect(gunzipSync(Buffer.concat(pieces)).toString('utf8')).toBe(plain.body);
      }
    }));

  test('network-byte-order-mark begins both documents with the mark', () =>
    withPatient('network-byte-order-mark', async (patient) => {
      const { mcpOrigin, authOrigin } = patient.names;
      for (const url of [mcpOrigin + PRM, authOrigin + META]) {
        const { body } = await send(patient, url);
        expect(body.startsWith('\ufeff{')).toBe(true);
        expect(JSON.parse(body.slice(1))).toBeTypeOf('object');
      }
    }));

  test.each([{}, { tls: true }])(
    'network-http-1-0 answers 401 in HTTP/1.0 (%o)',
    async (options) => {
      const patient = await startPatient('network-http-1-0', options);
      const response = await openResponse(patient, patient.url, rpc('initialize'));
      const { statusCode, httpVersion, headers } = response;
      expect([statusCode, httpVersion]).toEqual([401, '1.0']);
      expect(headers['www-authenticate']).toContain('resource_metadata=');
      response.resume();
      await once(response, 'end');
      expect(response.complete).toBe(true);
      const { tokens } = await signedIn(patient);
      expect(tokens.token_type).toBe('Bearer');
      await patient.close();
    },
  );
});
