import type { Written } from '../../engine/repair-ports.ts';
import { errorCode } from '../error-code.ts';

export type Refused = Extract<Written, { readonly kind: 'refused' }>;

/** Why the system does not write, for people (safety L6); the rest is told by its code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'the system does not permit it',
  EROFS: 'the drive is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EBUSY: 'another program has it open',
  ETXTBSY: 'another program has it open',
  EIO: 'the disk reported an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EFBIG: 'the drive takes no file of that size',
  ENOENT: 'its folder is not there any more',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'something else lies there',
  EISDIR: 'a folder lies there',
  ELOOP: 'its links lead in a circle, or a link was put in its place',
  ENXIO: 'it is not a regular file',
  EXDEV: 'it lies on another drive than its folder',
  ENAMETOOLONG: 'its path is too long',
  ESTALE: 'the drive no longer knows it',
  ETIMEDOUT: 'the drive did not answer',
};

/**
 * The words for an error of the system while writing.
 * @throws the error itself where it is none of the system: then it is a bug of ours
 */
export function writeReason(error: unknown): string {
  const code = errorCode(error);
  if (code === '') throw error;
  return REASONS[code] ?? `the system says ${code}`;
}

/** An error of the system as the result of a write. @throws what is none of the system */
export function refusal(error: unknown): Refused {
  return { kind: 'refused', reason: writeReason(error), code: errorCode(error) };
}
