import { open } from 'node:fs/promises';
import { AppError } from '../../../contract/errors.ts';

/**
 * Writes a file that only its owner may read, also where the file was there before with other
 * rights: they are taken away before a byte is written.
 * @throws AppError `file-unwritable`
 */
export async function writePrivate(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, 'w', 0o600);
    try {
      // A device or a pipe has rights of its own.
      if ((await handle.stat()).isFile()) await handle.chmod(0o600);
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new AppError('file-unwritable', { file, reason }, { cause: error });
  }
}
