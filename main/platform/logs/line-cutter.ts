import type { ScannedLine } from '../../engine/ports.ts';
import { createDatedHead } from './dated-head.ts';
import { UNFINISHED, HISTORY, type LogWindow } from './log-window.ts';
import type { NeedleFinder, NeedleSearch } from './needle-finder.ts';
import type { TextForm } from './text-form.ts';

export interface CutterOptions {
  readonly form: TextForm;
  readonly finder: NeedleFinder;
  readonly lineLength: number;
  /** False where no line needs the dated one above it. */
  readonly heads?: boolean;
  /** Lines whose first byte lies from `begin` on and before `end` are handed over. */
  readonly begin: number;
  readonly end: number;
  /** Newlines in the file before the first window; null where they were not counted. */
  readonly newlinesAbove: number | null;
}

export interface Cut {
  readonly lines: readonly ScannedLine[];
  /** Index from which on the window is to be kept for the next one. */
  readonly keep: number;
  /** True where no line of the part can follow. */
  readonly isDone: boolean;
}

/** Cuts the windows of one part of a file, given in their order, into the lines that hold a needle. */
export interface LineCutter {
  cut(window: LogWindow): Cut;
}

/** The line that is read just now; places are of the file. */
interface Current {
  readonly start: number;
  /** Where looking goes on: for a needle, or for the end of the line once it is a hit. */
  searched: number;
  isHit: boolean;
  /** Of a line that is too long to be kept: what is handed over when its end is found. */
  begun: ScannedLine | null;
}

/** A line is carried from window to window until its end is found: never lost, never doubled. */
export function createLineCutter(options: CutterOptions): LineCutter {
  const { form, finder, begin, end } = options;
  const textOf = createTextOf(options);
  const dated = createDatedHead(form, textOf);
  const count = createLineCount(options);
  let line: Current | null = begin === 0 ? lineFrom(0) : null;
  let search: NeedleSearch | null = null;

  const read = (window: LogWindow, stop: number): ScannedLine => {
    const start = (line?.start ?? 0) - window.origin;
    const text = textOf(window, start, stop);
    const head = options.heads === false ? null : dated.of(window, start, text);
    const number = count.upTo(window, window.origin + start);
    return { offset: window.origin + start, line: number, text, head };
  };
  const cutNext = (window: LogWindow, high: number, lines: ScannedLine[]): boolean => {
    line ??= firstLine(options, window, high);
    if (line !== null && !line.isHit) {
      search ??= finder.search(window.bytes, line.searched - window.origin, high);
      line = seek(options, search, window, high, line);
    }
    if (line === null || !line.isHit || line.start >= end) return false;
    const found = form.newline(window.bytes, line.searched - window.origin, high);
    if (found < 0 && !window.isLast) {
      line.searched = window.origin + high;
      return false;
    }
    const { start } = line;
    const stop = found < 0 ? high : found;
    lines.push(line.begun ?? read(window, stop));
    line = lineFrom(window.origin + (found < 0 ? high : found + form.width));
    if (found >= 0) count.one(start, line.start);
    return found >= 0;
  };
  return {
    cut(window) {
      const high = window.high - ((window.origin + window.high) & (form.width - 1));
      const lines: ScannedLine[] = [];
      search = null;
      while (cutNext(window, high, lines)) continue;
      const start = (line?.start ?? window.origin + high) - window.origin;
      if (line !== null && high - start > UNFINISHED) line.begun ??= read(window, high);
      count.upTo(window, window.origin + Math.max(start, window.low));
      const isLong = line !== null && line.begun !== null;
      const keep = isLong ? high - finder.longest : start - HISTORY;
      return {
        lines,
        keep: Math.max(window.low, keep),
        isDone: line !== null && line.start >= end,
      };
    },
  };
}

function lineFrom(start: number): Current {
  return { start, searched: start, isHit: false, begun: null };
}

/** Behind the first newline that lies before `begin` or later; null while none was read. */
function firstLine({ form, begin }: CutterOptions, window: LogWindow, high: number) {
  const from = Math.max(begin - form.width - window.origin, window.low);
  const found = form.newline(window.bytes, from, high);
  return found < 0 ? null : lineFrom(window.origin + found + form.width);
}

/** The next line that holds a needle; else the last line that was read, as far as it was searched. */
function seek(
  { form, finder }: CutterOptions,
  search: NeedleSearch,
  window: LogWindow,
  high: number,
  line: Current,
): Current {
  const { bytes, origin } = window;
  const from = line.searched - origin;
  let found = search.next(from);
  // A text of two-byte units can be met between two units, where it is none.
  while (found >= 0 && ((origin + found) & (form.width - 1)) !== 0) found = search.next(found + 1);
  const above = form.lastNewline(bytes, from, found < 0 ? high : found);
  const next = above < 0 ? line : lineFrom(origin + above + form.width);
  next.isHit = found >= 0;
  // What may be the beginning of a needle is looked at again.
  const again = Math.max(0, finder.longest - form.width);
  next.searched = found < 0 ? Math.max(next.searched, origin + high - again) : origin + found;
  return next;
}

/** The text between two indexes, without its mark and its CR, cut at the longest length. */
function createTextOf({ form, lineLength }: CutterOptions) {
  // A character of UTF-16 has at most three bytes in UTF-8.
  const bytesOfLongest = lineLength * 3 + 4;
  return (window: LogWindow, start: number, stop: number): string => {
    const from = window.origin + start === 0 ? start + form.mark : start;
    const text = form.decode(window.bytes, from, Math.min(stop, from + bytesOfLongest));
    if (text.length > lineLength) return text.slice(0, lineLength).replace(/[\uD800-\uDBFF]$/, '');
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  };
}

/** Numbers lines; places must be asked about in their order. */
function createLineCount({ form, newlinesAbove }: CutterOptions) {
  let counted = 0;
  let newlines = newlinesAbove;
  return {
    /** @returns the number of the line that begins at a place; null where it is not known */
    upTo(window: LogWindow, place: number): number | null {
      if (newlines === null) return null;
      const from = Math.max(counted, window.origin + window.low);
      newlines += form.countNewlines(window.bytes, from - window.origin, place - window.origin);
      counted = Math.max(counted, place);
      return newlines + 1;
    },
    /** From the beginning of a line to that of the next nothing needs to be counted. */
    one(start: number, next: number): void {
      if (newlines === null || counted !== start) return;
      newlines += 1;
      counted = next;
    },
  };
}
