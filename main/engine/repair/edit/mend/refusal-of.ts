import type { LooseToken } from '../../../redact/json-lexer.ts';
import { lineAndColumn } from './line-and-column.ts';
import { looseTokens } from './loose-tokens.ts';

/** What cannot be mended without a guess, in the order in which it is told. */
const REFUSALS: readonly {
  readonly isSeen: (token: LooseToken, text: string) => boolean;
  readonly says: string;
}[] = [
  {
    isSeen: ({ kind, start }, text) => kind === 'string' && !isClosed(text, start),
    says: 'A text in quotation marks has no end, so that its value cannot be known',
  },
  {
    isSeen: ({ kind, start, end }, text) =>
      kind === 'word' && /^(?:NaN|-?Infinity|undefined)$/.test(text.slice(start, end)),
    says: 'A value stands there that JSON does not know',
  },
  {
    isSeen: ({ kind, start, end }, text) =>
      kind === 'word' && /[;=+()<>]/.test(text.slice(start, end)),
    says: 'Something stands there that is no JSON',
  },
];

/**
 * Why a broken text must be mended by hand.
 * @returns a sentence with the place, or null where nothing forbids a mend
 */
export function refusalOf(text: string): string | null {
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
  if (conflict !== null)
    return `A merge conflict was left in it (${lineAndColumn(text, conflict.index)}). Choose one side by hand.`;
  if (text.trim() === '') return 'The file is empty.';
  const tokens = looseTokens(text);
  for (const { isSeen, says } of REFUSALS) {
    const found = tokens.find((token) => isSeen(token, text) && !isRemark(text, token));
    if (found !== undefined) return `${says} (${lineAndColumn(text, found.start)}).`;
  }
  return null;
}

/** A line of its own behind `#` is a comment in other formats, and goes. */
function isRemark(text: string, { start }: LooseToken): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1), -1) + 1, start + 1);
  return line.trimStart().startsWith('#');
}

/** The lexer ends a string with its line at the latest. */
function isClosed(text: string, start: number): boolean {
  const rest = /"(?:[^"\\\r\n]|\\[^\r\n])*"/y;
  rest.lastIndex = start;
  return rest.test(text);
}
