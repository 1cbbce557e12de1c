import type { TextForm } from './text-form.ts';
import { HISTORY, type LogWindow } from './log-window.ts';

/** Finds, for lines from above to below, the nearest line above that begins with a date. */
export interface DatedHead {
  /**
   * @param start index of the line's first byte in the window
   * @param text of the line
   * @returns null where the line begins with a date itself, or none of the 64 KiB above it does
   */
  of(window: LogWindow, start: number, text: string): string | null;
}

interface Head {
  readonly at: number;
  readonly text: string;
}

/** An ISO date as the clients begin a line with it: bare, in brackets, or as the first of a JSON. */
const DATED = /^[[{"]*(?:timestamp":")?\d{4}-\d\d-\d\d[T ]/;

/**
 * Looks above a line only as far as it did not look for the line before, so that a log in which
 * every line is asked about and none has a date costs no more than reading it once.
 * @param textOf the text of the line between two indexes of a window
 */
export function createDatedHead(
  form: TextForm,
  textOf: (window: LogWindow, start: number, end: number) => string,
): DatedHead {
  /** Up to which place of the file it is known what the head is. */
  let known: { readonly at: number; readonly head: Head | null } = { at: -1, head: null };
  const lookAbove = (window: LogWindow, start: number): Head | null => {
    const lowest = Math.max(window.low, start - HISTORY);
    for (let line = start; line > lowest;) {
      const end = line - form.width;
      line = form.lastNewline(window.bytes, lowest, end) + form.width;
      if (line < lowest + form.width) line = lowest;
      const at = window.origin + line;
      if (at <= known.at) return known.head;
      if (line === lowest && at > 0) return null;
      const text = textOf(window, line, end);
      if (DATED.test(text)) return { at, text };
    }
    return null;
  };
  return {
    of(window, start, text) {
      const at = window.origin + start;
      const isDated = DATED.test(text);
      known = { at, head: isDated ? { at, text } : lookAbove(window, start) };
      const { head } = known;
      return isDated || head === null || at - head.at > HISTORY ? null : head.text;
    },
  };
}
