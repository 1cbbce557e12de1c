import type { OpenFile } from '../file-system.ts';
import { BASE, carryOver, fill, type LogWindow } from './log-window.ts';

export interface WindowRequest {
  readonly file: OpenFile;
  readonly from: number;
  readonly to: number;
  readonly buffers: Buffers;
  readonly signal: AbortSignal;
}
/** Two, so that one is filled while the other is looked at; both of the same size. */
export type Buffers = readonly [Buffer, Buffer];

/** How reading ended: `short` is that the file ended before `to`. */
export type WindowsEnd = 'all' | 'short' | 'enough' | 'stopped';

/**
 * New bytes of a window. Larger ones are not faster; with every line a hit, what is done with one of
 * 1 MiB keeps the thread for longer than a frame.
 */
export const CHUNK = 512 * 1024;

/** Room for new bytes of a whole chunk, or of a smaller file. */
export function createBuffers(size = CHUNK): Buffers {
  const length = BASE + Math.min(CHUNK, Math.max(size, 4));
  return [Buffer.allocUnsafeSlow(length), Buffer.allocUnsafeSlow(length)];
}

/**
 * Reads a part of a file in windows, one ahead: the disk and who looks work at the same time.
 * @param look is told the windows in their order; says from which index on one is to be kept below
 *   the next, or null where it has enough
 * @throws what the system says where the file cannot be read on
 */
export async function readWindows(
  { file, from, to, buffers, signal }: WindowRequest,
  look: (window: LogWindow) => number | null,
): Promise<WindowsEnd> {
  let [low, position, turn] = [BASE, from, 0];
  let reading = fill(file, buffers[0], position, to);
  for (;;) {
    const bytes = turn === 0 ? buffers[0] : buffers[1];
    const other = turn === 0 ? buffers[1] : buffers[0];
    const got = await reading;
    if (signal.aborted) return 'stopped';
    const next = position + got;
    const isShort = got < Math.min(bytes.length - BASE, to - position);
    const isLast = isShort || next >= to;
    reading = isLast ? Promise.resolve(0) : fill(file, other, next, to);
    // It may fail while nobody waits for it: when there is enough, or `look` throws.
    reading.catch(() => undefined);
    const window = { bytes, origin: position - BASE, low, high: BASE + got, isLast };
    const keep = look(window);
    if (keep === null) return finish(reading, 'enough');
    if (isLast) return isShort ? 'short' : 'all';
    low = carryOver(window, keep, other);
    [position, turn] = [next, 1 - turn];
  }
}

/** The buffers are free only when nothing is read into them any more. */
async function finish(reading: Promise<number>, end: WindowsEnd): Promise<WindowsEnd> {
  await reading.catch(() => undefined);
  return end;
}
