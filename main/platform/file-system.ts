import { lstat, open, readdir, realpath } from 'node:fs/promises';

/** The part of an open file's facts that reading needs. */
export interface OpenFacts {
  readonly size: number;
  readonly mtimeMs: number;
  /** Device and number there: they tell a file from the one that was put in its place. */
  readonly dev: number;
  readonly ino: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

/** The part of a file handle that reading needs. */
export interface OpenFile {
  stat(): Promise<OpenFacts>;
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  close(): Promise<void>;
}

/** The part of a file's facts that reading needs. */
export interface FileStats {
  readonly size: number;
  readonly mtimeMs: number;
  readonly mode: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** The few calls of node:fs that we read with; a test gives one that fails (safety section 6). */
export interface FileSystem {
  open(path: string, flags: number): Promise<OpenFile>;
  readdir(path: string): Promise<string[]>;
  realpath(path: string): Promise<string>;
  lstat(path: string): Promise<FileStats>;
}

export const nodeFileSystem: FileSystem = {
  open: (path, flags) => open(path, flags),
  readdir: (path) => readdir(path),
  realpath: (path) => realpath(path),
  lstat: (path) => lstat(path),
};
