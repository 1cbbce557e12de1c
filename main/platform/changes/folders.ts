import { dirname } from 'node:path';
import type { System } from '../../contract/words.ts';
import { errorCode } from '../error-code.ts';
import { OPEN, type ChangeFileSystem } from './change-file-system.ts';

/** Some drives know no fsync of a folder. */
const NO_SYNC: readonly string[] = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR'];

/**
 * Makes the disk keep the names in a folder (safety G6). Windows keeps them by itself and lets nobody
 * open a folder so.
 * @throws what the system says
 */
export async function syncFolder(
  fs: ChangeFileSystem,
  folder: string,
  system: System,
): Promise<void> {
  if (system === 'win32') return;
  const handle = await fs.open(folder, OPEN.read);
  try {
    await handle.sync();
  } catch (error) {
    if (!NO_SYNC.includes(errorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder and those above it, 0700 each, where they are not there.
 * @throws what the system says, and ENOTDIR where something else lies there
 */
export async function makeFolders(
  fs: ChangeFileSystem,
  folder: string,
  system: System,
): Promise<void> {
  if (await isFolder(fs, folder)) return;
  if (dirname(folder) !== folder) await makeFolders(fs, dirname(folder), system);
  try {
    await fs.mkdir(folder);
  } catch (error) {
    // Somebody else made it at the same moment.
    if (errorCode(error) !== 'EEXIST' || !(await isFolder(fs, folder))) throw error;
  }
  await syncFolder(fs, dirname(folder), system);
}

async function isFolder(fs: ChangeFileSystem, folder: string): Promise<boolean> {
  try {
    return (await fs.lstat(await fs.realpath(folder))).isDirectory();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
