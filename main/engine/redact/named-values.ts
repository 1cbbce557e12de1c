import type { Range } from './ranges.ts';
import { isPasswordName, isSecretName, isSuspectName, type NamePlace } from './secret-names.ts';
import { looksOpaque } from './secret-shapes.ts';

/** What can stand between a name and its value: `=`, `:`, `=>`, `:=`, and the end of an XML tag. */
const SEPARATOR = /[=:>]/g;
/** White space after it, a YAML block mark, a bracket, a quotation mark. */
const OPENING = /=?>?[ \t]{0,8}(?:[>|][+-]?\d?[ \t]{0,3}(?=\r?\n))?\s{0,8}(\\{0,15}["'`])?/y;
const NAME_LENGTH = 64;

interface Place {
  readonly name: string;
  readonly start: number;
}

/**
 * Values under names that tell them for secrets, in JSON (also within JSON), forms, headers, YAML,
 * XML, shell and program text. Starts from the sign between name and value: there are few of those.
 */
export function namedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  // Per pattern how far it has already covered: a value inside a value is not measured again.
  const covered = new Map<string, number>();
  for (const { index, 0: sign } of text.matchAll(SEPARATOR)) {
    const place = nameBefore(text, index, sign);
    if (place === null) continue;
    const certain = isSecretName(place.name, placeOf(text, place.start, sign));
    if (!certain && !isSuspectName(place.name)) continue;
    const range = valueRange(text, place.name, index + 1, sign, covered);
    if (range === null) continue;
    if (certain || looksGenerated(text.slice(range[0], Math.min(range[1], range[0] + 512)))) {
      ranges.push(range);
    }
  }
  return ranges;
}

function valueRange(
  text: string,
  name: string,
  after: number,
  sign: string,
  covered: Map<string, number>,
): Range | null {
  OPENING.lastIndex = after;
  const [opening = '', quote = ''] = OPENING.exec(text) ?? [];
  const start = after + opening.length;
  const pattern = sign === '>' ? TAG_VALUE : valueEnd(name, quote, text.charAt(start));
  if (start < (covered.get(pattern.source) ?? 0)) return null;
  const end = start + lengthOf(text, start, pattern);
  const plain = quote === '' && sign !== '=';
  if (plain && isOrdinaryWord(name, text.slice(start, Math.min(end, start + 64)))) return null;
  covered.set(pattern.source, end);
  return [start, end];
}

const TAG_VALUE = /[^<>\r\n]*/y;
const IN_DOUBLE = /[^"\\]*(?:\\[^][^"\\]*)*/y;
const IN_ESCAPED = /[^"\\]*(?:\\[^"][^"\\]*)*/y;
const IN_SINGLE = /[^'\r\n]*/y;
const IN_BACKTICK = /[^`\r\n]*/y;
const LIST = /\[[^\]]*/y;
const HEADER_REST = /[^\r\n"]*/y;
const WORD = /[^\s"'&,;<>)\]{}\\]*/y;
/** What a password is made of besides: a comma or brace does not end it. */
const SECRET_WORD = /[^\s"'&;<>\\]*/y;

/** Up to the closing quote or bracket, the end of the header line, or the end of the word. */
function valueEnd(name: string, quote: string, first: string): RegExp {
  if (quote === '"') return IN_DOUBLE;
  if (quote.endsWith('"')) return IN_ESCAPED;
  if (quote.endsWith("'")) return IN_SINGLE;
  if (quote === '`') return IN_BACKTICK;
  if (first === '[') return LIST;
  if (/authorization$/i.test(name)) return HEADER_REST;
  return /pass|pwd/i.test(name) ? SECRET_WORD : WORD;
}

/** The name that ends before a sign, and where it begins; null where none does. */
function nameBefore(text: string, sign: number, mark: string): Place | null {
  let end = sign;
  if (mark === '>') {
    // `=>` is found from its first sign; else this must be the end of a tag.
    if (text.charAt(end - 1) === '=' || text.charAt(end - 1) === '-') return null;
    return tagBefore(text, end);
  }
  if ((mark === '=' && text.charAt(end - 1) === ':') || text.charAt(end - 1) === '?') end -= 1;
  const least = Math.max(0, end - 3);
  while (end > least && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (text.charAt(end - 1) === ']') end -= 1;
  if (isQuote(text.charCodeAt(end - 1))) {
    end -= 1;
    const slashes = Math.max(0, end - 15);
    while (end > slashes && text.charAt(end - 1) === '\\') end -= 1;
  }
  return nameEndingAt(text, end);
}

function nameEndingAt(text: string, end: number): Place | null {
  let start = end;
  const least = Math.max(0, end - NAME_LENGTH);
  while (start > least && isNameSign(text.charCodeAt(start - 1))) start -= 1;
  if (end - start < 2)
    return end - start === 1 && text.charAt(start) === 'k' ? { name: 'k', start } : null;
  return { name: text.slice(start, end), start };
}

const TAG_LENGTH = 280;
const TAG = /<([\w:.-]{2,64})(?:\s[^<>]{0,200})?$/;

function tagBefore(text: string, end: number): Place | null {
  const near = text.slice(Math.max(0, end - TAG_LENGTH), end);
  const open = near.lastIndexOf('<');
  const name = open === -1 ? undefined : TAG.exec(near.slice(open))?.[1];
  return name === undefined ? null : { name, start: end - near.length + open + 1 };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96 || code === 0x201d;
}

/** Letters, digits, `_`, `-`, `.`. */
function isNameSign(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

function placeOf(text: string, index: number, separator: string): NamePlace {
  const before = index === 0 ? '&' : text.charAt(index - 1);
  return separator === '=' && '?&;#'.includes(before) ? 'query' : 'field';
}

/** "token: expired" is a sentence; a password may be a word all the same. */
function isOrdinaryWord(name: string, value: string): boolean {
  return !isPasswordName(name) && /^[A-Za-z]?[a-z]{0,24}[.!?]?$/.test(value);
}

/** Long enough, in one word, with digits: also an identifier, where a name says that it is a key. */
function looksGenerated(value: string): boolean {
  if (/[\s/\\]/.test(value) || value.length < 12) return false;
  if (looksOpaque(value)) return true;
  return (
    /^[\w=~.+:%|-]{12,}$/.test(value) && (value.match(/\d/g)?.length ?? 0) >= 3 && !isMoment(value)
  );
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\d|^[\d.:]+$|^\d+(?:\.\d+){2}/.test(value);
}

/** How many characters a sticky pattern covers from a place on. */
function lengthOf(text: string, start: number, pattern: RegExp): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}
