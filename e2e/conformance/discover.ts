import type { DiscoveryPolicy } from '../../main/engine/model/client.ts';
import {
  NOTHING_GATHERED,
  type AuthorizationServerEvidence,
  type DocumentAttempt,
  type Exchange,
  type TargetEvidence,
} from '../../main/engine/model/evidence.ts';
import { replayDiscovery, type Replay } from '../../main/engine/clients/replay/replay.ts';
import {
  resourceMetadataAddresses,
  serverMetadataAddresses,
  type Address,
} from '../../main/engine/probe/addresses.ts';
import { createDocumentFetcher } from '../../main/engine/probe/document-fetcher.ts';
import type { Send } from '../../main/engine/probe/sender.ts';

/**
 * A client that follows the specification: every address in its order, and the next one whatever the
 * one before answered; no guessing.
 */
const STRICT_POLICY: DiscoveryPolicy = {
  namedMetadata: 'only',
  challenge: 'parsed',
  documents: 'strict',
  dropsOtherResource: false,
  withoutResourceMetadata: 'stop',
  serverMetadataPlaces: ['oauth', 'oidc', 'oidc-appended'],
  originMetadataPlaces: [],
  badResource: 'next',
  badMetadata: 'next',
  serverError: 'next',
  withoutServerMetadata: 'guess-there',
};

/**
 * Discovery, live and lazy: the replay that judges recorded evidence says how far a client comes with
 * what it has seen, and one more address is asked until it needs none.
 * @param refused the answer with the challenge
 */
export async function discover(url: string, refused: Exchange, send: Send): Promise<Replay> {
  const fetchDocument = createDocumentFetcher(send);
  const first = { legacy: refused, modern: refused, stream: refused };
  let seen: TargetEvidence = { url, entries: [], ...NOTHING_GATHERED, first };
  for (;;) {
    const replay = replayDiscovery(seen, STRICT_POLICY)!;
    const next = nextAddress(replay);
    if (next === null) return replay;
    const purpose =
      next.step === 'resource-metadata'
        ? 'protected resource metadata'
        : 'authorization server metadata';
    const attempt = await fetchDocument(next.address, { step: next.step, purpose }, 'server');
    seen = next.add(seen, attempt);
  }
}

interface Next {
  readonly step: 'resource-metadata' | 'server-metadata';
  readonly address: Address;
  readonly add: (seen: TargetEvidence, attempt: DocumentAttempt) => TargetEvidence;
}

/** The address that this client asks now, or null where it has what it needs or nothing is left. */
function nextAddress(replay: Replay): Next | null {
  if (replay.resource === null) return nextOfResource(replay);
  if (replay.metadata !== null || replay.issuer === null) return null;
  return nextOfServer(replay, replay.issuer);
}

function nextOfResource({ url, metadataUrl, evidence }: Replay): Next | null {
  const attempts = evidence.resourceMetadata ?? [];
  const named: Address[] = metadataUrl === null ? [] : [{ place: 'header', url: metadataUrl }];
  const addresses = metadataUrl === null ? resourceMetadataAddresses(url) : named;
  const address = addresses[attempts.length];
  if (address === undefined) return null;
  const add = (seen: TargetEvidence, attempt: DocumentAttempt) => ({
    ...seen,
    resourceMetadata: [...attempts, { ...attempt, url: new URL(attempt.url).href }],
  });
  return { step: 'resource-metadata', address, add };
}

function nextOfServer({ server }: Replay, issuer: string): Next | null {
  const attempts = server?.attempts ?? [];
  const address = serverMetadataAddresses(issuer).filter(isAsked)[attempts.length];
  if (address === undefined) return null;
  const add = (seen: TargetEvidence, attempt: DocumentAttempt) => ({
    ...seen,
    authorizationServers: [serverWith(issuer, [...attempts, attempt])],
  });
  return { step: 'server-metadata', address, add };
}

function isAsked({ place }: Address): boolean {
  return STRICT_POLICY.serverMetadataPlaces.some((one) => one === place);
}

function serverWith(
  issuer: string,
  attempts: readonly DocumentAttempt[],
): AuthorizationServerEvidence {
  return { issuer, namedBy: [], attempts, guessed: null, endpoints: null };
}
