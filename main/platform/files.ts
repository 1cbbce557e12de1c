import { constants } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileFacts, FileRead, Files } from '../engine/ports.ts';
import { errorCode } from './error-code.ts';
import { nodeFileSystem, type FileStats, type FileSystem, type OpenFile } from './file-system.ts';

export interface FilesOptions {
  /** Folders outside of which nothing is read, for a copied profile; null for the real machine. */
  readonly roots: readonly string[] | null;
  readonly fs?: FileSystem;
}

/** O_NONBLOCK lets a FIFO open at once, so that it can be refused; Windows has neither. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Why a file cannot be read, for people; what the table lacks is told by its code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  EBUSY: 'another program has it locked',
  EIO: 'the disk reported an error',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its path is too long',
  ENXIO: 'it is not a regular file',
  ETIMEDOUT: 'the drive did not answer',
};
const OUTSIDE = 'it leads out of the examined folders';
const MISSING: readonly string[] = ['ENOENT', 'ENOTDIR'];

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
  try {
    const real = await permitted(fs, roots, path);
    return real === null
      ? { kind: 'unreadable', reason: OUTSIDE }
      : await readOpen(fs, real, limit);
  } catch (error) {
    return failed(fs, path, error);
  }
}

async function readOpen(fs: FileSystem, path: string, limit: number): Promise<FileRead> {
  const file = await fs.open(path, READ_FLAGS);
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) return { kind: 'folder' };
    // SECURITY: G3. A FIFO would wait for ever, a device may do anything when it is read.
    if (!stat.isFile()) return { kind: 'unreadable', reason: 'it is not a regular file' };
    if (stat.size > limit) return { kind: 'too-large', size: stat.size };
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

/**
 * The path to open: as given on the real machine; for a copied profile resolved once, so that what
 * was checked is what is opened, and null where it lies outside.
 */
async function permitted(
  fs: FileSystem,
  roots: readonly string[] | null,
  path: string,
): Promise<string | null> {
  if (roots === null) return path;
  // SECURITY: G8
  if (!roots.some((root) => contains(resolve(root), resolve(path)))) return null;
  const real = await fs.realpath(path);
  const realRoots = await Promise.all(roots.map((root) => fs.realpath(root).catch(() => null)));
  return realRoots.some((root) => root !== null && contains(root, real)) ? real : null;
}

function contains(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function failed(fs: FileSystem, path: string, error: unknown): Promise<FileRead> {
  const code = errorCode(error);
  if (MISSING.includes(code)) return missing(fs, path);
  if (code === 'EISDIR') return { kind: 'folder' };
  if (code === '') throw error;
  return { kind: 'unreadable', reason: REASONS[code] ?? `the system says ${code}` };
}

/** A link whose target is gone is there all the same; saying "missing" would mislead. */
async function missing(fs: FileSystem, path: string): Promise<FileRead> {
  const there = await fs.lstat(path).then(
    () => true,
    () => false,
  );
  return there
    ? { kind: 'unreadable', reason: 'it is a link to a place that is not there' }
    : { kind: 'missing' };
}
