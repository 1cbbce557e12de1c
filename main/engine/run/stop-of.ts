import type { Step } from '../../contract/words.ts';
import type { Replay } from '../clients/replay/replay.ts';
import type { StopRequest } from '../model/client.ts';
import type { DocumentAttempt } from '../model/evidence.ts';

/**
 * The request at which a client stops when a rule of this step stops it, as its replay has it.
 * @returns null for steps that are no request, and where no metadata names the endpoint
 */
export function stopOf(step: Step, replay: Replay): StopRequest | null {
  return STOPS[step]?.(replay) ?? null;
}

const STOPS: Partial<Record<Step, (replay: Replay) => StopRequest | null>> = {
  reach: ({ contact }) => lineOf(contact.request),
  challenge: ({ contact }) => lineOf(contact.request),
  'resource-metadata': ({ resource, resourceTried, contact }) =>
    lineOf(lastOf(resource ?? resourceTried.at(-1))?.request ?? contact.request),
  'server-metadata': ({ metadata, metadataStop, server, contact }) =>
    lineOf(lastOf(metadataStop ?? metadata ?? server?.attempts.at(-1))?.request ?? contact.request),
  registration: endpoint('POST', 'registration_endpoint'),
  authorize: endpoint('GET', 'authorization_endpoint'),
  token: endpoint('POST', 'token_endpoint'),
  refresh: endpoint('POST', 'token_endpoint'),
  call: ({ contact }) => lineOf(contact.request),
};

function lineOf({ method, url }: StopRequest): StopRequest {
  return { method, url };
}

function lastOf(attempt: DocumentAttempt | undefined) {
  return attempt?.exchanges.at(-1);
}

/** Without a registration endpoint a client stops at the metadata that does not name one. */
function endpoint(method: string, member: string) {
  return ({ metadata }: Replay): StopRequest | null => {
    const url = metadata?.json?.[member];
    if (typeof url === 'string') return { method, url };
    const read = lastOf(metadata ?? undefined);
    return read === undefined ? null : lineOf(read.request);
  };
}
