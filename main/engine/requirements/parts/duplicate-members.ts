import { visit } from 'jsonc-parser';
import type { DocumentAttempt } from '../../model/evidence.ts';

/**
 * Members that stand twice at the top of a document. A JSON parser keeps the last one without a
 * word, another one the first, so that two programs read two documents.
 * @param attempt an address that gave a JSON object; the text is that of its last answer
 * @see RFC 8259 §4; safety D20
 */
export function duplicateMembers({ exchanges }: DocumentAttempt): readonly string[] {
  const outcome = exchanges.at(-1)?.outcome;
  if (outcome?.kind !== 'response') return [];
  const seen = new Set<string>();
  const twice = new Set<string>();
  visit(outcome.response.body.replace(/^\uFEFF/, ''), {
    onObjectProperty: (name, _offset, _length, _line, _character, path) => {
      if (path().length > 0) return;
      if (seen.has(name)) twice.add(name);
      seen.add(name);
    },
  });
  return [...twice];
}
