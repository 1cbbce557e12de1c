import type { MachineFacts } from '../../model/machine-facts.ts';
import type { RemoteLock, StoredSignIn, StoreEvidence } from '../../model/store-evidence.ts';
import type { ProcessFacts } from '../../ports.ts';
import { basePath } from '../bases.ts';
import { readMcpRemoteArguments } from '../mcp-remote-arguments.ts';
import type { StorePorts } from './gather-stores.ts';
import {
  readRemoteLock,
  readRemoteSignIn,
  remotePartOf,
  type RemotePart,
} from './remote-sign-ins.ts';
import { readStoreFile, type StoreFile } from './store-file.ts';

type Found = Pick<StoreEvidence, 'places' | 'signIns' | 'locks'>;

/** A user has some ten servers and versions; what is more than this is not read. */
const HASH_LIMIT = 500;
const FOLDER_LIMIT = 50;

/** One file of a store, by its name. */
interface NamedFile {
  readonly file: string;
  readonly part: RemotePart;
}
interface Folder {
  readonly path: string;
  readonly version: string | null;
  readonly byHash: ReadonlyMap<string, readonly NamedFile[]>;
}

/**
 * Reads the folders `mcp-remote-<version>` (each version before 0.2 had its own, and an update left
 * the old one behind) and `mcp-remote-v1`.
 * @see https://github.com/punkpeye/mcp-remote `src/lib/mcp-auth-config.ts`
 */
export async function gatherRemoteStores(
  ports: StorePorts,
  running: MachineFacts['running'],
  signal: AbortSignal,
): Promise<Found> {
  const folders = signal.aborted ? [] : await foldersOf(ports);
  const locks = await locksIn(folders, ports, running);
  const signIns = await Promise.all(
    folders.flatMap((folder) =>
      [...folder.byHash].map(([hash, named]) => signInOf(hash, named, folder, ports)),
    ),
  );
  return {
    places: folders.map(({ path }) => ({
      client: 'mcp-remote',
      file: path,
      state: 'ok',
      detail: null,
      modifiedAt: null,
    })),
    signIns: signIns.filter((one) => one !== null),
    locks,
  };
}

async function foldersOf({ files, place }: StorePorts): Promise<readonly Folder[]> {
  const base = basePath('mcp-remote', place);
  if (base === null) return [];
  const names = (await files.list(base)).filter((name) => /^mcp-remote-[\w.-]{1,40}$/.test(name));
  return Promise.all(
    names.slice(-FOLDER_LIMIT).map(async (name) => {
      const path = place.join(base, name);
      const version = /^mcp-remote-(\d.*)$/.exec(name)?.[1] ?? null;
      return { path, version, byHash: groups(path, await files.list(path), place.join) };
    }),
  );
}

function groups(
  path: string,
  names: readonly string[],
  join: (...segments: string[]) => string,
): ReadonlyMap<string, readonly NamedFile[]> {
  const byHash = new Map<string, readonly NamedFile[]>();
  for (const name of names) {
    const found = remotePartOf(name);
    if (found === null) continue;
    const before = byHash.get(found.hash) ?? [];
    if (before.length === 0 && byHash.size >= HASH_LIMIT) continue;
    byHash.set(found.hash, [...before, { file: join(path, name), part: found.part }]);
  }
  return byHash;
}

/** Where only a lock or a verifier is left, nothing is kept that could sign in. */
async function signInOf(
  hash: string,
  named: readonly NamedFile[],
  { version }: Folder,
  ports: StorePorts,
): Promise<StoredSignIn | null> {
  const [tokens, client, discovery] = await Promise.all(
    (['tokens', 'client', 'discovery'] as const).map((part) => readPart(part, named, ports)),
  );
  const main = tokens ?? client;
  if (!main) return null;
  return readRemoteSignIn({
    hash,
    version,
    file: main.file,
    files: named.map(({ file }) => file),
    modifiedAt: main.modifiedAt,
    client: client?.json ?? null,
    tokens: tokens?.json ?? null,
    discovery: discovery?.json ?? null,
  });
}

async function readPart(
  part: RemotePart,
  named: readonly NamedFile[],
  ports: StorePorts,
): Promise<(StoreFile & { readonly file: string }) | null> {
  const file = named.find((one) => one.part === part)?.file;
  const read = file === undefined ? null : await readStoreFile(file, ports);
  return file === undefined || read === null ? null : { ...read, file };
}

async function locksIn(
  folders: readonly Folder[],
  ports: StorePorts,
  running: MachineFacts['running'],
): Promise<readonly RemoteLock[]> {
  const found = folders.flatMap(({ version, byHash }) =>
    [...byHash].flatMap(([hash, named]) =>
      named.filter(({ part }) => part === 'lock').map(({ file }) => ({ file, hash, version })),
    ),
  );
  if (found.length === 0) return [];
  // Only a lock needs the list of processes, and most homes have none.
  const processes = await ports.machine.processes().catch(() => null);
  const alive = (pid: number): boolean | null => isAlive(pid, processes, running);
  const read = found.map(async (source) => {
    const file = await readStoreFile(source.file, ports);
    return file === null ? [] : [readRemoteLock(file.json, source, alive)];
  });
  return (await Promise.all(read)).flat();
}

/**
 * The id may have been given to another program since; where arguments can be seen, it must be
 * mcp-remote.
 */
function isAlive(
  pid: number,
  processes: readonly ProcessFacts[] | null,
  running: MachineFacts['running'],
): boolean | null {
  if (running?.some((one) => one.pid === pid && one.client === 'mcp-remote') === true) return true;
  if (processes === null) return null;
  const own = processes.find((one) => one.pid === pid);
  if (own === undefined) return false;
  return own.args.length === 0 || readMcpRemoteArguments(own.program, own.args) !== null;
}
