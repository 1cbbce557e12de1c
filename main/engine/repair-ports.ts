/**
 * What repairing needs from outside. Only these write, and only what a previewed plan names (safety
 * G1); every way in which a disk can refuse is a value.
 */

/** Why a file cannot be changed; found before anything is tried (safety G9). */
export type Obstacle =
  | 'read-only'
  | 'no-permission'
  | 'immutable'
  | 'not-a-file'
  | 'too-large'
  | 'outside-home'
  | 'link-leads-nowhere'
  | 'cloud-placeholder'
  | 'network-drive'
  | 'locked'
  | 'unreadable'
  | 'managed';

/** A file as it is now. */
export interface FileNow {
  /** As asked for. */
  readonly path: string;
  /** Where a link leads in the end; the same as `path` without one. That is what is written (G8). */
  readonly realPath: string;
  readonly exists: boolean;
  /** Null where it is not there or cannot be read. */
  readonly bytes: Uint8Array | null;
  /** SHA-256 of the bytes in hex; null without any. */
  readonly hash: string | null;
  /** Permission bits; null on Windows and where it is not there. */
  readonly mode: number | null;
  readonly modifiedAt: number | null;
  /** More than one name leads to these bytes: a replaced file would part from the others. */
  readonly hardLinks: number;
  readonly obstacle: Obstacle | null;
  /** What the system said, for people; null where nothing stands in the way. */
  readonly reason: string | null;
}

/** What became of a write. `changed` is that the file was not the expected one any more (G5). */
export type Written =
  | { readonly kind: 'done' }
  | { readonly kind: 'changed'; readonly now: FileNow }
  | { readonly kind: 'refused'; readonly reason: string; readonly code: string };

export interface Changes {
  inspect(path: string): Promise<FileNow>;
  /**
   * Replaces a whole file at once, or creates it: a reader sees the old or the new bytes and no others,
   * whenever the machine stops (G6). Mode and owner stay; a new file is 0600.
   * @param expected hash of what must be there at that moment; null for a file that must not be there
   */
  write(path: string, bytes: Uint8Array, expected: string | null, mode?: number): Promise<Written>;
  /** Takes a file away. */
  remove(path: string, expected: string): Promise<Written>;
  /** Removes the temporary files that a killed run of ours left beside these files. */
  sweep(paths: readonly string[]): Promise<readonly string[]>;
}

/** Unblank's own folder: backups and the journal. 0700, its files 0600; nothing of others lies there. */
export interface OwnFolder {
  /** For people, to find it. */
  readonly path: string;
  /** @returns null where there is none; throws AppError `own-folder` where the disk refuses */
  read(name: string): Promise<Uint8Array | null>;
  /** Writes a whole file at once, fsynced. Names may have folders in them, separated by `/`. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Appends one line, fsynced before it resolves. */
  append(name: string, line: string): Promise<void>;
  /**
   * Names of the files in a folder of it, sorted; empty where there is none. Takes away the temporary
   * files that a killed run of ours left there.
   */
  list(folder: string): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}

/** One of our processes at a time changes anything (safety G17). */
export interface ChangeLock {
  /** @returns null where another process of ours holds it for longer than `waitMs` */
  hold(waitMs: number): Promise<(() => Promise<void>) | null>;
}

export interface RepairPorts {
  readonly changes: Changes;
  readonly folder: OwnFolder;
  readonly lock: ChangeLock;
  /** SHA-256 in hex. */
  readonly digest: (bytes: Uint8Array) => Promise<string>;
  /** A new id of 128 random bits in hex. */
  readonly newId: () => string;
}
