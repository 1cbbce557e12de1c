import type { Client } from '../../model/client.ts';
import type { RegistrationEvidence } from '../../model/evidence.ts';
import type { ServerEvidence } from '../gather-server.ts';
import type { Send } from '../sender.ts';

/** Registers as each client would, and opens the sign-in page; only with the user's consent. */
export function gatherRegistration(
  _url: string,
  _server: ServerEvidence,
  _clients: readonly Client[],
  _send: Send,
): Promise<RegistrationEvidence | null> {
  return Promise.resolve(null);
}
