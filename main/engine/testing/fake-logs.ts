import type { LogScan, LogScanOptions, Logs, ScannedLine } from '../ports.ts';
import type { FakeFiles } from './fake-files.ts';

export interface FakeLogs extends Logs {
  /** Paths that were scanned, in order. */
  readonly scanned: readonly string[];
  /** Hands new lines to who follows that path. */
  write(path: string, ...lines: readonly string[]): void;
}

const DATED = /^[[{"]*(?:timestamp":")?\d{4}-\d\d-\d\d[T ]/;
const NEWLINE = 10;

/** The Logs port over fake files: whole files, in one part. Keeps LOGS_CONTRACT. */
export function createFakeLogs(files: FakeFiles): FakeLogs {
  const scanned: string[] = [];
  const followers = new Map<string, (...lines: readonly string[]) => void>();
  return {
    scanned,
    write: (path, ...lines) => followers.get(path)?.(...lines),
    async scan(path, options, onLines, signal) {
      if (signal.aborted) return STOPPED;
      scanned.push(path);
      const read = await files.read(path, Number.MAX_SAFE_INTEGER);
      if (read.kind !== 'bytes') return read;
      const size = read.bytes.length;
      const begin = options.newestBytes === null ? 0 : Math.max(0, size - options.newestBytes);
      const lines = linesOf(read.bytes, options).filter(({ offset }) => offset >= begin);
      if (lines.length > 0) onLines(lines);
      const part = begin > 0 ? 'newest' : 'whole';
      return { kind: 'scanned', size, modifiedAt: 0, read: part, note: null };
    },
    async follow(path, length, onLines, signal, from) {
      if (signal.aborted) return;
      followers.set(path, (...lines) => onLines(lines.map((text) => written(text, length))));
      const read = from === 'beginning' ? await files.read(path, Number.MAX_SAFE_INTEGER) : null;
      if (read?.kind === 'bytes') onLines(linesOf(read.bytes, { ...WHOLE, lineLength: length }));
      await aborted(signal);
      followers.delete(path);
    },
  };
}

const STOPPED: LogScan = { kind: 'unreadable', reason: 'it was stopped before it was opened' };

const WHOLE = { needles: [''], newestBytes: null } as const;

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function written(text: string, length: number): ScannedLine {
  return { offset: 0, line: null, text: text.slice(0, length), head: null };
}

function linesOf(bytes: Uint8Array, { needles, lineLength }: LogScanOptions): ScannedLine[] {
  let head: string | null = null;
  return textsOf(bytes).flatMap(({ offset, whole }, index) => {
    const text = whole.slice(0, lineLength);
    const isDated = DATED.test(text);
    if (isDated) head = text;
    if (!needles.some((needle) => whole.includes(needle))) return [];
    return [{ offset, line: index + 1, text, head: isDated ? null : head }];
  });
}

function textsOf(bytes: Uint8Array) {
  const label = labelOf(bytes);
  const decoder = new TextDecoder(label);
  const ends = newlinesIn(bytes, label);
  const width = label === 'utf-8' ? 1 : 2;
  const starts = [0, ...ends.map((end) => end + width)].filter((start) => start < bytes.length);
  return starts.map((offset, index) => {
    const text = decoder.decode(bytes.subarray(offset, ends[index]));
    return { offset, whole: text.replace(/\r$/, '') };
  });
}

function labelOf([a, b]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
}

function newlinesIn(bytes: Uint8Array, label: string): number[] {
  const places = [...bytes.keys()];
  if (label === 'utf-8') return places.filter((at) => bytes[at] === NEWLINE);
  const low = label === 'utf-16le' ? 0 : 1;
  return places.filter(
    (at) => at % 2 === 0 && bytes[at + low] === NEWLINE && bytes[at + 1 - low] === 0,
  );
}
