import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';

/** The few calls of node:fs that a lock is made with; a test gives one that fails at the n-th. */
export interface LockFileSystem {
  /** With those above it, 0700. */
  makeFolder(path: string): void;
  /** A file that is not there yet, 0600. */
  create(path: string, text: string): void;
  link(path: string, name: string): void;
  read(path: string): string;
  names(folder: string): readonly string[];
  unlink(path: string): void;
  modifiedAt(path: string): number;
}

export const nodeLockFileSystem: LockFileSystem = {
  makeFolder: (path) => void mkdirSync(path, { recursive: true, mode: 0o700 }),
  create: (path, text) => writeFileSync(path, text, { flag: 'wx', mode: 0o600 }),
  link: (path, name) => linkSync(path, name),
  read: (path) => readFileSync(path, 'utf8'),
  names: (folder) => readdirSync(folder),
  unlink: (path) => unlinkSync(path),
  modifiedAt: (path) => statSync(path).mtimeMs,
};
