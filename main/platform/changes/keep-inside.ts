import { dirname } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { errorCode } from '../error-code.ts';
import { contains } from '../permitted.ts';
import type { ChangeFileSystem } from './change-file-system.ts';

/**
 * Nothing of ours is made or read behind a link that leads out of a copied profile: the part of the
 * path that is there decides, and what is made below it is made by us.
 * @param within the folder that it must not lead out of; null for the real machine
 * @throws AppError `own-folder` where it leads out, or what the system says
 */
// SECURITY: G8
export async function keepInside(
  fs: ChangeFileSystem,
  within: string | null,
  folder: string,
): Promise<void> {
  if (within === null) return;
  const home = await fs.realpath(within);
  for (let one = folder; ; one = dirname(one)) {
    const real = await realOrNull(fs, one);
    if (real !== null && contains(home, real)) return;
    if (real !== null || dirname(one) === one)
      throw new AppError('own-folder', { folder, reason: 'it leads out of the copied home' });
  }
}

async function realOrNull(fs: ChangeFileSystem, path: string): Promise<string | null> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
