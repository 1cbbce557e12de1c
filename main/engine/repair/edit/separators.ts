import { looseTokenAt } from '../../redact/json-lexer.ts';

/** Where the comma behind a value stands, with white space and comments between; null without one. */
export function commaBehind(text: string, end: number): number | null {
  for (let at = end; at < text.length;) {
    const token = looseTokenAt(text, at);
    if (token.kind === 'mark') return text.charAt(at) === ',' ? at : null;
    if (token.kind !== 'space' && token.kind !== 'comment') return null;
    at = token.end;
  }
  return null;
}

/** Whether nothing but white space stands between two places. */
export function isSpace(text: string, from: number, to: number): boolean {
  return /^[ \t\r\n]*$/.test(text.slice(from, to));
}
