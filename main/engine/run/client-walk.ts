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
  const last = STEPS.indexOf(evidence.signIn?.trace?.neverStarted?.step ?? 'refresh');
  const asked = askedIn(replay, policy).filter(
    (one) => one === replay.contact || STEPS.indexOf(one.step) <= last,
  );
  const own = new Set(asked.map(({ id }) => id));
  return exchanges.filter(({ id, step }) => own.has(id) || STEPS.indexOf(step) >= BEHIND);
}

function askedIn(replay: Replay, policy: DiscoveryPolicy): readonly Exchange[] {
  const attempts = [...replay.resourceTried, ...serverAttempts(replay, policy)];
  const guessed = replay.metadata === null ? (replay.server?.guessed ?? null) : null;
  const documents = attempts.flatMap((one) => one.exchanges);
  return [replay.contact, ...documents, ...(guessed === null ? [] : [guessed])];
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
