import type { Step } from '../../contract/words.ts';
import type { Replay } from '../clients/replay/replay.ts';
import {
  endpointRequest,
  lastResourceRead,
  lastServerRead,
  lineOf,
  type Endpoint,
} from '../clients/replay/stop-requests.ts';
import type { StopRequest } from '../model/client.ts';

/**
 * The last request that a client makes before it gives up, when a rule of this step stops it: what
 * stands last in the log of the server, and what a real client is compared by. A rule whose client
 * goes on for a while (it reads further documents, or registers first) says so itself (RuleHit).
 * @returns null for steps that are no request
 */
export function stopOf(step: Step, replay: Replay): StopRequest | null {
  return STOPS[step]?.(replay) ?? null;
}

const contact = ({ contact: { request } }: Replay) => lineOf(request);

const STOPS: Partial<Record<Step, (replay: Replay) => StopRequest | null>> = {
  reach: contact,
  challenge: contact,
  'resource-metadata': (replay) => lastResourceRead(replay) ?? contact(replay),
  'server-metadata': (replay) => {
    // Without any document the endpoints are guessed, and registration is the first of them.
    const guesses = replay.metadata === null && replay.metadataStop === null;
    const guess = guesses ? endpointRequest(replay, 'register') : null;
    return guess ?? lastServerRead(replay) ?? contact(replay);
  },
  // Without a registration endpoint a client stops at the metadata that does not name one.
  registration: endpoint('register'),
  authorize: endpoint('authorize'),
  // What comes back to the client is the answer to the authorization request.
  callback: endpoint('authorize'),
  token: ({ evidence, ...replay }) =>
    evidence.signIn?.token
      ? lineOf(evidence.signIn.token.request)
      : endpoint('token')({ evidence, ...replay }),
  refresh: endpoint('token'),
  call: (replay) => lineOf((replay.evidence.signIn?.call ?? replay.contact).request),
};

function endpoint(name: Endpoint) {
  return (replay: Replay) => endpointRequest(replay, name) ?? lastServerRead(replay);
}
