import type { ClientId } from '../../../contract/words.ts';
import { registrationWays } from '../../clients/replay/server-metadata.ts';
import type { Client } from '../../model/client.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type { AuthorizeVariant } from '../../model/registration-evidence.ts';
import { FOREIGN_REDIRECT } from './authorize-variants.ts';

/** A request whose client id is the address of a document. */
export interface DocumentRequest {
  readonly as: ClientId;
  readonly variant: AuthorizeVariant;
  readonly clientId: string;
  readonly redirectUri: string;
}

/** Hosted Claude uses its document only where public clients are listed as well (CI-12). */
const WITH_PUBLIC: readonly ClientId[] = ['claude-hosted'];

/**
 * The sign-ins with client-id documents that are worth opening: each client's own; and with the
 * first of them a redirect that is not in it, and ids that must be refused (CI-02 to CI-13).
 * @param document server metadata; without the flag no client uses a document, so none is tried
 */
export function documentRequests(
  document: JsonObject,
  clients: readonly Client[],
): readonly DocumentRequest[] {
  const ways = registrationWays(document);
  if (!ways.documents) return [];
  const own = clients.flatMap(ownRequest).filter(({ as }) => {
    return ways.publicClients || !WITH_PUBLIC.includes(as);
  });
  // The first that is on the user's machine or in the cloud: all of them stand for the server alike.
  const first = own[0];
  return first === undefined ? own : [...own, ...probesWith(first)];
}

/** Redirects under a scheme of its own stand in no document that we know (F45). */
function ownRequest({ id, registers }: Client): readonly DocumentRequest[] {
  const clientId = registers?.clientIdDocument ?? null;
  if (registers === null || clientId === null || !/^https?:/.test(registers.redirectUri)) return [];
  return [{ as: id, variant: 'client-id document', clientId, redirectUri: registers.redirectUri }];
}

function probesWith(first: DocumentRequest): readonly DocumentRequest[] {
  const foreign = 'client-id document, foreign redirect';
  return [
    { ...first, variant: foreign, redirectUri: FOREIGN_REDIRECT },
    ...oddIds(first.clientId).map((clientId): DocumentRequest => {
      return { ...first, variant: 'malformed client-id document', clientId };
    }),
  ];
}

/** Ids with one thing wrong each; which one, `oddityOf` reads back from their spelling. */
function oddIds(document: string): readonly string[] {
  const { host, pathname } = new URL(document);
  return [
    `http://${host}${pathname}`,
    `${document}#fragment`,
    `https://unblank@${host}${pathname}`,
    `https://${host}/unblank/..${pathname}`,
    `${document}?unblank=1`,
    'https://unblank.example/no-client-document',
    'https://127.0.0.1/unblank-client-document',
  ];
}
