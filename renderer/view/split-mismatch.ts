import { escapeInvisible } from '../store/escape-invisible.ts';

/** One of two strings, cut at the first difference; `differs` is empty where the string ends there. */
export interface Cut {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

/**
 * Cuts a string around the character that differs from the other string. A character outside the
 * basic plane is kept whole, also where the index falls between its halves.
 * @param text one of the two strings of a mismatch
 * @param differsAt index of the first differing UTF-16 unit; negative where one string is missing
 * @returns the three parts, with invisible characters escaped
 */
export function splitMismatch(text: string, differsAt: number): Cut {
  if (differsAt < 0) return { before: escapeInvisible(text), differs: '', after: '' };
  const start = isSecondHalf(text, differsAt) ? differsAt - 1 : differsAt;
  const code = text.codePointAt(start);
  const end = code === undefined ? start : start + (code > 0xffff ? 2 : 1);
  return {
    before: escapeInvisible(text.slice(0, start)),
    differs: escapeInvisible(text.slice(start, end)),
    after: escapeInvisible(text.slice(end)),
  };
}

function isSecondHalf(text: string, index: number): boolean {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}
