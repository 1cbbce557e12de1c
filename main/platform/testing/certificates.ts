import { generate } from 'selfsigned';
import type { TlsFiles } from './loopback-server.ts';

export interface CertificateWishes {
  /** DNS names; 127.0.0.1 is always in it unless `ip` is false. */
  readonly names?: readonly string[];
  readonly ip?: boolean;
  readonly expired?: boolean;
  /** Valid from tomorrow on. */
  readonly tooEarly?: boolean;
  readonly ca?: TlsFiles;
}

const DAY = 86_400_000;

/** A certificate of its own making at run time, self-signed or signed by `ca`; no key is stored. */
export async function certificate(wishes: CertificateWishes = {}): Promise<TlsFiles> {
  const { names = ['localhost'], ip = true, expired = false, tooEarly = false, ca } = wishes;
  const altNames = [
    ...names.map((value) => ({ type: 2 as const, value })),
    ...(ip ? [{ type: 7 as const, ip: '127.0.0.1' }] : []),
  ];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'test server' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() + (tooEarly ? DAY : -30 * DAY)),
    notAfterDate: new Date(Date.now() + (expired ? -DAY : 30 * DAY)),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames },
    ],
    ...(ca === undefined ? {} : { ca }),
  });
  return { key, cert };
}

/** A certificate authority to sign others with. */
export async function authority(): Promise<TlsFiles> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'test authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return { key, cert };
}
