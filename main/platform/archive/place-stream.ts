import { dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { ownTemp } from '../changes/own-temp.ts';
import type { ArchiveFile, ArchiveFileSystem } from './archive-file-system.ts';

interface PlaceJob {
  readonly fs: ArchiveFileSystem;
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/**
 * Writes a stream to a file at once: a temporary file beside it, fsynced, renamed. Until then what is
 * at the path stays, and of a failure nothing is left (safety G6, H11).
 * @throws AppError `bundle-too-large`, `stopped`; what the system or the stream says
 */
export async function placeStream(job: PlaceJob): Promise<void> {
  const { fs, path } = job;
  const name = ownTemp.next();
  const temp = join(dirname(path), name);
  let isThere = false;
  try {
    const file = await fs.create(temp);
    try {
      await fill(file, job);
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.rename(temp, path);
    isThere = true;
    await fs.syncFolder(dirname(path));
  } finally {
    if (!isThere) await fs.unlink(temp).catch(() => undefined);
    ownTemp.forget(name);
  }
}

async function fill(file: ArchiveFile, { bytes, limit, signal }: PlaceJob): Promise<void> {
  let size = 0;
  for await (const chunk of bytes) {
    if (signal.aborted) throw new AppError('stopped');
    size += chunk.length;
    if (size > limit)
      throw new AppError('bundle-too-large', { limit: `${Math.round(limit / 1024 / 1024)} MB` });
    await writeAll(file, chunk);
  }
}

/** A drive may take less than it is given. */
async function writeAll(file: ArchiveFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;)
    done += (await file.write(bytes.subarray(done))).bytesWritten;
}
