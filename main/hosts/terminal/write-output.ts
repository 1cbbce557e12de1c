import { randomBytes } from 'node:crypto';
import { lstat, open, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../contract/errors.ts';

/**
 * Writes a file that the user named with `--output`: whole or not at all, so that a reader never sees
 * half of it and a full disk leaves the old one. Only its owner may read it. A link stays, and what it
 * leads to is written; a device or a pipe takes the text as it comes.
 * @throws AppError `file-unwritable`
 */
// SECURITY: G6
export async function writeOutput(file: string, text: string): Promise<void> {
  try {
    const target = await realpath(file).catch(() => path.resolve(file));
    const there = await lstat(target).catch(() => null);
    await (there === null || there.isFile() ? replace(target, text) : writeFile(target, text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new AppError('file-unwritable', { file, reason }, { cause: error });
  }
}

async function replace(target: string, text: string): Promise<void> {
  const own = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(own, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(own, target);
  } catch (error) {
    await rm(own, { force: true }).catch(() => undefined);
    throw error;
  }
}
