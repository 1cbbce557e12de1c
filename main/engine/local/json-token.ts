/** What a strict JSON reader (RFC 8259) can meet; `bad` is anything that is no token. */
export type TokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar' | 'end' | 'bad';

export interface JsonToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const STRING_RUN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
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

/** A loop and not one pattern: a repetition over escapes would need stack for each of them. */
function stringToken(text: string, start: number): JsonToken {
  for (let at = start + 1; ;) {
    at += lengthAt(STRING_RUN, text, at);
    if (text.charAt(at) === '"') return { kind: 'string', start, end: at + 1 };
    const escape = lengthAt(ESCAPE, text, at);
    if (escape === 0) return { kind: 'bad', start, end: at };
    at += escape;
  }
}

function isMark(character: string): character is '{' | '}' | '[' | ']' | ':' | ',' {
  return '{}[]:,'.includes(character);
}

/** How many characters a sticky pattern covers from a place on. */
function lengthAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - from : 0;
}
