import { looseTokens } from './loose-tokens.ts';

/**
 * Do two texts hold the same keys and values in the same order? Structure, quotation marks, comments
 * and white space do not count; every other character does, and three words that Python writes
 * otherwise.
 */
export function hasSameContent(before: string, after: string): boolean {
  return contentOf(before) === contentOf(after);
}

const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
]);

function contentOf(text: string): string {
  return looseTokens(text)
    .filter(({ kind }) => kind !== 'space' && kind !== 'comment' && kind !== 'mark')
    .map(({ start, end }) => text.slice(start, end))
    .map((piece) => OTHERWISE.get(piece) ?? piece)
    .join('')
    .replace(/[\s"'“”„‟‘’{}[\]:,]/gu, '');
}
