import type { TextForm } from './text-form.ts';
import { HISTORY, type LogWindow } from './log-window.ts';

/** Finds, for lines from above to below, the nearest line above that begins with a date. */
export interface DatedHead {
  /**
   * @param start index of the line's first byte in the window
   * @returns null where the line begins with a date itself, or none of the 64 KiB above it does
   */
  of(window: LogWindow, start: number): string | null;
}

interface Known {
  /** Up to which place of the file is known what the head is. */
  readonly at: number;
  readonly head: { readonly at: number; readonly text: string } | null;
}

/** An ISO date as the clients begin a line with it: bare, in brackets, or as the first of a JSON. */
const DATED = /^[[{"]*(?:timestamp":")?\d{4}-\d\d-\d\d[T ]/;
const DATED_CHARACTERS = 32;

/**
 * @param textOf the text of the line that begins at an index of the window
 */
export function createDatedHead(
  form: TextForm,
  textOf: (window: LogWindow, start: number) => string,
): DatedHead {
  let known: Known = { at: -1, head: null };
  const isDated = (window: LogWindow, start: number) => {
    const begin = window.origin + start === 0 ? start + form.mark : start;
    const end = Math.min(begin + DATED_CHARACTERS * form.width, window.high);
    return DATED.test(form.decode(window.bytes, begin, end));
  };
  const lookAbove = (window: LogWindow, start: number): Known['head'] => {
    const lowest = Math.max(window.low, start - HISTORY);
    let line = start;
    while (line > lowest) {
      line = startOfLine(form, window, lowest, line - form.width);
      const at = window.origin + line;
      if (at <= known.at) return known.head;
      if (line === lowest && at > 0) return null;
      if (isDated(window, line)) return { at, text: textOf(window, line) };
    }
    return null;
  };
  return {
    of(window, start) {
      const at = window.origin + start;
      if (isDated(window, start)) {
        known = { at, head: { at, text: textOf(window, start) } };
        return null;
      }
      const head = lookAbove(window, start);
      known = { at, head };
      return head !== null && at - head.at <= HISTORY ? head.text : null;
    },
  };
}

function startOfLine(form: TextForm, window: LogWindow, lowest: number, before: number): number {
  const above = form.lastNewline(window.bytes, lowest, before);
  return above < 0 ? lowest : above + form.width;
}
