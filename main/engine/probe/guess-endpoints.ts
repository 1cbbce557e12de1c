import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  DocumentPlace,
} from '../model/evidence.ts';
import { isAskable } from './is-askable.ts';
import { guessedEndpointRequest } from './requests.ts';
import type { Send } from './sender.ts';
import { askEndpoints } from './server-endpoints.ts';

/**
 * Where a server that a client goes to gave no document, clients guess; one GET of the guessed
 * /authorize tells whether there is anything. Where it gave one, its endpoints are asked what costs
 * nothing. Servers that no client would go to are left alone.
 * @returns the servers, each with the exchange of the guess or null, and of its endpoints
 * @see AS-27, F30; reference-clients 2.1 steps 4 and 5
 */
export function guessEndpoints(
  servers: readonly Server[],
  resourceMetadata: readonly DocumentAttempt[],
  send: Send,
): Promise<AuthorizationServerEvidence[]> {
  return Promise.all(
    servers.map(async (server) => ({
      ...server,
      guessed: isGuessedFor(server, resourceMetadata) ? await guess(server, send) : null,
      endpoints: isUsed(server, resourceMetadata) ? await askEndpoints(server, send) : null,
    })),
  );
}

/** Addresses at which no client looks today. */
const BESIDE: readonly DocumentPlace[] = ['oauth-path', 'oauth-root'];

type Server = Omit<AuthorizationServerEvidence, 'guessed' | 'endpoints'>;

function guess({ issuer, namedBy }: Server, send: Send) {
  const by = namedBy.some((one) => one.place === 'origin') ? 'user' : 'server';
  return send(guessedEndpointRequest(issuer, by), 'server-metadata', 'guessed endpoint');
}

function isGuessedFor(server: Server, resourceMetadata: readonly DocumentAttempt[]): boolean {
  const hasDocument = server.attempts.some(({ json, place }) => json && !BESIDE.includes(place));
  return !hasDocument && isAskable(server.issuer) && isUsed(server, resourceMetadata);
}

/** Clients go to entry 0 only, or to the MCP origin where nothing names a server (PR-15). */
function isUsed(server: Server, resourceMetadata: readonly DocumentAttempt[]): boolean {
  return server.namedBy.some(({ place, index }) =>
    place === 'origin' ? leadsToOrigin(resourceMetadata) : index === 0,
  );
}

/** Clients fall back to the MCP origin where the document that they look at names no server. */
function leadsToOrigin(attempts: readonly DocumentAttempt[]): boolean {
  const named = attempts.find((one) => one.place === 'header');
  const looked = named === undefined ? attempts : [named];
  return !looked.some((one) => isUsableResourceMetadata(one) && namesServer(one));
}

function namesServer({ json }: DocumentAttempt): boolean {
  return Array.isArray(json?.authorization_servers) && json.authorization_servers.length > 0;
}
