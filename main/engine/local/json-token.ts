/** What a strict JSON reader (RFC 8259) can meet; `bad` is anything that is no token. */
export type TokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar' | 'end' | 'bad';

export interface JsonToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Written without alternation inside a repetition, so that strings of megabytes need no stack. */
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Reads the next token of strict JSON.
 * @param text without byte order mark
 * @param from offset behind the last token
 * @returns the token; for a `bad` one, `start` is where it begins and `end` the first character in
 *   it that breaks the rule (for a string that never closes, the end of its line)
 */
export function nextToken(text: string, from: number): JsonToken {
  const start = from + lengthAt(SPACE, text, from);
  if (start >= text.length) return { kind: 'end', start: text.length, end: text.length };
  const first = text.charAt(start);
  if (isMark(first)) return { kind: first, start, end: start + 1 };
  if (first === '"') return stringToken(text, start);
  const length = lengthAt(SCALAR, text, start);
  return { kind: length > 0 ? 'scalar' : 'bad', start, end: start + length };
}

function stringToken(text: string, start: number): JsonToken {
  const end = start + lengthAt(STRING, text, start);
  return text.charAt(end) === '"'
    ? { kind: 'string', start, end: end + 1 }
    : { kind: 'bad', start, end };
}

function isMark(character: string): character is '{' | '}' | '[' | ']' | ':' | ',' {
  return '{}[]:,'.includes(character);
}

/** How many characters a sticky pattern covers from a place on. */
function lengthAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0].length ?? 0;
}
