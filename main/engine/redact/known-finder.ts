import { SecretIndex, SHORTEST_INDEXED } from '../handshake/record/secret-index.ts';
import { spellingsOf } from '../handshake/record/spellings.ts';
import type { KnownValues } from './known-values.ts';
import type { Mark } from './marks.ts';

/**
 * Prepares the search for values that are known, in all their spellings and also where a line break
 * splits one.
 * @see safety H4, H5
 */
export function knownFinder({ values }: KnownValues): (text: string) => readonly Mark[] {
  if (values.length === 0) return () => [];
  const index = new SecretIndex();
  const words = new Set<string>();
  for (const secret of values) {
    const value = secret.reveal();
    for (const one of allSpellingsOf(value)) {
      if (one.length >= SHORTEST_INDEXED) index.add(one, value);
      else if (one === value) words.add(one);
    }
  }
  const short = wordPattern(words);
  return (text) => [
    ...direct(index, text),
    ...acrossLines(index, text),
    ...shortWords(short, text),
  ];
}

function direct(index: SecretIndex, text: string): readonly Mark[] {
  return index.find(text).map(({ start, end, tag }) => mark(start, end, tag));
}

function mark(start: number, end: number, value: string): Mark {
  return { start, end, kind: 'known value', value };
}

/** Hexadecimal, and UTF-16 read byte by byte, besides the spellings of requests and answers. */
function allSpellingsOf(value: string): readonly string[] {
  const bytes = new TextEncoder().encode(value);
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');
  const wide = [...value].join('\0');
  const shownWide = [...value].join(String.raw`\u0000`);
  const wideBytes = `${wide}\0`;
  return [
    ...spellingsOf(value),
    ...spellingsOf(wideBytes).slice(1),
    wide,
    shownWide,
    hex,
    hex.toUpperCase(),
  ];
}

const BREAK = /\\?[ \t]*(?:\r\n?|\n|\\r\\n|\\n)[ \t]*/g;

/** Read once more without its line breaks; each place is led back to the original. */
function acrossLines(index: SecretIndex, text: string): readonly Mark[] {
  const cuts = Array.from(
    text.matchAll(BREAK),
    ({ index: at, 0: whole }) => [at, at + whole.length] as const,
  );
  if (cuts.length === 0) return [];
  let [joined, from] = ['', 0];
  const starts: [joined: number, original: number][] = [];
  for (const [start, end] of [...cuts, [text.length, text.length] as const]) {
    starts.push([joined.length, from]);
    joined += text.slice(from, start);
    from = end;
  }
  const original = placeIn(starts);
  return index
    .find(joined)
    .map(({ start, end, tag }) => mark(original(start), original(end - 1) + 1, tag));
}

function placeIn(starts: readonly (readonly [number, number])[]): (at: number) => number {
  return (at) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]![0] <= at) low = middle;
      else high = middle - 1;
    }
    const [joined, original] = starts[low]!;
    return original + at - joined;
  };
}

function wordPattern(words: ReadonlySet<string>): RegExp | null {
  if (words.size === 0) return null;
  const all = [...words].map((one) => one.replace(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\w-])(?:${all.join('|')})(?![\w-])`, 'g');
}

function shortWords(pattern: RegExp | null, text: string): readonly Mark[] {
  if (pattern === null) return [];
  return Array.from(text.matchAll(pattern), ({ index, 0: one }) =>
    mark(index, index + one.length, one),
  );
}
