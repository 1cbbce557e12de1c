import { looseTokenAt } from '../redact/json-lexer.ts';

/**
 * Names what a broken JSON text holds that people take for JSON, each once: comments, trailing
 * commas, typographic quotation marks.
 * @param text without byte order mark
 */
export function oddities(text: string): string[] {
  const found = new Set<string>();
  let before = '';
  for (let at = 0; at < text.length;) {
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
