/** What a JSON-like text is made of, read so that nothing can be wrong. */
export type LooseKind = 'space' | 'string' | 'comment' | 'mark' | 'quote' | 'word';

export interface LooseToken {
  readonly kind: LooseKind;
  readonly start: number;
  readonly end: number;
}

const SPACE = /[ \t\r\n]+/y;
const WORD = /[^\s"{}[\]:,“”„‟‘’']+/y;
const LINE_REST = /[^\r\n]*/y;
const STRING_RUN = /[^"\\\r\n]*/y;

/**
 * Reads the next part of a JSON-like text, broken or whole: white space, a string (which ends with
 * its line at the latest), a comment, a mark of `{}[]:,`, a quotation mark of another kind, or
 * anything else up to one of these. No repetition over alternatives, so no text needs a deep stack.
 * @param text the whole text
 * @param start a place before its end, where no string or comment is open
 * @returns a part of at least one character
 */
export function looseTokenAt(text: string, start: number): LooseToken {
  const first = text.charAt(start);
  if (' \t\r\n'.includes(first)) return { kind: 'space', start, end: endOf(SPACE, text, start) };
  if ('{}[]:,'.includes(first)) return { kind: 'mark', start, end: start + 1 };
  if (first === '"') return { kind: 'string', start, end: stringEnd(text, start) };
  if ("“”„‟‘’'".includes(first)) return { kind: 'quote', start, end: start + 1 };
  const comment = first === '/' ? commentEnd(text, start) : start;
  if (comment > start) return { kind: 'comment', start, end: comment };
  return { kind: 'word', start, end: Math.max(start + 1, endOf(WORD, text, start)) };
}

function stringEnd(text: string, start: number): number {
  let at = endOf(STRING_RUN, text, start + 1);
  while (text.charAt(at) === '\\' && !isLineEnd(text.charAt(at + 1))) {
    at = endOf(STRING_RUN, text, at + 2);
  }
  return text.charAt(at) === '"'
    ? at + 1
    : Math.min(at + (text.charAt(at) === '\\' ? 1 : 0), text.length);
}

function commentEnd(text: string, start: number): number {
  const opening = text.slice(start, start + 2);
  if (opening === '//') return endOf(LINE_REST, text, start);
  if (opening !== '/*') return start;
  const close = text.indexOf('*/', start + 2);
  return close === -1 ? text.length : close + 2;
}

function isLineEnd(character: string): boolean {
  return character === '' || character === '\n' || character === '\r';
}

/** Where a sticky pattern ends that begins at a place; the place itself where it does not match. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}
