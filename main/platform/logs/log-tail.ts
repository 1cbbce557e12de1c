import type { OpenFile } from '../file-system.ts';
import type { FollowJob } from './follow-log.ts';
import { countLines } from './count-lines.ts';
import { createLineCutter } from './line-cutter.ts';
import { BASE, carryOver, fill, HISTORY, type LogWindow } from './log-window.ts';
import { createNeedleFinder } from './needle-finder.ts';
import { createBuffers, type Buffers } from './read-windows.ts';
import { COUNTED, formOf } from './scan-log.ts';
import type { TextForm } from './text-form.ts';

/** The growing end of one file. */
export interface LogTail {
  /** Up to where it was read. */
  readonly position: number;
  /** Hands over the lines that are whole up to a place; the rest is held. */
  readTo(file: OpenFile, size: number): Promise<void>;
  /** Hands over the rest as a line. */
  end(): void;
}

export interface TailJob extends Pick<FollowJob, 'lineLength' | 'onLines' | 'signal'> {
  readonly file: OpenFile;
  readonly size: number;
  /** True to begin with the line that is written just now, false for the first of the file. */
  readonly atEnd: boolean;
}

const ROOM = 64 * 1024;

/** @throws what the system says where the file cannot be read */
export async function createLogTail(job: TailJob): Promise<LogTail> {
  const { file, lineLength, signal } = job;
  const buffers = createBuffers(ROOM);
  const [buffer] = buffers;
  const form = await formOf(file);
  const { from, begin } = await startOf(job, form, buffers);
  const above = { file, from: 0, to: from, buffers, signal };
  const newlinesAbove = from > COUNTED ? null : await countLines(above, form);
  const finder = createNeedleFinder([new Uint8Array()]);
  const end = Number.MAX_SAFE_INTEGER;
  const cutter = createLineCutter({ form, finder, lineLength, begin, end, newlinesAbove });
  let [position, low] = [from, BASE];
  const look = (got: number, isLast: boolean) => {
    const window: LogWindow = {
      ...{ bytes: buffer, origin: position - BASE, low, high: BASE + got, isLast },
    };
    const { lines, keep } = cutter.cut(window);
    low = carryOver(window, keep, buffer);
    position += got;
    if (lines.length > 0 && !signal.aborted) job.onLines(lines);
  };
  return {
    get position() {
      return position;
    },
    async readTo(now, size) {
      for (;;) {
        const to = size - (size % form.width);
        const got = signal.aborted ? 0 : await fill(now, buffer, position, to);
        const whole = got - (got % form.width);
        if (whole <= 0) return;
        look(whole, false);
      }
    },
    end: () => look(0, true),
  };
}

/** Where to read from, so that heads are known, and where the first line begins. */
async function startOf(
  { file, size, atEnd }: TailJob,
  form: TextForm,
  [buffer]: Buffers,
): Promise<{ readonly from: number; readonly begin: number }> {
  if (!atEnd) return { from: 0, begin: 0 };
  const end = size - (size % form.width);
  const from = Math.max(0, end - HISTORY);
  const high = BASE + (await fill(file, buffer, from, end));
  const last = form.lastNewline(buffer, BASE, high);
  if (last >= 0) return { from, begin: from + last - BASE + form.width };
  return { from, begin: from === 0 ? 0 : end };
}
