import { join } from 'node:path';
import type { ChangeFileSystem } from './change-file-system.ts';
import { ownTemp } from './own-temp.ts';

export interface Sweeper {
  readonly fs: ChangeFileSystem;
  readonly uid: number | null;
  /** Wall time in milliseconds. */
  readonly now: number;
}

/**
 * Takes away the temporary files that a killed run of ours left in a folder (safety G6): by their
 * name, only where they are regular files of this user, and not while their process runs.
 * @returns the paths that are gone; a folder or file that refuses is left for the next time
 */
export async function sweepFolder(sweeper: Sweeper, folder: string): Promise<readonly string[]> {
  const names = await sweeper.fs.readdir(folder).catch(() => []);
  const gone: string[] = [];
  for (const name of names.filter((one) => ownTemp.isOne(one)))
    if (await removed(sweeper, folder, name)) gone.push(join(folder, name));
  return gone.sort();
}

async function removed({ fs, uid, now }: Sweeper, folder: string, name: string): Promise<boolean> {
  const path = join(folder, name);
  try {
    const stats = await fs.lstat(path);
    if (!stats.isFile() || (uid !== null && stats.uid !== uid && uid !== 0)) return false;
    if (!ownTemp.isLeft(name, now - stats.mtimeMs)) return false;
    await fs.unlink(path);
    return true;
  } catch {
    return false;
  }
}
