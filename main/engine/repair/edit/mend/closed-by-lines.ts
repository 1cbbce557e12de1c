import { looseTokens } from './loose-tokens.ts';

/**
 * Puts brackets that were missing at the end of a file on lines of their own, each below the line that
 * opens it, where the file is written in lines.
 * @param before the text whose end was missing
 * @param after the same with all brackets in one row behind it
 */
export function closedByLines(before: string, after: string): string {
  const whole = before.trimEnd();
  const row = after.slice(whole.length).trim();
  if (!after.startsWith(whole) || !/^[}\]]+$/.test(row) || !/[\r\n]/.test(whole)) return after;
  const opened = openedIn(whole).slice(-row.length).toReversed();
  const end = /\r\n|\n|\r/.exec(whole)?.[0] ?? '\n';
  const lines = opened.map(({ indent, mark }) => `${indent}${mark === '{' ? '}' : ']'}`);
  return [whole, ...lines].join(end) + (/[\r\n]$/.test(before) ? end : '');
}

interface Opened {
  readonly mark: string;
  /** The white space before the line that it stands on. */
  readonly indent: string;
}

function openedIn(text: string): readonly Opened[] {
  const open: Opened[] = [];
  for (const { kind, start } of looseTokens(text)) {
    const mark = kind === 'mark' ? text.charAt(start) : '';
    if (mark === '{' || mark === '[') open.push({ mark, indent: indentAt(text, start) });
    else if (mark === '}' || mark === ']') open.pop();
  }
  return open;
}

function indentAt(text: string, offset: number): string {
  const from = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1;
  return /^[ \t]*/.exec(text.slice(from, offset))?.[0] ?? '';
}
