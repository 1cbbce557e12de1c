import { looseTokenAt, type LooseToken } from './json-lexer.ts';
import { isSafeWord, shownRanges, type ValuePlace } from './json-values.ts';
import { coverRanges, type Range } from './ranges.ts';
import { looksOpaque } from './secret-shapes.ts';
import { textRanges } from './text.ts';

/** One character for one, so that a column in the masked text is the column in the file. */
const MASK = '•';
/** Brackets that open deeper than any configuration are only counted. */
const DEPTH_LIMIT = 500;

/** What is open around a place: a list or an object, the key it stands under, the last key in it. */
interface Frame {
  readonly list: boolean;
  readonly under: string | null;
  key: string | null;
  previous: string | null;
}

/** How far a text was read, and what is open there. */
interface Reader {
  at: number;
  /** The token before: a structural mark, `"`, `word`, or empty at the start. */
  before: string;
  readonly frames: Frame[];
  /** How many brackets are open beyond the limit. */
  beyond: number;
}

/**
 * Prepares a JSON-like text, broken or whole, for masking: structure, known keys and the few values
 * that a reader needs (json-values.ts) stay, everything else becomes one `•` per character. What is
 * not recognised is hidden, so a break in the text hides more, never less (safety H2, H4). Inside
 * `env` and headers every value is hidden. A string is a key only where a key can stand.
 * @param text from a place where no string or comment is open; a string never runs over its line
 * @returns a function from a range to its masked text, of the same length. Rising ranges are
 *   cheapest: what lies before them is read once
 */
export function jsonMasker(text: string): (from: number, to: number) => string {
  let reader = newReader();
  return (from, to) => {
    if (from < reader.at) reader = newReader();
    advance(reader, text, from, null);
    const hidden: Range[] = [];
    advance(copyOf(reader), text, to, hidden);
    const inside = hidden.map(([start, end]): Range => [
      Math.max(start, from) - from,
      Math.min(end, to) - from,
    ]);
    return coverRanges(text.slice(from, to), inside, covered);
  };
}

/** Masks a whole text; see `jsonMasker`. */
export function maskJson(text: string): string {
  return jsonMasker(text)(0, text.length);
}

function covered(hidden: string): string {
  return hidden.replace(/[^\r\n]/g, MASK);
}

function newReader(): Reader {
  return { at: 0, before: '', frames: [frame(false, null)], beyond: 0 };
}

function copyOf(reader: Reader): Reader {
  return { ...reader, frames: reader.frames.map((one) => ({ ...one })) };
}

function frame(list: boolean, under: string | null): Frame {
  return { list, under, key: null, previous: null };
}

/**
 * Reads on. Without `hidden` only tokens that end by then are read, so that the next reading begins
 * with one that lies across; with it all that begin before then, and what to hide is collected.
 */
function advance(reader: Reader, text: string, until: number, hidden: Range[] | null): void {
  const end = Math.min(until, text.length);
  while (reader.at < end) {
    const token = looseTokenAt(text, reader.at);
    if (hidden === null && token.end > end) return;
    hidden?.push(...hiddenIn(reader, token, text));
    note(reader, token, text);
    reader.at = token.end;
  }
}

/** What of a token must not be shown. */
function hiddenIn(reader: Reader, token: LooseToken, text: string): Range[] {
  const { kind, start, end } = token;
  if (kind === 'comment') return [[start + 2, end]];
  if (kind === 'word') return isSafeWord(text.slice(start, end)) ? [] : [[start, end]];
  if (kind !== 'string') return [];
  const inner = innerOf(token, text);
  const shift = ([from, to]: Range): Range => [start + 1 + from, start + 1 + to];
  if (isKey(reader, token, text)) {
    return isShownKey(reader.before, inner) ? [] : [shift([0, inner.length])];
  }
  return shownRanges(inner, placeOf(reader.frames)).map(shift);
}

/** What a token tells about those behind it. */
function note(reader: Reader, token: LooseToken, text: string): void {
  if (token.kind === 'mark') {
    const mark = text.charAt(token.start);
    openOrClose(reader, mark);
    reader.before = mark;
  } else if (token.kind === 'string') {
    const top = topOf(reader.frames);
    if (isKey(reader, token, text)) top.key = innerOf(token, text);
    else top.previous = innerOf(token, text);
    reader.before = '"';
  } else if (token.kind === 'word') {
    reader.before = 'word';
  }
}

function openOrClose(reader: Reader, mark: string): void {
  if (mark === '{' || mark === '[') {
    const top = topOf(reader.frames);
    // A string with its colon missing is taken for a key here, so that `"env" {` is still env.
    const key = reader.before === '"' ? top.previous : top.key;
    if (reader.frames.length > DEPTH_LIMIT) reader.beyond += 1;
    else reader.frames.push(frame(mark === '[', top.list ? top.under : key));
  } else if (mark === '}' || mark === ']') {
    if (reader.beyond > 0) reader.beyond -= 1;
    else if (reader.frames.length > 1) reader.frames.pop();
  }
}

function topOf(frames: readonly Frame[]): Frame {
  return frames.at(-1) ?? frame(false, null);
}

function innerOf({ start, end }: LooseToken, text: string): string {
  const closed = end > start + 1 && text.charAt(end - 1) === '"';
  return text.slice(start + 1, closed ? end - 1 : end);
}

function isKey(reader: Reader, { end }: LooseToken, text: string): boolean {
  if (topOf(reader.frames).list || reader.before === ':') return false;
  return /^\s*:/.test(text.slice(end, end + 64));
}

function placeOf(frames: readonly Frame[]): ValuePlace {
  const top = topOf(frames);
  return {
    key: top.list ? top.under : top.key,
    inList: top.list,
    previous: top.previous,
    within: frames.map((one) => one.under),
  };
}

/** A key that could be a value in a broken line, or that looks like a key of another kind, is hidden. */
function isShownKey(before: string, key: string): boolean {
  if (isSafeWord(key)) return true;
  if (before !== '' && before !== '{' && before !== ',') return false;
  return (
    /^[\p{L}\p{N} _.$@/()+~-]{1,64}$/u.test(key) &&
    !looksOpaque(key) &&
    textRanges(key).length === 0
  );
}
