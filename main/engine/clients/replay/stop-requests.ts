import { isUrl } from '../../../contract/is-url.ts';
import type { StopRequest } from '../../model/client.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';
import type { Replay } from './replay.ts';

/** The endpoints that a client can ask, with their members and the guess where there is no document. */
const ENDPOINTS = {
  register: { method: 'POST', member: 'registration_endpoint', path: '/register' },
  authorize: { method: 'GET', member: 'authorization_endpoint', path: '/authorize' },
  token: { method: 'POST', member: 'token_endpoint', path: '/token' },
} as const;
export type Endpoint = keyof typeof ENDPOINTS;

/** A request to an endpoint that a client guesses at the MCP origin. */
export function atMcpOrigin({ url }: Pick<Replay, 'url'>, endpoint: Endpoint): StopRequest {
  const { method, path } = ENDPOINTS[endpoint];
  return { method, url: new URL(url).origin + path };
}

/**
 * A request to an endpoint of the authorization server, as a client that has got this far sends it:
 * where the metadata says, or without any metadata guessed at the issuer's origin.
 * @returns null where the metadata names no such endpoint, or the issuer is no address
 */
export function endpointRequest(replay: Replay, endpoint: Endpoint): StopRequest | null {
  const { method, member, path } = ENDPOINTS[endpoint];
  if (replay.metadata !== null) {
    const url = replay.metadata.json?.[member];
    return typeof url === 'string' && isUrl(url) ? { method, url } : null;
  }
  const { issuer } = replay;
  if (issuer === null || !/^https?:/i.test(issuer) || !isUrl(issuer)) return null;
  return { method, url: new URL(issuer).origin + path };
}

/** The last request for the server metadata that the client takes or stops at. */
export function lastServerRead(replay: Replay): StopRequest | null {
  const { metadata, metadataStop, server } = replay;
  return lastOf(metadataStop ?? metadata ?? server?.attempts.at(-1));
}

/** The last request for the resource metadata. */
export function lastResourceRead({ resource, resourceTried }: Replay): StopRequest | null {
  return lastOf(resource ?? resourceTried.at(-1));
}

/** The first line of a recorded request. */
export function lineOf({ method, url }: StopRequest): StopRequest {
  return { method, url };
}

function lastOf(attempt: DocumentAttempt | undefined): StopRequest | null {
  const last = attempt?.exchanges.at(-1);
  return last === undefined ? null : lineOf(last.request);
}
