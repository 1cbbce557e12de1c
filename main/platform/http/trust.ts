import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { AppError } from '../../contract/errors.ts';
import { createVouching, type Roots, type Vouching } from './vouching.ts';

/** Where Linux systems and macOS keep their authorities as one file; the first that is there. */
const SYSTEM_BUNDLES: readonly string[] = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu;

/** What decides whom we trust on this machine; a test gives its own. */
export interface TrustSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The system's own authorities as PEM text; empty where Node cannot read them. */
  readonly system: () => readonly string[];
}

/** Whom one session trusts. */
export interface Trust extends Vouching {
  readonly context: tls.SecureContext;
}
/** Trusts this machine's authorities and the one given. */
export type TrustOf = (ca: string | null) => Trust;

/**
 * Trust as a careful client of this machine has it: Node's bundled roots, the system's, the file
 * that NODE_EXTRA_CA_CERTS names (read here, since the fuse that stops NODE_OPTIONS in a packaged
 * app stops it too), and what the user gave with --cacert. Verification is never turned off.
 * @returns a function; what the machine trusts is read once, on first use
 * Rule: safety E6, C9.
 */
export function createTrust(sources: TrustSources): TrustOf {
  let machine: Roots | null = null;
  let plain: Trust | null = null;
  return (ca) => {
    machine ??= machineRoots(sources);
    if (ca === null) return (plain ??= trustIn(machine));
    return trustIn({ ...machine, added: [...machine.added, ...certificatesIn(ca)] });
  };
}

/**
 * Checks PEM text that the user gave.
 * @throws AppError bad-option where it holds no readable certificate
 */
export function requireCertificates(pem: string): void {
  if (certificatesIn(pem).some(readable)) return;
  throw new AppError('bad-option', { reason: 'The CA file holds no certificate in PEM form.' });
}

/** The system's authorities: through Node where it can (22.15 and later), else from its bundle. */
export function systemRoots(): readonly string[] {
  const source: object = tls;
  if ('getCACertificates' in source && typeof source.getCACertificates === 'function') {
    const roots: unknown = source.getCACertificates('system');
    if (Array.isArray(roots)) return roots.filter((root) => typeof root === 'string');
  }
  return certificatesIn(SYSTEM_BUNDLES.map(textOf).find((text) => text !== '') ?? '');
}

function machineRoots({ env, system }: TrustSources): Roots {
  const extra = env.NODE_EXTRA_CA_CERTS ?? '';
  return {
    bundled: tls.rootCertificates,
    system: system(),
    added: certificatesIn(textOf(extra)),
  };
}

function trustIn(roots: Roots): Trust {
  const all = [...roots.bundled, ...roots.system, ...roots.added];
  const ca = [...new Map(all.map((pem) => [pem.replace(/\s/gu, ''), pem])).values()];
  // SECURITY: E6
  const context = tls.createSecureContext({ ca, minVersion: 'TLSv1.2' });
  return { context, ...createVouching(roots) };
}

function certificatesIn(pem: string): readonly string[] {
  return pem.match(PEM_BLOCK) ?? [];
}

function readable(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== '';
  } catch {
    return false;
  }
}

/** A file that cannot be read adds no trust, as in Node itself; it is not a reason to stop. */
function textOf(path: string): string {
  try {
    return path === '' ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
