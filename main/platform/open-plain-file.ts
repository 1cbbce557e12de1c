import { constants } from 'node:fs';
import type { FileSystem, OpenFacts, OpenFile } from './file-system.ts';
import { permitted } from './permitted.ts';
import { unread, type Unread } from './unread.ts';

/** An open file and what was true of it then; who gets it closes it. */
export interface PlainFile {
  readonly kind: 'open';
  readonly file: OpenFile;
  readonly facts: OpenFacts;
}

/** O_NONBLOCK lets a FIFO open at once, so that it can be refused; Windows has neither. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Opens a file for reading, shared (safety H15): what was opened is what is asked about and read, so
 * nothing that is put in its place meanwhile counts.
 * @param roots folders outside of which nothing is read (safety G8), or null for the real machine
 * @returns the file, or why there is none; throws only for a bug of ours
 */
export async function openPlainFile(
  fs: FileSystem,
  roots: readonly string[] | null,
  path: string,
): Promise<PlainFile | Unread> {
  try {
    const real = await permitted(fs, roots, path);
    return real === null
      ? { kind: 'unreadable', reason: 'it leads out of the examined folders' }
      : await openChecked(await fs.open(real, READ_FLAGS));
  } catch (error) {
    return unread(fs, path, error);
  }
}

async function openChecked(file: OpenFile): Promise<PlainFile | Unread> {
  let isOurs = false;
  try {
    const facts = await file.stat();
    if (facts.isDirectory()) return { kind: 'folder' };
    // SECURITY: G3. A FIFO would wait for ever, a device may do anything when it is read.
    if (!facts.isFile()) return { kind: 'unreadable', reason: 'it is not a regular file' };
    isOurs = true;
    return { kind: 'open', file, facts };
  } finally {
    if (!isOurs) await file.close();
  }
}
