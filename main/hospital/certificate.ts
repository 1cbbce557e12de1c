import { isIP } from 'node:net';
import type { SelfsignedOptions } from 'selfsigned';

export interface Certificate {
  /** PEM of the authority to trust; its key is thrown away at once. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** What can be wrong with a certificate. */
export type Flaw = 'expired' | 'self-signed' | 'other host' | 'missing intermediate';

/** It begins two hours back, so that a machine whose clock lags accepts it too, and lasts a week. */
const HOUR_MS = 3_600_000;
const LIFE_MS = 7 * 24 * HOUR_MS;

/** The names of the certificate that is made for another host. */
const OTHER_HOSTS = ['other.acme.example'];

/**
 * A certificate for some hosts, signed by an authority that is made for it and used once. Made at
 * run time and held in memory only: nothing certificate-like lies in the repository or on disk.
 * @param hosts DNS names or addresses
 * @param flaw what is wrong with it; nothing where it is left out
 */
export async function makeCertificate(
  hosts: readonly string[],
  flaw: Flaw | null = null,
): Promise<Certificate> {
  const ca = await authority('Unblank hospital CA');
  const between =
    flaw === 'missing intermediate' ? await authority('Unblank hospital intermediate CA', ca) : ca;
  const signedBy = flaw === 'self-signed' ? null : between;
  const named = flaw === 'other host' ? OTHER_HOSTS : hosts;
  const { cert, key } = await make('Unblank hospital', signedBy, {
    ...validity(flaw === 'expired' ? -HOUR_MS : LIFE_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: named.map(altName) },
    ],
  });
  return { ca: ca.cert, cert, key };
}

interface Pair {
  readonly cert: string;
  readonly key: string;
}

function authority(name: string, signedBy: Pair | null = null): Promise<Pair> {
  return make(name, signedBy, {
    ...validity(LIFE_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

async function make(
  name: string,
  signedBy: Pair | null,
  options: SelfsignedOptions,
): Promise<Pair> {
  // Loaded only where TLS is asked for: it takes longer than all the rest of a start.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...options,
    ...(signedBy === null ? {} : { ca: signedBy }),
  });
  return { cert: made.cert, key: made.private };
}

/** @param lifeMs until it ends; below zero where it has ended */
function validity(lifeMs: number): Pick<SelfsignedOptions, 'notBeforeDate' | 'notAfterDate'> {
  const now = Date.now();
  return { notBeforeDate: new Date(now - 2 * HOUR_MS), notAfterDate: new Date(now + lifeMs) };
}

/** Type 2 is a DNS name and 7 an address (RFC 5280 §4.2.1.6). */
function altName(host: string): { type: 2; value: string } | { type: 7; ip: string } {
  return isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host };
}
