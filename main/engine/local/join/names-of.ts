import type { ClientId } from '../../../contract/words.ts';
import type { ServerEntry } from '../../model/evidence.ts';

/** Clients that read the entries of another one's files and write logs of their own name. */
const SHARED: Readonly<Partial<Record<ClientId, ClientId>>> = {
  'claude-desktop-code': 'claude-code',
};

/**
 * A server's name as every client would spell it in a file name: clients put different characters in
 * place of those that a file name cannot hold (INFERRED from the folders seen), so all become one.
 */
export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/**
 * The names under which a client knows a server.
 * @param entries where the server is configured
 * @returns keys as `nameKey` makes them
 */
export function namesOf(entries: readonly ServerEntry[], client: ClientId): ReadonlySet<string> {
  const owner = SHARED[client] ?? client;
  const own = entries.filter((one) => (SHARED[one.client] ?? one.client) === owner);
  return new Set(own.map(({ name }) => nameKey(name)));
}
