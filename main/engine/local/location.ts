import type { ClientId, System, Transport } from '../../contract/words.ts';
import type { Base } from './bases.ts';

/** Where in a file servers stand. */
export interface ServerTable {
  /** Keys from the root, `*` for every key. */
  readonly path: readonly string[];
  /** What that place is called. */
  readonly scope: string;
  /**
   * `named`: an object of servers by name, as nearly everywhere. `list`: a list of servers, each with
   * its `name`. `one`: the place is one server, and the file's `name` is its name.
   */
  readonly form?: 'named' | 'list' | 'one';
  /** The table is not there where the root has this key. */
  readonly unless?: string;
}

/** A key that holds a server's address, and the transport that the client then speaks without a type. */
export interface UrlKey {
  readonly name: string;
  /** `unknown` where the client wants a type to be written. */
  readonly transport: Transport;
}

/** How a client reads an entry. */
export interface EntrySchema {
  /** Keys that this client accepts for the transport, first one first. */
  readonly typeKeys: readonly string[];
  /** Keys that hold an address, first one first; the first is the one to advise. */
  readonly urlKeys: readonly UrlKey[];
  /** Keys that people write here and this client passes over; with the one that it reads. */
  readonly unread: ReadonlyMap<string, string>;
  /** The key of an entry by which this client is told to leave it alone, with the value that does. */
  readonly off?: { readonly key: string; readonly value: boolean };
}

/** A file that a client reads its servers from. */
export interface ConfigLocation extends EntrySchema {
  readonly client: ClientId;
  readonly scope: string;
  readonly systems: readonly System[];
  readonly base: Base;
  /** Segments under the base; a `*` in one stands for any characters of a name. */
  readonly path: readonly string[];
  /** Which of several files counts, where another file says so. */
  readonly chosenBy?: 'applied profile' | 'installed plugins';
  readonly tables: readonly ServerTable[];
  /** `jsonc` is JSON with comments and trailing commas, which the client accepts. */
  readonly format: 'json' | 'jsonc' | 'toml';
  /** Whether the client reads a file that begins with a byte order mark. */
  readonly byteOrderMark: 'refused' | 'tolerated';
}

/** A folder or file that shows that a client is, or was, on this machine. */
export interface InstallLocation {
  readonly client: ClientId;
  readonly systems: readonly System[];
  readonly base: Base;
  readonly path: readonly string[];
  readonly how: string;
  /** What the `*` of the last segment stands for. */
  readonly star: 'version' | 'anything';
}

export const ALL_SYSTEMS = ['darwin', 'win32', 'linux'] as const;
/** The folder of the Windows package; its family id is stable, public tools match `Claude_*`. */
export const PACKAGE = ['Packages', 'Claude_*'] as const;
/** Scope of Claude Desktop's file inside its Windows package. */
export const PACKAGE_SCOPE = 'package';
