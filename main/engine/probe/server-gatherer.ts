import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import { retiredPathAddress, serverMetadataAddresses } from './addresses.ts';
import type { FetchDocument } from './document-fetcher.ts';
import { guessedEndpointRequest } from './requests.ts';
import type { Send } from './sender.ts';

const SERVER = { step: 'server-metadata', purpose: 'authorization server metadata' } as const;
/** At most this many authorization servers of one document are asked. */
const SERVERS = 4;

type NamedBy = AuthorizationServerEvidence['namedBy'][number];
type Party = 'user' | 'server';
interface Known {
  readonly namedBy: NamedBy[];
  readonly evidence: Promise<Omit<AuthorizationServerEvidence, 'namedBy'>>;
}

/** Collects authorization servers as documents name them, and asks each one at once, but only once. */
export class ServerGatherer {
  readonly #known = new Map<string, Known>();
  readonly #fetch: FetchDocument;
  readonly #send: Send;

  constructor(fetch: FetchDocument, send: Send) {
    this.#fetch = fetch;
    this.#send = send;
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
  all(): Promise<AuthorizationServerEvidence[]> {
    return Promise.all(
      [...this.#known.values()].map(async ({ namedBy, evidence }) => ({
        ...(await evidence),
        namedBy,
      })),
    );
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
    const attempts = addresses.map((address) => this.#fetch(address, SERVER, by));
    const evidence = this.#complete(issuer, Promise.all([...attempts, ...extra]), by);
    this.#known.set(issuer, { namedBy: [namedBy], evidence });
  }

  /** Where no address gave a document, clients guess; one GET tells whether there is anything. */
  async #complete(issuer: string, started: Promise<DocumentAttempt[]>, by: Party) {
    const attempts = await started;
    const found = attempts.some((one) => one.json !== null && one.place !== 'oauth-path');
    const guessed =
      !found && isAskable(issuer)
        ? await this.#send(guessedEndpointRequest(issuer, by), SERVER.step, 'guessed endpoint')
        : null;
    return { issuer, attempts, guessed };
  }
}

/** SECURITY: D6. Other schemes have no origin: an address made of one would be no URL at all. */
function isAskable(issuer: string): boolean {
  return URL.canParse(issuer) && /^https?:$/.test(new URL(issuer).protocol);
}
