import { OPEN, type ChangeFile, type ChangeFileSystem } from './change-file-system.ts';

/** No file that Unblank changes is larger (safety G2). */
export const SIZE_LIMIT = 10 * 1024 * 1024;

/**
 * The bytes of a regular file that is opened through no link: what was opened is what is asked about
 * and read (safety G8).
 * @returns null where it is no regular file, or larger than may be
 * @throws what the system says
 */
export async function readWhole(fs: ChangeFileSystem, path: string): Promise<Uint8Array | null> {
  const file = await fs.open(path, OPEN.read);
  try {
    const facts = await file.stat();
    return facts.isFile() ? await readUpTo(file, facts.size) : null;
  } finally {
    await file.close();
  }
}

/** Asks for one byte more than it should have: a file may grow meanwhile. */
async function readUpTo(file: ChangeFile, size: number): Promise<Uint8Array | null> {
  let buffer = new Uint8Array(Math.min(size, SIZE_LIMIT) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return buffer.slice(0, length);
    length += bytesRead;
    if (length > SIZE_LIMIT) return null;
    if (length === buffer.length) buffer = grown(buffer);
  }
}

function grown(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(buffer.length * 2, SIZE_LIMIT + 1));
  larger.set(buffer);
  return larger;
}
