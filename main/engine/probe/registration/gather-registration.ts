import { CLIENT_IDS } from '../../../contract/words.ts';
import type { Client } from '../../model/client.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type {
  RegistrationAttempt,
  RegistrationEvidence,
} from '../../model/registration-evidence.ts';
import { serverDocument } from '../../modes/evidence/server-document.ts';
import { serverInUse } from '../../modes/evidence/server-in-use.ts';
import { asksForSignIn } from '../challenge-of.ts';
import type { ServerEvidence } from '../gather-server.ts';
import { isAskable } from '../is-askable.ts';
import type { Send } from '../sender.ts';
import { openAuthorize } from './open-authorize.ts';
import { registerClients, type Registering } from './register-clients.ts';
import { Registrar } from './registrar.ts';
import { namedResource, registrationScope, resolvedScope } from './registration-scope.ts';
import { removeClients } from './remove-clients.ts';

/**
 * Registers as each client would, opens the sign-in page without signing in, and deletes what was
 * registered. Called only with the user's consent (safety E9).
 * @param clients those that are judged; the newest version of each that is known to register
 * @returns what was tried; nothing where no sign-in is asked for, or no metadata says where
 * @see spec-requirements 1.4 and 1.9; RFC 7591, RFC 7592
 */
export async function gatherRegistration(
  url: string,
  server: ServerEvidence,
  clients: readonly Client[],
  send: Send,
): Promise<RegistrationEvidence | null> {
  const inUse = serverInUse({ url, ...server });
  const document = asksForSignIn(server.first) ? (serverDocument(inUse)?.json ?? null) : null;
  const issuer = inUse?.issuer ?? `${new URL(url).origin}/`;
  if (document === null) return { issuer, attempts: [], authorize: [] };
  const registering = registeringOf(clients);
  const attempts = await registerAt(document, bodiesOf(registering, server, document), send);
  let removed: readonly RegistrationAttempt[] = [];
  try {
    const asked = { resource: namedResource(server), scope: resolvedScope(server) };
    const known = { url, document, issuer, attempts, clients: registering, ...asked, send };
    const authorize = await openAuthorize(known);
    removed = await removeClients(attempts, send);
    return { issuer, attempts: removed, authorize };
  } finally {
    // Whatever fell over on the way: what we made goes.
    if (removed.length < attempts.length) await removeClients(attempts, send);
  }
}

/** One of each; those whose body is a guess last, where a limit may be met before them. */
function registeringOf(clients: readonly Client[]): readonly Client[] {
  const one = CLIENT_IDS.flatMap((id) => {
    const found = clients.find((each) => each.id === id && each.isNewest && each.registers);
    return found ?? [];
  });
  const isGuess = ({ registers }: Client) => Number(registers?.basis === 'inferred');
  return one.toSorted((first, second) => isGuess(first) - isGuess(second));
}

function bodiesOf(
  clients: readonly Client[],
  server: ServerEvidence,
  document: JsonObject,
): readonly Registering[] {
  return clients.flatMap(({ id, registers }) => {
    if (registers === null) return [];
    const scope = registrationScope(id, server, document);
    return { as: id, body: { ...registers.body, ...(scope === null ? {} : { scope }) } };
  });
}

// SECURITY: D6. Only an http(s) address is asked; which ones, the request port decides (E2).
async function registerAt(
  { registration_endpoint: endpoint }: JsonObject,
  bodies: readonly Registering[],
  send: Send,
): Promise<readonly RegistrationAttempt[]> {
  if (typeof endpoint !== 'string' || !isAskable(endpoint)) return [];
  const registrar = new Registrar(endpoint, send);
  await registerClients(bodies, registrar);
  return registrar.attempts;
}
