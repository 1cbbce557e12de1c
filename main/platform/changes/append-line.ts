import { OPEN, type ChangeFile, type ChangeFileSystem } from './change-file-system.ts';
import { writeAll } from './place-bytes.ts';

const LINE_END = 10;

/**
 * Appends a line and its end, fsynced. What was torn off before is ended first. Where the disk refuses
 * in the middle, what was written of the line is taken back.
 * @throws what the system says; then the file is as it was, or where the disk refused that, too, it
 *   has a torn last line
 */
export async function appendLine(fs: ChangeFileSystem, path: string, line: string): Promise<void> {
  const file = await fs.open(path, OPEN.append, 0o600);
  try {
    const { size, mode } = await file.stat();
    if ((mode & 0o077) !== 0) await file.chmod(0o600);
    const isTorn = size > 0 && (await byteAt(file, size - 1)) !== LINE_END;
    await addTo(file, size, Buffer.from(`${isTorn ? '\n' : ''}${line}\n`));
  } finally {
    await file.close();
  }
}

async function addTo(file: ChangeFile, size: number, bytes: Uint8Array): Promise<void> {
  try {
    await writeAll(file, bytes);
    await file.sync();
  } catch (error) {
    await file.truncate(size).catch(() => undefined);
    throw error;
  }
}

async function byteAt(file: ChangeFile, position: number): Promise<number | undefined> {
  const buffer = new Uint8Array(1);
  await file.read(buffer, 0, 1, position);
  return buffer[0];
}
