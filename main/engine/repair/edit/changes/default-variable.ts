import { pointerOf } from '../../../local/json-tree.ts';
import type { Json } from '../../../model/evidence.ts';
import { changed, refused, type Changed, type RelativeEdit } from './changed.ts';
import { hasControl, isVariableName } from './words.ts';

/**
 * `${NAME}` becomes `${NAME:-value}` in a text, or in every text of an object or list (F118). One that
 * has a default already keeps it.
 */
export function defaultVariable(
  value: Json,
  { name, value: fallback }: { readonly name: string; readonly value: string },
): Changed {
  if (!isVariableName(name)) return refused('That is no name of a variable.');
  if (/[{}]/.test(fallback) || hasControl(fallback)) {
    return refused('A default cannot hold braces or control characters.');
  }
  const edits = editsIn(value, [], `\${${name}}`, `\${${name}:-${fallback}}`);
  if (edits.length === 0) return refused('The variable without a default is not there any more.');
  return changed(edits);
}

function editsIn(
  value: Json,
  names: readonly string[],
  before: string,
  after: string,
): readonly RelativeEdit[] {
  if (typeof value === 'string') {
    if (!value.includes(before)) return [];
    const to = value.replaceAll(before, () => after);
    return [{ kind: 'set-value', at: pointerOf(names), value: to }];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    editsIn(inner, [...names, name], before, after),
  );
}
