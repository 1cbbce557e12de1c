import { constants } from 'node:fs';
import {
  access,
  chmod,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  statfs,
  unlink,
} from 'node:fs/promises';

/** The part of a file's facts that changing needs. */
export interface ChangeStats {
  readonly size: number;
  readonly mtimeMs: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly nlink: number;
  /** Blocks of 512 bytes that it takes; none where its bytes lie with a cloud. */
  readonly blocks: number;
  /** Device and number there: they tell a file from the one that was put in its place. */
  readonly dev: number;
  readonly ino: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** The part of a file handle that changing needs. */
export interface ChangeFile {
  stat(): Promise<ChangeStats>;
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  /** Where the file was opened to append, the position does not count. */
  write(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ readonly bytesWritten: number }>;
  truncate(length: number): Promise<void>;
  chmod(mode: number): Promise<void>;
  chown(uid: number, gid: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The few calls of node:fs that we change files with; a test gives one that fails at the n-th. */
export interface ChangeFileSystem {
  open(path: string, flags: number, mode?: number): Promise<ChangeFile>;
  lstat(path: string): Promise<ChangeStats>;
  realpath(path: string): Promise<string>;
  access(path: string, mode: number): Promise<void>;
  readdir(path: string): Promise<string[]>;
  /** One folder, 0700. */
  mkdir(path: string): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  /** A second name for a file; fails where the name is taken, in one step. */
  link(path: string, name: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** The number by which the kernel knows the kind of file system there. */
  kindOfDrive(path: string): Promise<number>;
}

export const nodeChangeFileSystem: ChangeFileSystem = {
  open: (path, flags, mode) => open(path, flags, mode),
  lstat: (path) => lstat(path),
  realpath: (path) => realpath(path),
  access: (path, mode) => access(path, mode),
  readdir: (path) => readdir(path),
  mkdir: (path) => mkdir(path, { mode: 0o700 }),
  chmod: (path, mode) => chmod(path, mode),
  link: (path, name) => link(path, name),
  rename: (from, to) => rename(from, to),
  unlink: (path) => unlink(path),
  kindOfDrive: async (path) => (await statfs(path)).type,
};

/** Flags that Windows lacks count as none there. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;

/** How files are opened: never through a link, and never waiting for a FIFO. */
export const OPEN = {
  read: constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY,
  create: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW,
  append:
    constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY,
} as const;

export const MAY = { write: constants.W_OK, read: constants.R_OK } as const;
