import { ISSUED } from './issued-keys.ts';
import type { Range } from './ranges.ts';

/** A part of a text that is long enough for a key: what a key is made of, without a break. */
const LONG_WORD = /[\w.~+/=-]{11,}/g;
/** Words that were read already, and whether they hold a shape: logs repeat themselves. */
const REMEMBERED = 4096;
const plain = new Set<string>();
const LONGEST_REMEMBERED = 256;

/** RFC 7468 blocks, unless public: up to the end mark, or to the end where it was cut off. */
const BLOCK =
  /-----BEGIN (?!CERTIFICATE|PUBLIC)[A-Z0-9 ]{1,40}-----[^]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g;

/**
 * Finds every known key shape in a text: what issuers of keys give out (issued-keys.ts), and private
 * key blocks.
 * @param text any text
 * @returns the ranges, in no particular order, possibly overlapping
 */
export function shapeRanges(text: string): Range[] {
  const ranges: Range[] = text.includes('-----BEGIN ') ? matchesOf(text, BLOCK, 0) : [];
  for (const { index, 0: word } of text.matchAll(LONG_WORD)) {
    if (plain.has(word)) continue;
    const found = matchesOf(word, ISSUED, index);
    if (found.length > 0) ranges.push(...found);
    else if (word.length <= LONGEST_REMEMBERED) remember(word);
  }
  return ranges;
}

function remember(word: string): void {
  if (plain.size >= REMEMBERED) plain.clear();
  plain.add(word);
}

function matchesOf(text: string, pattern: RegExp, shift: number): Range[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: whole }): Range => {
    return [shift + index, shift + index + whole.length];
  });
}

const RUN = /[A-Za-z0-9_]{16,}/g;

/**
 * Says whether a single value (never a sentence) looks like a generated secret: a known shape, or a
 * run of 16 and more letters and digits with at least two digits among letters. UUIDs, dates and
 * hyphenated names do not.
 */
export function looksOpaque(value: string): boolean {
  if (shapeRanges(value).length > 0) return true;
  return Array.from(value.matchAll(RUN), ([run]) => run).some(
    (run) => /[A-Za-z]/.test(run) && (run.match(/\d/g)?.length ?? 0) >= 2,
  );
}
