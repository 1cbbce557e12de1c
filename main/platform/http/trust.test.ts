import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { authority, certificate } from '../testing/certificates.ts';
import { createHttpRig, get } from '../testing/http-rig.ts';
import { serveHttp, type TlsFiles } from '../testing/loopback-server.ts';
import { systemRoots } from './trust.ts';

const rig = createHttpRig();
afterEach(rig.clean);

let ca: TlsFiles;
let signed: TlsFiles;
beforeAll(async () => {
  ca = await authority();
  signed = await certificate({ ca });
});
const serve = () => rig.keep(serveHttp((_, response) => void response.end('trusted'), signed));
const TRUSTED = { response: { status: 200, body: 'trusted' } };

describe('E6: whom we trust', () => {
  test('an authority that nobody named is not trusted', async () => {
    const server = await serve();
    const outcome = await get(rig.open(server.origin), server.origin);
    expect(outcome).toMatchObject({ failure: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(server.requests).toEqual([]);
  });

  test('an authority that the user gives is, also among others and with text around it', async () => {
    const server = await serve();
    const bundle = `# ours\r\n${rootCertificates[0]}\n${ca.cert}\nend`;
    const session = rig.open(server.origin, {}, { ca: bundle });
    expect(await get(session, server.origin)).toMatchObject(TRUSTED);
  });

  test('an authority of the system is', async () => {
    const server = await serve();
    const session = rig.open(server.origin, { trust: { env: {}, system: () => [ca.cert] } });
    expect(await get(session, server.origin)).toMatchObject(TRUSTED);
  });

  test('an authority in the file of NODE_EXTRA_CA_CERTS is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unblank-'));
    try {
      const file = join(folder, 'extra.pem');
      await writeFile(file, ca.cert);
      const server = await serve();
      const trust = { env: { NODE_EXTRA_CA_CERTS: file }, system: () => [] };
      const session = rig.open(server.origin, { trust });
      expect(await get(session, server.origin)).toMatchObject(TRUSTED);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a file of NODE_EXTRA_CA_CERTS that is not there adds nothing and stops nothing', async () => {
    const server = await serve();
    const trust = { env: { NODE_EXTRA_CA_CERTS: join(tmpdir(), 'none.pem') }, system: () => [] };
    const outcome = await get(rig.open(server.origin, { trust }), server.origin);
    expect(outcome).toMatchObject({ failure: 'tls' });
  });

  test('NODE_TLS_REJECT_UNAUTHORIZED=0 does not turn verification off', async () => {
    const server = await serve();
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const outcome = await get(rig.open(server.origin), server.origin);
      expect(outcome).toMatchObject({ failure: 'tls' });
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
  });

  test.each(['', 'junk', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'a CA file without a certificate is told at once (%j)',
    (pem) => {
      expect(() => rig.open('https://mcp.example/', {}, { ca: pem })).toThrow(
        expect.objectContaining({ name: 'AppError', code: 'bad-option' }),
      );
    },
  );
});

test('the authorities of this system are PEM text, or none where Node cannot read them', () => {
  for (const pem of systemRoots()) expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----/u);
});
