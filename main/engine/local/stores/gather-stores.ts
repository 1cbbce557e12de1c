import type { ClientId } from '../../../contract/words.ts';
import type { MachineFacts } from '../../model/machine-facts.ts';
import type { StoreEvidence, StorePlace } from '../../model/store-evidence.ts';
import type { Ports } from '../../ports.ts';
import { basePath } from '../bases.ts';
import { readCredentials, readNeedsAuth } from './claude-code-sign-ins.ts';
import { gatherRemoteStores } from './gather-remote-stores.ts';
import { readStoreFile, type StoreFile } from './store-file.ts';

export type StorePorts = Pick<Ports, 'files' | 'place' | 'machine'>;

/**
 * Reads what Claude Code and mcp-remote keep of sign-ins, as facts: that a value is there, never
 * what it is (safety D19, F7). The keychain is not asked: see `keychainPresence`.
 * @param running clients that run, for the locks of mcp-remote; null where processes are not seen
 * @param signal what was not read when it is aborted is missing
 * @returns evidence; never rejects for what lies on the disk
 */
export async function gatherStores(
  ports: StorePorts,
  running: MachineFacts['running'],
  signal: AbortSignal,
): Promise<StoreEvidence> {
  const [code, remote] = await Promise.all([
    gatherClaudeCode(ports, signal),
    gatherRemoteStores(ports, running, signal),
  ]);
  return {
    places: [...code.places, ...remote.places],
    signIns: [...code.signIns, ...remote.signIns],
    needsAuth: code.needsAuth,
    locks: remote.locks,
    keychain: null,
  };
}

async function gatherClaudeCode(
  ports: StorePorts,
  signal: AbortSignal,
): Promise<Pick<StoreEvidence, 'places' | 'signIns' | 'needsAuth'>> {
  const folder = basePath('claude-code-folder', ports.place);
  if (folder === null || signal.aborted) return { places: [], signIns: [], needsAuth: [] };
  const path = (name: string): string => ports.place.join(folder, name);
  const [credentials, cache] = await Promise.all(
    [path('.credentials.json'), path('mcp-needs-auth-cache.json')].map(async (file) => {
      const read = await readStoreFile(file, ports);
      return read === null ? null : { ...read, file };
    }),
  );
  return {
    places: [credentials, cache].flatMap((one) => placeOf('claude-code', one ?? null)),
    signIns: credentials ? readCredentials(credentials.json, credentials) : [],
    needsAuth: cache ? readNeedsAuth(cache.json, cache.file) : [],
  };
}

function placeOf(
  client: ClientId,
  read: (StoreFile & { readonly file: string }) | null,
): readonly StorePlace[] {
  if (read === null) return [];
  const { file, state, detail, modifiedAt } = read;
  return [{ client, file, state, detail, modifiedAt }];
}
