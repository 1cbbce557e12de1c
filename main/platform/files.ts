import type { FileFacts, FileRead, Files } from '../engine/ports.ts';
import { nodeFileSystem, type FileStats, type FileSystem, type OpenFile } from './file-system.ts';
import { openPlainFile, type PlainFile } from './open-plain-file.ts';
import { permitted } from './permitted.ts';
import { reasonOf } from './unread.ts';

export interface FilesOptions {
  /** Folders outside of which nothing is read, for a copied profile; null for the real machine. */
  readonly roots: readonly string[] | null;
  readonly fs?: FileSystem;
}

/**
 * The Files port on node:fs. Reads only what it is told to, follows no link out of `roots`
 * (safety G8), expands and executes nothing (G3), and never opens a file twice.
 */
export function createFiles({ roots, fs = nodeFileSystem }: FilesOptions): Files {
  return {
    read: (path, limit) => readFile(fs, roots, path, limit),
    list: (path) => listFolder(fs, roots, path),
    stat: (path) => statOf(fs, roots, path),
  };
}

async function readFile(
  fs: FileSystem,
  roots: readonly string[] | null,
  path: string,
  limit: number,
): Promise<FileRead> {
  const opened = await openPlainFile(fs, roots, path);
  if (opened.kind !== 'open') return opened;
  try {
    return await readOpen(opened, limit);
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

async function readOpen({ file, facts }: PlainFile, limit: number): Promise<FileRead> {
  try {
    if (facts.size > limit) return { kind: 'too-large', size: facts.size };
    return await readUpTo(file, limit);
  } finally {
    await file.close();
  }
}

/** Asks for one byte more than allowed: a file may grow, or tell a size of 0 as those in /proc do. */
async function readUpTo(file: OpenFile, limit: number): Promise<FileRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size <= limit) {
    const chunk = new Uint8Array(Math.min(limit + 1 - size, 64 * 1024));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, size);
    if (bytesRead === 0) return { kind: 'bytes', bytes: joined(chunks, size) };
    chunks.push(chunk.subarray(0, bytesRead));
    size += bytesRead;
  }
  return { kind: 'too-large', size };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

async function listFolder(
  fs: FileSystem,
  roots: readonly string[] | null,
  path: string,
): Promise<readonly string[]> {
  try {
    const real = await permitted(fs, roots, path);
    return real === null ? [] : (await fs.readdir(real)).sort();
  } catch {
    return [];
  }
}

/** Says what lies there without opening it; a link is followed only as far as it may be. */
async function statOf(
  fs: FileSystem,
  roots: readonly string[] | null,
  path: string,
): Promise<FileFacts | null> {
  try {
    const allowed = await permitted(fs, roots, path);
    if (allowed === null) return null;
    const isLink = (await fs.lstat(path)).isSymbolicLink();
    const real = isLink ? await fs.realpath(path) : allowed;
    return { ...factsOf(await fs.lstat(real)), linksTo: isLink ? real : null };
  } catch {
    return null;
  }
}

function factsOf(stats: FileStats): Omit<FileFacts, 'linksTo'> {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  const mode = process.platform === 'win32' ? null : stats.mode & 0o7777;
  return { kind, size: stats.size, modifiedAt: Math.round(stats.mtimeMs), mode };
}
