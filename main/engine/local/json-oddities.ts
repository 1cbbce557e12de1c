import { looseTokenAt } from '../redact/json-lexer.ts';

/** One for each kind, without which it cannot be there: most files need no further reading. */
const POSSIBLE = [/\/[/*]/, /[“”„‟‘’]/, /,\s*[}\]/]/] as const;

/**
 * Names what a broken JSON text holds that people take for JSON, each once: comments, trailing
 * commas, typographic quotation marks.
 * @param text without byte order mark
 */
export function oddities(text: string): string[] {
  const possible = POSSIBLE.filter((pattern) => pattern.test(text)).length;
  const found = new Set<string>();
  let before = '';
  for (let at = 0; at < text.length && found.size < possible;) {
    const { kind, start, end } = looseTokenAt(text, at);
    at = end;
    if (kind === 'space') continue;
    const first = text.charAt(start);
    if (kind === 'comment') found.add('comments');
    if (kind === 'quote' && first !== "'") found.add('typographic quotation marks');
    if (before === ',' && (first === '}' || first === ']')) found.add('trailing commas');
    if (kind !== 'comment') before = first;
  }
  return [...found];
}
