import { isUrl } from '../../../contract/is-url.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';
import { isMade } from './attempts.ts';
import { statusOf } from '../../clients/replay/replay.ts';
import type { Send } from '../sender.ts';
import { jsonAnswer } from './json-answer.ts';

/** An id that was issued this long before we asked is somebody else's; clocks may differ that much. */
const OLDER_MS = 60 * 60 * 1000;

/**
 * Deletes what was registered, each by the address and token that came with it (RFC 7592 §2.3).
 * A client that we may share with others is left alone: an id that came back for different
 * registrations, or that was issued before this run.
 * @param attempts in the order in which they were made
 * @returns the same with what became of each
 */
export async function removeClients(
  attempts: readonly RegistrationAttempt[],
  send: Send,
): Promise<readonly RegistrationAttempt[]> {
  return Promise.all(
    attempts.map(async (attempt) => {
      if (!isMade(attempt)) return attempt;
      if (isShared(attempt, attempts)) return { ...attempt, removal: null };
      return { ...attempt, removal: await remove(attempt, send) };
    }),
  );
}

/** Is the client that came back one that others may be using? */
export function isShared(
  { clientId, json, exchange }: RegistrationAttempt,
  all: readonly RegistrationAttempt[],
): boolean {
  if (clientId !== null && all.filter((one) => one.clientId === clientId).length > 1) return true;
  const issued = json?.client_id_issued_at;
  return typeof issued === 'number' && issued * 1000 < exchange.startedAt - OLDER_MS;
}

async function remove(
  { exchange }: RegistrationAttempt,
  send: Send,
): Promise<RegistrationAttempt['removal']> {
  const { registration_client_uri: uri, registration_access_token: token } =
    jsonAnswer(exchange) ?? {};
  if (typeof uri !== 'string' || typeof token !== 'string') return 'not offered';
  if (!isOwnAddress(uri, exchange.request.url) || !/^[\x21-\x7e]+$/.test(token))
    return 'not offered';
  const status = statusOf(await deleteClient(uri, token, send));
  return status !== null && status >= 200 && status < 300 ? 'deleted' : 'refused';
}

/** @param uri an address of the origin that gave it, see `isOwnAddress` */
export function deleteClient(uri: string, token: string, send: Send): Promise<Exchange> {
  const headers = [['Authorization', `Bearer ${token}`]] as const;
  const request = { method: 'DELETE', url: uri, headers, body: null, namedBy: 'server' } as const;
  return send(request, 'registration', 'client deletion');
}

/**
 * SECURITY: D6, E2. The token goes only to the origin that gave it, over https or, like that origin,
 * on loopback.
 */
export function isOwnAddress(uri: string, endpoint: string): boolean {
  if (!isUrl(uri)) return false;
  const { origin, protocol, hostname } = new URL(uri);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return isSafe && origin === new URL(endpoint).origin;
}
