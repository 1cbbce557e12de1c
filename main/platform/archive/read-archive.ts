import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { open, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../contract/errors.ts';
import type { WrittenArchive } from '../../engine/bundle-ports.ts';
import { isOwnName } from './own-entry-name.ts';

/** All entries together, unpacked: no archive of ours has more (safety H11). */
const UNPACKED = 1024 * 1024 * 1024;
const FILE_TYPE = 0o170000;
const PLAIN_FILE = 0o100000;

/**
 * Reads an archive of ours from the disk, every entry to its end.
 * @throws AppError `file-unreadable` for one that is none of ours: other names, links, too large
 */
export async function readArchive(path: string, limit: number): Promise<WrittenArchive> {
  const { size } = await stat(path);
  if (size > limit) throw unreadable(path, 'it is larger than a bundle can be');
  const entries: { name: string; size: number; hash: string }[] = [];
  await eachEntry(path, async (entry, openEntry) => {
    const hash = createHash('sha256');
    let unpacked = 0;
    for await (const chunk of whole(entry, await openEntry())) {
      hash.update(chunk);
      unpacked += chunk.length;
    }
    entries.push({ name: entry.fileName, size: unpacked, hash: hash.digest('hex') });
    return 'next';
  });
  return { size, entries };
}

/**
 * The text of one entry, in pieces.
 * @throws AppError `file-unreadable`
 */
export async function* entryText(
  path: string,
  name: string,
  limit: number,
): AsyncGenerator<string> {
  const size = await stat(path).then(
    (facts) => facts.size,
    () => Number.NaN,
  );
  if (!(size <= limit)) throw unreadable(path, 'it is not there as it was written');
  let found: AsyncIterable<Buffer> | null = null;
  const zip = await eachEntry(path, async (entry, openEntry) => {
    if (entry.fileName !== name) return 'next';
    found = whole(entry, await openEntry());
    return 'enough';
  });
  if (found === null) throw unreadable(path, `it has no ${name}`);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  try {
    for await (const chunk of found as AsyncIterable<Buffer>)
      yield decoder.decode(chunk, { stream: true });
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    throw unreadable(path, 'it does not unpack', error);
  } finally {
    zip.close();
  }
}

/** yauzl holds an entry against its size only. @throws Error where its bytes are not what was written */
async function* whole(entry: Entry, stream: Readable): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error('The checksum is another one.');
}

type OpenEntry = () => Promise<Readable>;
type Visit = (entry: Entry, openEntry: OpenEntry) => Promise<'next' | 'enough'>;

/** Visits the entries in their order; who has enough closes the archive. */
async function eachEntry(path: string, visit: Visit): Promise<ZipFile> {
  const zip = await opened(path).catch((error: unknown) => {
    throw unreadable(path, 'it is no whole zip', error);
  });
  const names = new Set<string>();
  let unpacked = 0;
  let isKept = false;
  try {
    for (;;) {
      const entry = await nextEntry(zip);
      if (entry === null) return zip;
      unpacked += entry.uncompressedSize;
      const wrong = whyNone(entry, names, unpacked);
      if (wrong !== null) throw unreadable(path, wrong);
      names.add(entry.fileName);
      isKept = (await visit(entry, () => openStream(zip, entry))) === 'enough';
      if (isKept) return zip;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(path, 'it is no whole zip', error);
  } finally {
    if (!isKept) zip.close();
  }
}

function whyNone(entry: Entry, names: ReadonlySet<string>, unpacked: number): string | null {
  const { fileName, externalFileAttributes } = entry;
  if (!isOwnName(fileName) || names.has(fileName)) return 'a name in it is none of ours';
  const isPlain = ((externalFileAttributes >>> 16) & FILE_TYPE) === PLAIN_FILE;
  if (!isPlain || entry.isEncrypted()) return 'something in it is no plain file';
  return unpacked > UNPACKED ? 'it unpacks to more than a bundle can be' : null;
}

function opened(path: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  return new Promise((resolve, reject) => {
    open(path, options, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });
}

async function nextEntry(zip: ZipFile): Promise<Entry | null> {
  const stop = new AbortController();
  const { signal } = stop;
  const next = once(zip, 'entry', { signal }).then(([entry]) => entry as Entry);
  const end = once(zip, 'end', { signal }).then(() => null);
  zip.readEntry();
  try {
    return await Promise.race([next, end]);
  } finally {
    stop.abort();
    await Promise.allSettled([next, end]);
  }
}

function openStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) =>
      error === null ? resolve(stream) : reject(error),
    );
  });
}

function unreadable(file: string, reason: string, cause?: unknown): AppError {
  return new AppError('file-unreadable', { file, reason }, { cause });
}
