import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

type MakeStage = (firstByte: number) => Transform;

/** RFC 9110 §8.4.1. Some servers send raw deflate; the first byte tells (RFC 1950 §2.2). */
const CODINGS: Readonly<Record<string, MakeStage>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw()),
  br: () => createBrotliDecompress(),
};

/** What we ask for, and therefore all that we can undo. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/**
 * Undoes a content coding. A coding that we did not ask for is left as it came: it is for the
 * reader of the evidence to see.
 * @param source the body as it comes over the wire
 * @param coding value of Content-Encoding, or null
 * @returns the decompressed pieces; throws zlib's error on bad data, and the source's own
 */
export async function* inflated(
  source: AsyncIterable<Uint8Array>,
  coding: string | null,
): AsyncGenerator<Uint8Array> {
  const make = CODINGS[(coding ?? '').trim().toLowerCase()];
  if (make === undefined) {
    yield* source;
    return;
  }
  const pieces = source[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const stage = make(first.value[0] ?? 0);
  // The error reaches the reader through the stage, which the pipeline destroys with it.
  pipeline(Readable.from(startingWith(first.value, pieces)), stage, () => undefined);
  yield* stage;
}

async function* startingWith(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield next.value;
  }
}
