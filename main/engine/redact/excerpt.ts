import { jsonMasker, maskJson } from './json-mask.ts';

/** Longer lines are cut around the place that matters. */
const LINE_LIMIT = 200;
const BEFORE = 80;
/** An entry with more lines is cut at its end. */
const LINES_LIMIT = 24;

/**
 * Prepares a JSON-like text for questions about its lines. What could be secret is masked
 * (json-mask.ts). A line of up to 200 characters keeps every character in its column, so a column
 * points at the same place here and in the file; a longer one is cut on both sides, with `…`.
 * @param text the whole text, broken or not
 * @returns a function from an offset to the line around it
 */
export function excerptsIn(text: string): (offset: number) => string {
  const masked = jsonMasker(text);
  return (offset) => {
    const from = lineStart(text, offset);
    const to = lineEnd(text, offset);
    if (to - from <= LINE_LIMIT) return masked(from, to);
    const start = Math.max(from, offset - BEFORE);
    const end = Math.min(to, start + LINE_LIMIT);
    return (start > from ? '…' : '') + masked(start, end) + (end < to ? '…' : '');
  };
}

/**
 * Some lines of a JSON text, masked in the same way, without their common indentation.
 * @param text the whole text
 * @param start first character of a member (its key); what stands before it on its line is left out
 * @param end the character after its value
 */
export function excerptLines(text: string, start: number, end: number): string {
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, start), start))?.[0] ?? '';
  const cut = Math.min(end, start + LINE_LIMIT * LINES_LIMIT);
  const lines = maskJson(text.slice(start, cut)).split(/\r\n|\n|\r/);
  const shown = lines.slice(0, LINES_LIMIT).map((line) => shortened(withoutIndent(line, indent)));
  return shown.join('\n') + (lines.length > LINES_LIMIT || cut < end ? '\n…' : '');
}

function withoutIndent(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line;
}

function shortened(line: string): string {
  return line.length <= LINE_LIMIT ? line : `${line.slice(0, LINE_LIMIT)}…`;
}

/** Of a line that is longer than what is shown, any place before that will do (a line can have 10 MB). */
function lineStart(text: string, offset: number): number {
  const least = Math.max(0, offset - LINE_LIMIT - 1);
  let at = Math.min(offset, text.length);
  while (at > least && !'\r\n'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}

function lineEnd(text: string, offset: number): number {
  const length = text.slice(offset, offset + LINE_LIMIT + 1).search(/[\r\n]|$/);
  return offset + length;
}
