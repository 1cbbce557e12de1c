import { OPEN, type ChangeFileSystem } from './change-file-system.ts';

/**
 * The bytes of a file of ours, whatever its size; never through a link.
 * @throws what the system says, and an error with the code ENXIO for what is no regular file
 */
export async function readOwn(fs: ChangeFileSystem, path: string): Promise<Uint8Array> {
  const file = await fs.open(path, OPEN.read);
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw Object.assign(new Error('not a file'), { code: 'ENXIO' });
    const bytes = new Uint8Array(facts.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      ({ bytesRead: read } = await file.read(bytes, length, bytes.length - length, length));
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
