import type { ClientId } from '../../../../contract/words.ts';
import type { ServerEntry } from '../../../model/evidence.ts';

/** Others name the address or the transport by keys of their own (`serverUrl`, `httpUrl`, `transport`). */
const CLIENTS: ReadonlySet<ClientId> = new Set<ClientId>(['claude-code', 'vscode', 'cursor']);

/** Whether the address of an entry stands under `url` and its transport under `type`. */
export function hasPlainKeys({ client, command }: ServerEntry): boolean {
  return CLIENTS.has(client) && command === null;
}
