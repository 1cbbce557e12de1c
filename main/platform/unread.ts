import type { FileRead } from '../engine/ports.ts';
import { errorCode } from './error-code.ts';
import type { FileSystem } from './file-system.ts';

/** Why nothing of a file was read. */
export type Unread = Extract<FileRead, { readonly kind: 'missing' | 'folder' | 'unreadable' }>;

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
  ESTALE: 'the drive no longer knows it',
  ETIMEDOUT: 'the drive did not answer',
};
const MISSING: readonly string[] = ['ENOENT', 'ENOTDIR'];

/**
 * What an error of the system says of a path, as a value (safety L6).
 * @throws the error itself where it is none of the system: then it is a bug of ours
 */
export async function unread(fs: FileSystem, path: string, error: unknown): Promise<Unread> {
  if (MISSING.includes(errorCode(error))) return missing(fs, path);
  if (errorCode(error) === 'EISDIR') return { kind: 'folder' };
  return { kind: 'unreadable', reason: reasonOf(error) };
}

/**
 * The words for an error of the system.
 * @throws the error itself where it is none of the system
 */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code === '') throw error;
  return REASONS[code] ?? `the system says ${code}`;
}

/** A link whose target is gone is there all the same; saying "missing" would mislead. */
async function missing(fs: FileSystem, path: string): Promise<Unread> {
  const there = await fs.lstat(path).then(
    () => true,
    () => false,
  );
  return there
    ? { kind: 'unreadable', reason: 'it is a link to a place that is not there' }
    : { kind: 'missing' };
}
