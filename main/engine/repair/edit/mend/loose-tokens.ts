import { looseTokenAt, type LooseToken } from '../../../redact/json-lexer.ts';

/** All parts of a JSON-like text, broken or whole, in order and without a gap. */
export function looseTokens(text: string): readonly LooseToken[] {
  const tokens: LooseToken[] = [];
  for (let at = 0; at < text.length; at = tokens.at(-1)!.end) tokens.push(looseTokenAt(text, at));
  return tokens;
}
