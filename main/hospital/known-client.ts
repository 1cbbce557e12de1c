import { clientDocument } from './client-documents.ts';
import type { Client, Memory } from './memory.ts';
import type { Setup } from './setup.ts';

/** A client, or why there is none, in words for the error page. */
export type KnownClient = { readonly client: Client } | { readonly why: string };

/** The client of a request: a registered one, or one that its client-id document describes. */
export function knownClient(setup: Setup, memory: Memory, id: string): KnownClient {
  const client = memory.clients.get(id);
  if (client !== undefined && isRemembered(setup, client)) return { client };
  const { clientDocuments } = setup.auth;
  if (clientDocuments === undefined) return { why: 'This client is not registered here.' };
  const result = clientDocument(id, clientDocuments.unchecked);
  return 'why' in result ? result : { client: { ...PUBLIC, id, ...result } };
}

/** A client with a document has no secret: anyone can read the document. */
const PUBLIC = { method: 'none', secret: null, managementToken: null, registeredAt: 0 } as const;

function isRemembered({ auth }: Setup, { registeredAt }: Client): boolean {
  return auth.clientsLastMs === undefined || Date.now() - registeredAt < auth.clientsLastMs;
}
