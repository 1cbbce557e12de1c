import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateFacts } from '../../engine/ports.ts';
import type { Trust } from './trust.ts';

/** Longest chain that is read; real ones have two to four. */
const LONGEST = 10;
/** `CN=a\nO=b` as OpenSSL writes a name; commas within a value are escaped. */
const PART = /^([A-Za-z0-9.]+)=(.*)$/u;

/** What a handshake showed, whether or not it was accepted afterwards. */
export interface Shown {
  readonly protocol: string | null;
  /** As it was sent, leaf first, and behind it what OpenSSL found in its own store. */
  readonly chain: readonly X509Certificate[];
}

export const NOTHING_SHOWN: Shown = { protocol: null, chain: [] };

/**
 * Reads protocol and certificates off a socket. Never throws: what cannot be read is left out.
 * Not with getPeerX509Certificate, which would tell what was sent and what not: on Node 20 it takes
 * the certificate out of the connection, and Node's own check of the name then finds none.
 */
export function shownBy(secured: TLSSocket): Shown {
  try {
    const chain = chainOf(secured.getPeerCertificate(true));
    return { protocol: secured.getProtocol(), chain };
  } catch {
    return NOTHING_SHOWN;
  }
}

/** Node lets a root be its own issuer there. */
function chainOf(leaf: DetailedPeerCertificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let [one, last]: (DetailedPeerCertificate | undefined)[] = [leaf, undefined];
  while (one?.raw !== undefined && one !== last && chain.length < LONGEST) {
    chain.push(new X509Certificate(one.raw));
    [one, last] = [one.issuerCertificate, one];
  }
  return chain;
}

/**
 * The certificates that a server sent, as facts. An authority that we hold ourselves is left out
 * behind the leaf: whether it was sent as well cannot be told, and makes no difference.
 */
export function sentFacts(
  chain: readonly X509Certificate[],
  holds: Trust['holds'],
): readonly CertificateFacts[] {
  return chain.filter((one, at) => at === 0 || !holds(one)).map(factsOf);
}

function factsOf(certificate: X509Certificate): CertificateFacts {
  const { subject, issuer, validFrom, validTo, subjectAltName } = certificate;
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    validFrom: Date.parse(validFrom),
    validTo: Date.parse(validTo),
    names: namesOf(subjectAltName ?? ''),
  };
}

/** `Let's Encrypt, R11`: organisation and common name, whichever there are, else the whole name. */
function nameOf(name: string | undefined): string {
  const parts = new Map(
    (name ?? '').split('\n').flatMap((line) => {
      const [, key, value] = PART.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
  const known = [parts.get('O'), parts.get('CN')].filter((one) => one !== undefined);
  return known.length > 0 ? known.join(', ') : (name ?? '').replace(/\n/gu, ', ');
}

/** `DNS:a.example, IP Address:127.0.0.1`; a name with a comma in it comes in quotation marks. */
function namesOf(text: string): readonly string[] {
  return text
    .split(/, (?=[A-Z][A-Za-z ]*:)/u)
    .map((one) => one.replace(/^(?:DNS|IP Address):/u, ''))
    .filter((one) => one !== '');
}
