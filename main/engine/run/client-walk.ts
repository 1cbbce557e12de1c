import { STEPS } from '../../contract/words.ts';
import { replayDiscovery, type Replay } from '../clients/replay/replay.ts';
import type { Client, DiscoveryPolicy } from '../model/client.ts';
import type { DocumentAttempt, Exchange, TargetEvidence } from '../model/evidence.ts';

/** From here on a run asks what the client asks, and no more. */
const BEHIND = STEPS.indexOf('registration');

/**
 * The exchanges of a run that tell the story of one client: of those on the way to the sign-in only
 * what that client asks itself, and everything behind.
 * @param evidence of the server that the exchanges went to; where the client gives up before it signs
 *   in, the story ends there
 */
export function clientWalk(
  evidence: TargetEvidence,
  { policy }: Pick<Client, 'policy'>,
  exchanges: readonly Exchange[],
): readonly Exchange[] {
  const replay = replayDiscovery(evidence, policy);
  if (replay === null) return exchanges;
  const documents = resourceDocuments(replay);
  const servers = serverDocuments(replay, policy);
  const ends = STEPS.indexOf(evidence.signIn?.trace?.neverStarted?.step ?? 'refresh');
  const reached = (step: (typeof STEPS)[number]) => STEPS.indexOf(step) <= ends;
  const own = new Map(
    [
      replay.contact,
      ...(reached('server-metadata') ? servers : []),
      ...(reached('resource-metadata') ? documents : []),
    ].map((one) => [one.id, one]),
  );
  return exchanges.flatMap((one) => own.get(one.id) ?? (isBehind(one) ? one : []));
}

const isBehind = ({ step }: Exchange): boolean => STEPS.indexOf(step) >= BEHIND;

/** One address is fetched once in a run, whatever for: here it is named for what this client wants of it. */
function resourceDocuments({ resourceTried }: Replay): readonly Exchange[] {
  const named = { purpose: 'protected resource metadata', step: 'resource-metadata' } as const;
  return resourceTried.flatMap((one) => one.exchanges).map((one) => ({ ...one, ...named }));
}

function serverDocuments(replay: Replay, policy: DiscoveryPolicy): readonly Exchange[] {
  const documents = serverAttempts(replay, policy).flatMap((one) => one.exchanges);
  const guessed = replay.metadata === null ? (replay.server?.guessed ?? null) : null;
  return [...documents, ...(guessed === null ? [] : [guessed])];
}

/** Up to the document that it takes, or the answer at which it stops. */
function serverAttempts(replay: Replay, policy: DiscoveryPolicy): readonly DocumentAttempt[] {
  const places: readonly string[] =
    replay.issuerFrom === 'origin' ? policy.originMetadataPlaces : policy.serverMetadataPlaces;
  const attempts = (replay.server?.attempts ?? []).filter(({ place }) => places.includes(place));
  const last = replay.metadata ?? replay.metadataStop;
  const at = last === null ? -1 : attempts.indexOf(last);
  return at < 0 ? attempts : attempts.slice(0, at + 1);
}
