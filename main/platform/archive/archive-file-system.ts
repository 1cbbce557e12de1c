import { open, rename, unlink } from 'node:fs/promises';
import { nodeChangeFileSystem } from '../changes/change-file-system.ts';
import { syncFolder } from '../changes/folders.ts';
import { ownSystem } from '../secrets/own-system.ts';

/** The part of a file handle that writing an archive needs. */
export interface ArchiveFile {
  write(bytes: Uint8Array): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The few calls of node:fs that we write archives with; a test gives one that fails at the n-th. */
export interface ArchiveFileSystem {
  /** A new file, 0600; it must not be there. */
  create(path: string): Promise<ArchiveFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
}

export const nodeArchiveFileSystem: ArchiveFileSystem = {
  create: (path) => open(path, 'wx', 0o600),
  rename,
  unlink,
  syncFolder: (path) => syncFolder(nodeChangeFileSystem, path, ownSystem()),
};
