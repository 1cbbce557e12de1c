import type { OpenFile } from '../file-system.ts';

/** What is looked at of a file at once. */
export interface LogWindow {
  readonly bytes: Buffer;
  /** Where in the file `bytes` would begin; below 0 where less lies before the window than fits. */
  readonly origin: number;
  /** Indexes in `bytes` between which the file lies. */
  readonly low: number;
  readonly high: number;
  /** True where nothing follows: a line at its end is whole. */
  readonly isLast: boolean;
}

/** How far above a line its dated one is looked for. */
export const HISTORY = 64 * 1024;
/** What is kept of a line whose end was not read yet; beyond this only its beginning's text. */
export const UNFINISHED = 256 * 1024;
/** Where in a buffer new bytes are read to; what is carried from the window before lies below. */
export const BASE = HISTORY + UNFINISHED;

/**
 * Puts the end of one window below the new bytes of another buffer, or of the same.
 * @param keep index from which on it is kept, at most BASE bytes
 * @returns where it lies: the `low` of the next window
 */
export function carryOver(window: LogWindow, keep: number, into: Buffer): number {
  const low = BASE - (window.high - keep);
  window.bytes.copy(into, low, keep, window.high);
  return low;
}

/**
 * Fills a buffer from BASE on, as far as the file and `to` go.
 * @returns the bytes read; fewer than asked for only where the file ends earlier
 */
export async function fill(
  file: OpenFile,
  buffer: Buffer,
  position: number,
  to: number,
): Promise<number> {
  const wanted = Math.min(buffer.length - BASE, to - position);
  let got = 0;
  while (got < wanted) {
    const { bytesRead } = await file.read(buffer, BASE + got, wanted - got, position + got);
    if (bytesRead === 0) break;
    got += bytesRead;
  }
  return got;
}
