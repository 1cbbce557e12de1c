import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ArchiveEntry } from '../../engine/bundle-ports.ts';
import { isOwnName } from './own-entry-name.ts';

/** Nothing of an archive tells when it was written but what stands in it. */
const DATE = new Date(1980, 0, 1);
const PLAIN_FILE_0600 = 0o100600;
/** Smaller pieces cost a compressor call each. */
const PIECE = 64 * 1024;

/**
 * The bytes of a zip, made while they are read. Entries are asked for one after the other; who stops
 * reading ends them all.
 * @throws Error for a name that is none of ours (a bug); what an entry throws
 */
// SECURITY: H11: fixed names and dates, plain files only
export async function* zipStream(entries: readonly ArchiveEntry[]): AsyncGenerator<Uint8Array> {
  const wrong = entries.find(({ name }) => !isOwnName(name));
  const names = new Set(entries.map(({ name }) => name));
  if (wrong !== undefined || names.size < entries.length)
    throw new Error('That is no list of names of ours.');
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  let current: Readable | null = null;
  for (const { name, pieces } of entries) {
    const options = { mtime: DATE, mode: PLAIN_FILE_0600, forceDosTimestamp: true };
    zip.addReadStreamLazy(name, options, (give) => {
      current = Readable.from(encoded(pieces()), { objectMode: false });
      // A pipe does not carry errors.
      current.once('error', (error) => output.destroy(error));
      give(null, current);
    });
  }
  zip.on('error', (error: Error) => output.destroy(error));
  zip.end();
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) yield chunk;
  } finally {
    (current as Readable | null)?.destroy();
    output.destroy();
  }
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    const end = endsInside(text) ? text.length - 1 : text.length;
    yield Buffer.from(text.slice(0, end));
    text = text.slice(end);
  }
  if (text !== '') yield Buffer.from(text);
}

/** Between the halves of a character? */
function endsInside(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0xd800 && code <= 0xdbff;
}
