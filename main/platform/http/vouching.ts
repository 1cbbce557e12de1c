import { X509Certificate } from 'node:crypto';
import type { TlsFacts } from '../../engine/ports.ts';

type Source = NonNullable<TlsFacts['trustedBy']>;
/** Authorities by where they come from, as PEM text. */
export type Roots = Readonly<Record<Source, readonly string[]>>;

/** In this order: what everybody's Node brings along counts before what only this machine has. */
const SOURCES = ['bundled', 'system', 'added'] as const;

/** Tells whose authorities certificates belong to. */
export interface Vouching {
  /**
   * Whose authority a verified chain ends at.
   * @param chain the certificates of the handshake, also those that OpenSSL added from its store
   * @returns the first source that holds one of them; where a chain goes on past the root that was
   *   used (cross-signed roots), the first source that issued one of them; null for neither
   */
  readonly vouchedBy: (chain: readonly X509Certificate[]) => TlsFacts['trustedBy'];
  /** Is this certificate itself one of our authorities? */
  readonly holds: (certificate: X509Certificate) => boolean;
}

/** @param roots PEM text; read when the first certificate is asked about */
export function createVouching(roots: Roots): Vouching {
  let read: ReadonlyMap<Source, ReadonlySet<string>> | null = null;
  const has = (source: Source, { raw }: X509Certificate): boolean => {
    read ??= new Map(SOURCES.map((one) => [one, new Set(roots[one].map(derOf))]));
    return read.get(source)!.has(raw.toString('base64'));
  };
  return {
    holds: (certificate) => SOURCES.some((source) => has(source, certificate)),
    vouchedBy: (chain) =>
      SOURCES.find((source) => chain.some((one) => has(source, one))) ??
      SOURCES.find((source) => roots[source].some((pem) => issuedAny(pem, chain))) ??
      null,
  };
}

function derOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/gu, '');
}

function issuedAny(pem: string, chain: readonly X509Certificate[]): boolean {
  try {
    const root = new X509Certificate(pem);
    return chain.some((one) => one.checkIssued(root) && one.verify(root.publicKey));
  } catch {
    return false;
  }
}
