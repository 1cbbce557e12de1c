import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { ArchiveEntry, Archives, WrittenArchive } from '../../engine/bundle-ports.ts';
import { errorCode } from '../error-code.ts';
import { nodeArchiveFileSystem, type ArchiveFileSystem } from './archive-file-system.ts';
import { placeStream } from './place-stream.ts';
import { entryText, readArchive } from './read-archive.ts';
import { zipStream } from './zip-stream.ts';

/** What a mail or an issue takes (safety H11). */
const LIMIT = 25 * 1024 * 1024;

export interface ArchivesOptions {
  /** Largest archive in bytes. */
  readonly limit?: number;
  readonly fs?: ArchiveFileSystem;
}

/** The Archives port on yazl and yauzl: streams in both directions, so memory does not grow. */
// SECURITY: H11
export function createArchives(options: ArchivesOptions = {}): Archives {
  const { limit = LIMIT, fs = nodeArchiveFileSystem } = options;
  const put = async (path: string, bytes: AsyncIterable<Uint8Array>, signal: AbortSignal) => {
    await told(path, () => placeStream({ fs, path, bytes, limit, signal }));
    return told(path, () => readArchive(path, limit));
  };
  return {
    write: (path, entries, signal) => write(put, path, entries, signal),
    copy: (from, path, signal) => put(path, createReadStream(from), signal),
    read: (path, name) => entryText(path, name, limit),
    remove: (path) => told(path, () => remove(fs, path)),
  };
}

type Put = (
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
) => Promise<WrittenArchive>;

async function write(
  put: Put,
  path: string,
  entries: readonly ArchiveEntry[],
  signal: AbortSignal,
): Promise<WrittenArchive> {
  const written = await put(path, zipStream(entries), signal);
  const names = written.entries.map(({ name }) => name);
  if (names.join('\n') === entries.map(({ name }) => name).join('\n')) return written;
  throw new AppError('file-unwritable', { file: path, reason: 'it does not read back whole' });
}

async function remove(fs: ArchiveFileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path);
    await fs.syncFolder(dirname(path));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** What the system says, as an AppError; our own pass. */
async function told<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || errorCode(error) === '') throw error;
    throw new AppError('file-unwritable', { file, reason: reasonOf(error) }, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the drive is read-only',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EISDIR: 'a folder has this name',
};

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return REASONS[code] ?? `the system says ${code}`;
}
