import { TextDecoder } from 'node:util';
import { AppError } from '../../contract/errors.ts';
import type { LogTexts } from '../../engine/bundle-ports.ts';
import { nodeFileSystem, type FileSystem, type OpenFile } from '../file-system.ts';
import { openPlainFile } from '../open-plain-file.ts';

export interface LogTextsOptions {
  /** Folders outside of which nothing is read, for a copied profile; null for the real machine. */
  readonly roots: readonly string[] | null;
  readonly fs?: FileSystem;
}

const CHUNK = 64 * 1024;

/** The LogTexts port on node:fs: shared reading, one piece at a time (safety H15, G8). */
export function createLogTexts({ roots, fs = nodeFileSystem }: LogTextsOptions): LogTexts {
  return { read: (path, newestBytes, signal) => read(fs, roots, path, newestBytes, signal) };
}

async function* read(
  fs: FileSystem,
  roots: readonly string[] | null,
  path: string,
  newestBytes: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const opened = await openPlainFile(fs, roots, path);
  if (opened.kind !== 'open') throw unreadable(path, reasonOf(opened));
  const { file, facts } = opened;
  try {
    const decoder = await decoderOf(file);
    // Two bytes at once, so that no unit of UTF-16 is parted.
    const from = Math.max(0, facts.size - newestBytes) & ~1;
    const texts = decoded(chunks(file, from, facts.size, signal), decoder);
    yield* from === 0 ? texts : fromLine(texts);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(path, 'it could not be read to its end', error);
  } finally {
    await file.close().catch(() => undefined);
  }
}

async function* chunks(
  file: OpenFile,
  from: number,
  to: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.min(CHUNK, Math.max(to - from, 2)));
  for (let at = from; at < to;) {
    if (signal.aborted) throw new AppError('stopped');
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, to - at), at);
    // It was cut short meanwhile: what was read stands.
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function decoderOf(file: OpenFile): Promise<TextDecoder> {
  const head = new Uint8Array(2);
  await file.read(head, 0, 2, 0);
  const [a, b] = head;
  const isWide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return new TextDecoder(isWide ? (a === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8');
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  decoder: TextDecoder,
): AsyncGenerator<string> {
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Begins behind the first line end: a line that is cut could begin within a secret. */
async function* fromLine(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let isOn = false;
  for await (const text of texts) {
    const from: number = isOn ? 0 : text.indexOf('\n') + 1;
    if (isOn || from > 0) yield text.slice(from);
    isOn ||= from > 0;
  }
}

function reasonOf(one: { readonly kind: string; readonly reason?: string }): string {
  return one.reason ?? (one.kind === 'missing' ? 'it is not there any more' : 'it is no file');
}

function unreadable(file: string, reason: string, cause?: unknown): AppError {
  return new AppError('file-unreadable', { file, reason }, { cause });
}
