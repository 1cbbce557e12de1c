import type { Range } from './ranges.ts';

type FindRanges = (text: string) => readonly Range[];

/** So often a text is decoded: encoded twice, in Base64 once within (safety H4). */
const DEPTH = 2;
const LONGEST = 65_536;

/** A word of an address or form with at least two encoded characters; and HTML around quotes. */
const ADDRESS_WORD = /[\w.~+\-!*'()%&;=:/?#@,$]{3,}/g;
const ENCODED = /%[0-9A-Fa-f]{2}/;
const ENTITIES = /&(?:quot|amp|#34|#39|apos|lt|gt|#x22|#x27);/;
const BASE64 = /[A-Za-z0-9+/_-]{24,}={0,2}/g;

/**
 * Finds in encoded parts of a text what rules find in plain text: percent-encoded (also twice), in
 * HTML, in Base64.
 * @param find the rules
 * @returns ranges of the text as it stands; of Base64 the whole word
 */
export function encodedRanges(text: string, find: FindRanges, depth = DEPTH): Range[] {
  if (depth === 0) return [];
  const within: FindRanges = (inner) => [...find(inner), ...encodedRanges(inner, find, depth - 1)];
  return [
    ...(text.includes('%') ? percentRanges(text, within) : []),
    ...(text.includes('&') && ENTITIES.test(text) ? entityRanges(text, within) : []),
    ...base64Ranges(text, within),
  ];
}

function percentRanges(text: string, find: FindRanges): Range[] {
  return Array.from(text.matchAll(ADDRESS_WORD)).flatMap(({ index, 0: word }) =>
    word.length > LONGEST || !word.includes('%') || !ENCODED.test(word)
      ? []
      : through(word, /%([0-9A-Fa-f]{2})/g, unhex, find, index),
  );
}

function unhex([, digits = '']: RegExpExecArray): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

const ENTITY = /&(quot|amp|apos|lt|gt|#34|#39|#x22|#x27);/g;
const MEANING: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  amp: '&',
  lt: '<',
  gt: '>',
};

function entityRanges(text: string, find: FindRanges): Range[] {
  return through(text, ENTITY, ([, name = '']) => MEANING[name] ?? ' ', find, 0);
}

/** Decodes, finds, and leads every place back. */
function through(
  text: string,
  code: RegExp,
  meaning: (match: RegExpExecArray) => string,
  find: FindRanges,
  shift: number,
): Range[] {
  let [plain, from] = ['', 0];
  const jumps: [plain: number, text: number][] = [[0, 0]];
  for (const match of text.matchAll(code)) {
    plain += text.slice(from, match.index);
    jumps.push([plain.length, match.index]);
    plain += meaning(match);
    from = match.index + match[0].length;
    jumps.push([plain.length, from]);
  }
  if (jumps.length === 1) return [];
  plain += text.slice(from);
  return find(plain).map(([start, end]): Range => [
    shift + original(jumps, start),
    shift + original(jumps, end),
  ]);
}

/** The last jump at or before a place, by halving. */
function original(jumps: readonly (readonly [number, number])[], at: number): number {
  let [low, high] = [0, jumps.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (jumps[middle]![0] <= at) low = middle;
    else high = middle - 1;
  }
  const [plain, text] = jumps[low]!;
  return text + at - plain;
}

function base64Ranges(text: string, find: FindRanges): Range[] {
  return Array.from(text.matchAll(BASE64)).flatMap(({ index, 0: word }): Range[] => {
    const plain = word.length > LONGEST ? null : decoded(word);
    return plain !== null && find(plain).length > 0 ? [[index, index + word.length]] : [];
  });
}

/** What a word says where it is Base64 of a text; null where it is none, as most words. */
function decoded(word: string): string | null {
  // A path or a name in letters only is no Base64 of a text with spaces, quotes or colons.
  if (!/[A-Z]/.test(word) || !/[a-z]/.test(word) || word.split('/').length > 6) return null;
  try {
    const bytes = atob(word.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    const wide = /^(?:[\x20-\x7e]\0)+$/.test(bytes) ? bytes.replaceAll('\0', '') : bytes;
    return /^[\t\n\r\x20-\x7e]+$/.test(wide) ? wide : null;
  } catch {
    return null;
  }
}
