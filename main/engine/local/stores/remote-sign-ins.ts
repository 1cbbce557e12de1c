import type { RemoteLock, StoredSignIn } from '../../model/store-evidence.ts';
import { remoteHash } from './remote-hash.ts';
import {
  isObject,
  keptIn,
  numberIn,
  objectIn,
  textIn,
  urlIn,
  urlsIn,
  type StoreObject,
} from './store-values.ts';

/** What a file of mcp-remote is for, by its name behind the hash. */
export type RemotePart = 'client' | 'tokens' | 'lock' | 'verifier' | 'discovery';

const PARTS: readonly (readonly [RegExp, RemotePart])[] = [
  [/^client_info\.json$/, 'client'],
  [/^tokens\.json$/, 'tokens'],
  [/^lock\.json$/, 'lock'],
  [/^code_verifier(?:_[\w-]{1,64})?\.txt$/, 'verifier'],
  [/^discovery_state(?:_[\w-]{1,64})?\.json$/, 'discovery'],
];
const NAME = /^([0-9a-f]{32})_(.{1,100})$/;

/**
 * Reads the name of a file in a folder of mcp-remote.
 * @returns null for a name that is none of its stores (its logs, and files of others)
 */
export function remotePartOf(name: string): { hash: string; part: RemotePart } | null {
  const [, hash = '', rest = ''] = NAME.exec(name) ?? [];
  const part = PARTS.find(([pattern]) => pattern.test(rest))?.[1];
  return part === undefined ? null : { hash, part };
}

/** The files of one hash in one folder. */
export interface RemoteFiles {
  readonly hash: string;
  /** Of the folder's name; null where it names none that counts, as `mcp-remote-v1`. */
  readonly version: string | null;
  /** The file that the result points at. */
  readonly file: string;
  /** All files of the hash that are known by their names. */
  readonly files: readonly string[];
  readonly modifiedAt: number | null;
  readonly client: StoreObject | null;
  readonly tokens: StoreObject | null;
  readonly discovery: StoreObject | null;
}

/**
 * What the files of one hash say, as facts (safety D19, H1).
 * @param files as parsed; any shape
 */
export function readRemoteSignIn(files: RemoteFiles): StoredSignIn {
  const client = files.client ?? {};
  const tokens = files.tokens ?? {};
  const discovery = files.discovery ?? {};
  return {
    client: 'mcp-remote',
    file: files.file,
    pointer: null,
    server: null,
    url: urlOf(discovery, files.hash),
    hash: files.hash,
    files: files.files,
    version: files.version,
    access: keptIn(tokens, 'access_token'),
    refresh: keptIn(tokens, 'refresh_token'),
    expiresAt: numberIn(tokens, 'expires_at'),
    clientId: textIn(client, 'client_id'),
    issuer:
      urlIn(tokens, 'issuer') ??
      urlIn(client, 'issuer') ??
      urlIn(discovery, 'authorizationServerUrl'),
    redirectUris: urlsIn(client, 'redirect_uris'),
    scope: textIn(tokens, 'scope'),
    modifiedAt: files.modifiedAt,
  };
}

/** The address that a discovery was for, where the hash proves that it is the server's. */
function urlOf(discovery: StoreObject, hash: string): string | null {
  const metadata = discovery['resourceMetadata'];
  const resource = isObject(metadata) ? metadata['resource'] : null;
  if (typeof resource !== 'string' || remoteHash(resource) !== hash) return null;
  return urlIn(objectIn(discovery, 'resourceMetadata'), 'resource');
}

/**
 * Reads `<hash>_lock.json`: `{ pid, port, timestamp }`.
 * @param alive whether a process of that id runs and can be mcp-remote; null where it is not seen
 */
export function readRemoteLock(
  json: StoreObject,
  source: { readonly file: string; readonly hash: string; readonly version: string | null },
  alive: (pid: number) => boolean | null,
): RemoteLock {
  const pid = numberIn(json, 'pid');
  return {
    ...source,
    pid,
    port: numberIn(json, 'port'),
    startedAt: numberIn(json, 'timestamp'),
    alive: pid === null ? null : alive(pid),
  };
}
