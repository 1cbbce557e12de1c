import type { ScannedLine } from '../../../ports.ts';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/;
const LOCAL = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?/;

/**
 * Reads the time at the beginning of a text. One without a zone is in the zone of the machine that
 * runs us, as the programs write it.
 * @returns milliseconds since 1970 and the length of the text that says so; null where there is none
 */
export function timeAt(text: string): { readonly time: number; readonly length: number } | null {
  const iso = ISO.exec(text);
  if (iso !== null) return timed(Date.parse(iso[0]), iso[0].length);
  const local = LOCAL.exec(text);
  if (local === null) return null;
  return timed(Date.parse(`${local[1] ?? ''}T${local[2] ?? ''}`), local[0].length);
}

function timed(time: number, length: number): { time: number; length: number } | null {
  return Number.isFinite(time) ? { time, length } : null;
}

/**
 * The prefix that counts for a line: its own where it matches, else that of its head. Metadata over
 * several lines and what a server prints belong to the nearest line above that the program dated.
 * @param line as the scanner hands it over
 * @param prefix matches a dated line of the format; sees at most the first 400 characters
 * @returns the match, and whether it is the line's own
 */
export function prefixOf(
  { text, head }: ScannedLine,
  prefix: RegExp,
): { readonly match: RegExpExecArray; readonly isOwn: boolean } | null {
  const own = prefix.exec(text.slice(0, PREFIX_LIMIT));
  if (own !== null) return { match: own, isOwn: true };
  const above = head === null ? null : prefix.exec(head.slice(0, PREFIX_LIMIT));
  return above === null ? null : { match: above, isOwn: false };
}

/** No prefix of a known program is longer; it bounds the work on a line that is not one. */
const PREFIX_LIMIT = 400;
