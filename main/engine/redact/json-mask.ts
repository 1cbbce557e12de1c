import { isSafeWord, shownRanges, type ValuePlace } from './json-values.ts';
import { coverRanges, type Range } from './ranges.ts';
import { looksOpaque } from './secret-shapes.ts';
import { textRanges } from './text.ts';

/** One character for one, so that a column in the masked text is the column in the file. */
const MASK = '•';

/** What is open around a place: a list or an object, the key it stands under, the last key in it. */
interface Frame {
  readonly list: boolean;
  readonly under: string | null;
  key: string | null;
  previous: string | null;
}

interface Reader {
  readonly frames: Frame[];
  readonly hidden: Range[];
  /** Kind of the token before: a structural character, `"`, `word`, or empty at the start. */
  before: string;
}

const TOKEN =
  /(?<space>[ \t\r\n]+)|(?<string>"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"?)|(?<comment>\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$))|(?<mark>[{}[\]:,])|(?<quote>[“”„‟‘’'])|(?<word>[^\s"{}[\]:,“”„‟‘’']+|[^])/y;

/**
 * Masks a JSON-like text, broken or whole: structure, known keys and the few values that a reader
 * needs (json-values.ts) stay, everything else becomes one `•` per character. What is not
 * recognised is hidden, so a break in the text hides more, never less (safety H2, H4). Inside `env`
 * and headers every value is hidden. A string is a key only where a key can stand.
 * @param text from a place where no string or comment is open; a string never runs over its line
 * @returns the masked text, of the same length
 */
export function maskJson(text: string): string {
  const reader: Reader = { frames: [frame(false, null)], hidden: [], before: '' };
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) break;
    read(reader, match, text);
    at += match[0].length;
  }
  return coverRanges(text, reader.hidden, covered);
}

function covered(hidden: string): string {
  return hidden.replace(/[^\r\n]/g, MASK);
}

function frame(list: boolean, under: string | null): Frame {
  return { list, under, key: null, previous: null };
}

function read(reader: Reader, match: RegExpExecArray, text: string): void {
  const { space, string, comment, mark, quote, word } = match.groups ?? {};
  if (space !== undefined || quote !== undefined) return;
  const end = match.index + match[0].length;
  if (comment !== undefined) return void reader.hidden.push([match.index + 2, end]);
  if (mark !== undefined) openOrClose(reader, mark);
  if (string !== undefined) readString(reader, string, match.index, text);
  if (word !== undefined && !isSafeWord(word)) reader.hidden.push([match.index, end]);
  reader.before = mark ?? (string === undefined ? 'word' : '"');
}

function openOrClose(reader: Reader, mark: string): void {
  const top = reader.frames.at(-1) ?? frame(false, null);
  if (mark === '{' || mark === '[') {
    // A string with its colon missing is taken for a key here, so that `"env" {` is still env.
    const key = reader.before === '"' ? top.previous : top.key;
    reader.frames.push(frame(mark === '[', top.list ? top.under : key));
  } else if ((mark === '}' || mark === ']') && reader.frames.length > 1) {
    reader.frames.pop();
  }
}

function readString(reader: Reader, token: string, index: number, text: string): void {
  const top = reader.frames.at(-1) ?? frame(false, null);
  const inner = token.slice(1, token.length > 1 && token.endsWith('"') ? -1 : undefined);
  const shift = ([start, end]: Range): Range => [index + 1 + start, index + 1 + end];
  if (
    !top.list &&
    reader.before !== ':' &&
    /^\s*:/.test(text.slice(index + token.length, index + token.length + 64))
  ) {
    top.key = inner;
    if (!isShownKey(reader.before, inner)) reader.hidden.push(shift([0, inner.length]));
    return;
  }
  reader.hidden.push(...shownRanges(inner, placeOf(reader.frames, top)).map(shift));
  top.previous = inner;
}

function placeOf(frames: readonly Frame[], top: Frame): ValuePlace {
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
