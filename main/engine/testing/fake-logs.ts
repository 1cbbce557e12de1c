import type { LogScanOptions, Logs, ScannedLine } from '../ports.ts';
import type { FakeFiles } from './fake-files.ts';

export interface FakeLogs extends Logs {
  /** Paths that were scanned, in order. */
  readonly scanned: readonly string[];
  /** Hands new lines to who follows that path. */
  write(path: string, ...lines: readonly string[]): void;
}

const DATED = /^[[{"]*(?:timestamp":")?\d{4}-\d\d-\d\d[T ]/;

/** The Logs port over fake files: whole files, in one part. */
export function createFakeLogs(files: FakeFiles): FakeLogs {
  const scanned: string[] = [];
  const followers = new Map<string, (lines: readonly ScannedLine[]) => void>();
  return {
    scanned,
    write(path, ...lines) {
      followers.get(path)?.(lines.map((text) => ({ offset: 0, line: null, text, head: null })));
    },
    async scan(path, options, onLines) {
      scanned.push(path);
      const read = await files.read(path, Number.MAX_SAFE_INTEGER);
      if (read.kind !== 'bytes') return read;
      onLines(linesOf(new TextDecoder().decode(read.bytes), options));
      return {
        kind: 'scanned',
        size: read.bytes.length,
        modifiedAt: 0,
        read: 'whole',
        note: null,
      };
    },
    follow(path, _length, onLines, signal) {
      followers.set(path, onLines);
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    },
  };
}

function linesOf(text: string, { needles, lineLength }: LogScanOptions): readonly ScannedLine[] {
  let head: string | null = null;
  return text.split('\n').flatMap((line, at) => {
    const isDated = DATED.test(line);
    if (isDated) head = line;
    if (!needles.some((needle) => line.includes(needle))) return [];
    return [
      { offset: at, line: at + 1, text: line.slice(0, lineLength), head: isDated ? null : head },
    ];
  });
}
