import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { send } from './testing/send.ts';

describe('a certificate for a patient', () => {
  let patient: RunningPatient;
  beforeAll(async () => {
    patient = await startPatient('healthy', { tls: true, host: 'mcp.acme.example' });
  });
  afterAll(() => patient.close());

  test('is accepted by who trusts the returned authority', async () => {
    expect((await send(patient, patient.url)).status).toBe(401);
  });

  test('is refused by who trusts the authorities of the world', async () => {
    await expect(send({ ...patient, ca: null }, patient.url)).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });

  test('is refused by who trusts the authority of another patient', async () => {
    const { ca } = await makeCertificate(['mcp.acme.example']);
    await expect(send(patient, patient.url, { ca })).rejects.toMatchObject({
      code: expect.stringMatching(/SIGNATURE|ISSUER/) as string,
    });
  });

  test('is refused for a host that is not its own', async () => {
    const connectTo = patient.connectTo.map((route) => route.replace(/^mcp\.acme/, 'mcp.other'));
    const elsewhere = send({ ...patient, connectTo }, 'https://mcp.other.example/mcp');
    await expect(elsewhere).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });
});

test('the authority signs certificates and the leaf cannot', async () => {
  const { ca, cert } = await makeCertificate(['127.0.0.1', 'localhost']);
  const [authority, leaf] = [new X509Certificate(ca), new X509Certificate(cert)];
  expect(authority.ca).toBe(true);
  expect(leaf.ca).toBe(false);
  expect(leaf.verify(authority.publicKey)).toBe(true);
  expect(leaf.subjectAltName).toBe('IP Address:127.0.0.1, DNS:localhost');
});

test('two certificates share nothing', async () => {
  const [one, two] = await Promise.all([
    makeCertificate(['a.example']),
    makeCertificate(['a.example']),
  ]);
  expect(one.ca).not.toBe(two.ca);
  expect(one.key).not.toBe(two.key);
});
