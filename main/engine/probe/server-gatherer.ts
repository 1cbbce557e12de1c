import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import { retiredPathAddress, serverMetadataAddresses } from './addresses.ts';
import type { FetchDocument } from './document-fetcher.ts';
import { isAskable } from './is-askable.ts';

const SERVER = { step: 'server-metadata', purpose: 'authorization server metadata' } as const;
/** At most this many authorization servers of one document are asked. */
const SERVERS = 4;

type NamedBy = AuthorizationServerEvidence['namedBy'][number];
type Party = 'user' | 'server';
interface Known {
  readonly namedBy: NamedBy[];
  readonly attempts: Promise<DocumentAttempt[]>;
}

/** Collects authorization servers as documents name them, and asks each one at once, but only once. */
export class ServerGatherer {
  readonly #known = new Map<string, Known>();
  readonly #fetch: FetchDocument;

  constructor(fetch: FetchDocument) {
    this.#fetch = fetch;
  }

  /** The MCP origin as its own authorization server: the rule of 2025-03-26 (PR-24, F29). */
  addOrigin(url: string): void {
    const issuer = `${new URL(url).origin}/`;
    const retired = retiredPathAddress(url);
    const extra = retired === null ? [] : [this.#fetch(retired, SERVER, 'user')];
    this.#add(issuer, { place: 'origin', index: 0 }, 'user', extra);
  }

  /** Every server that a resource metadata document names, entry 0 and the ones behind it (PR-15). */
  addNamedIn(attempt: DocumentAttempt): void {
    const listed = attempt.json?.authorization_servers;
    if (!Array.isArray(listed)) return;
    for (const [index, issuer] of listed.slice(0, SERVERS).entries())
      if (typeof issuer === 'string') this.#add(issuer, { place: attempt.place, index }, 'server');
  }

  /** What all of them said. */
  all(): Promise<Omit<AuthorizationServerEvidence, 'guessed' | 'endpoints'>[]> {
    const known = [...this.#known].map(async ([issuer, { namedBy, attempts }]) => ({
      issuer,
      namedBy,
      attempts: await attempts,
    }));
    return Promise.all(known);
  }

  #add(
    issuer: string,
    namedBy: NamedBy,
    by: Party,
    extra: readonly Promise<DocumentAttempt>[] = [],
  ): void {
    const known = this.#known.get(issuer);
    if (known) return void known.namedBy.push(namedBy);
    const addresses = isAskable(issuer) ? serverMetadataAddresses(issuer) : [];
    const started = addresses.map((address) => this.#fetch(address, SERVER, by));
    const attempts = Promise.all([...started, ...extra]);
    this.#known.set(issuer, { namedBy: [namedBy], attempts });
  }
}
