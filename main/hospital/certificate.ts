export interface Certificate {
  /** PEM of the authority that signed it; its key is thrown away at once. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** An hour back, so that a machine whose clock lags accepts it too; a week in all. */
const BACK_MS = 3_600_000;
const LIFE_MS = 7 * 24 * 3_600_000;

/**
 * A certificate for some hosts, signed by an authority that is made for it and used once. Made at
 * run time and held in memory only: nothing certificate-like lies in the repository or on disk.
 * @param hosts DNS names or IPv4 addresses
 */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  // Loaded only where TLS is asked for: it takes longer than all the rest of a start.
  const { generate } = await import('selfsigned');
  const shared = { keyType: 'ec', algorithm: 'sha256', ...validity() } as const;
  const ca = await generate([{ name: 'commonName', value: 'Unblank hospital CA' }], {
    ...shared,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'Unblank hospital' }], {
    ...shared,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map(altName) },
    ],
  });
  return { ca: ca.cert, cert: leaf.cert, key: leaf.private };
}

function validity(): { readonly notBeforeDate: Date; readonly notAfterDate: Date } {
  const start = Date.now() - BACK_MS;
  return { notBeforeDate: new Date(start), notAfterDate: new Date(start + LIFE_MS) };
}

/** Type 2 is a DNS name and 7 an address (RFC 5280 §4.2.1.6). */
function altName(host: string): { type: 2; value: string } | { type: 7; ip: string } {
  return /^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host };
}
