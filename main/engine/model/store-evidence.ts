/**
 * What clients keep of sign-ins, as facts: that a value is there, never what it is. Nothing of it is
 * ever used to sign in (safety D19, F7).
 */
import type { ConfigState } from '../../contract/report.ts';
import type { ClientId } from '../../contract/words.ts';

/** Is a value kept? `empty` is a text without a character, which some versions leave behind. */
export type Kept = 'present' | 'empty' | 'none';

/** One kept sign-in: an entry of Claude Code's credentials, or the files of one hash of mcp-remote. */
export interface StoredSignIn {
  readonly client: ClientId;
  readonly file: string;
  /** JSON pointer of the entry; null where the file is the entry. */
  readonly pointer: string | null;
  /** The name in the client's configuration; null for mcp-remote. */
  readonly server: string | null;
  /** Masked; null where the store does not name it. */
  readonly url: string | null;
  /** MD5 in the names of mcp-remote's files; null for others. */
  readonly hash: string | null;
  /** All files of that hash in that folder besides logs; absent for others. */
  readonly files?: readonly string[];
  /** Version in the name of mcp-remote's folder; null for others. */
  readonly version: string | null;
  readonly access: Kept;
  readonly refresh: Kept;
  /** Milliseconds since 1970 as it stands there (0 too); null where nothing does. */
  readonly expiresAt: number | null;
  /** Public by nature (RFC 6749 §2.2). */
  readonly clientId: string | null;
  readonly issuer: string | null;
  /** Redirect URIs that the client was registered with. */
  readonly redirectUris: readonly string[];
  readonly scope: string | null;
  readonly modifiedAt: number | null;
  /** What its discovery led to; absent where the store does not say. */
  readonly discovered?: StoredDiscovery;
}

/** What Claude Code keeps of the way to the authorization server, masked. */
export interface StoredDiscovery {
  /** That the resource metadata named, or the origin of the server where there was none. */
  readonly authorizationServer: string | null;
  /** That the 401 named; null where it named none. */
  readonly resourceMetadata: string | null;
  /** By which the authorization server called itself; null where it is not kept. */
  readonly issuer: string | null;
}

/** A server that Claude Code passes over because it asked for a sign-in a while ago. */
export interface NeedsAuthEntry {
  readonly file: string;
  readonly pointer: string;
  readonly server: string;
  readonly since: number | null;
  readonly ttlMs: number | null;
}

/** mcp-remote's note that one of its processes is signing in. */
export interface RemoteLock {
  readonly file: string;
  readonly hash: string;
  readonly version: string | null;
  readonly pid: number | null;
  readonly port: number | null;
  readonly startedAt: number | null;
  /** Whether that process runs; null where processes cannot be seen. */
  readonly alive: boolean | null;
}

/** A store of a client: its file or folder, and whether it could be read. */
export interface StorePlace {
  readonly client: ClientId;
  readonly file: string;
  readonly state: ConfigState | 'protected';
  readonly detail: string | null;
  readonly modifiedAt: number | null;
}

/** An item in the system's keychain: that it is there, and since when. Never its value (F7). */
export interface KeychainItem {
  readonly service: string;
  readonly createdAt: number | null;
  readonly modifiedAt: number | null;
}

export interface StoreEvidence {
  readonly places: readonly StorePlace[];
  readonly signIns: readonly StoredSignIn[];
  readonly needsAuth: readonly NeedsAuthEntry[];
  readonly locks: readonly RemoteLock[];
  /** Null where nobody was allowed to look, or the system has none. */
  readonly keychain: readonly KeychainItem[] | null;
}

export const NO_STORES: StoreEvidence = {
  places: [],
  signIns: [],
  needsAuth: [],
  locks: [],
  keychain: null,
};
