import type { Json } from '../../../model/evidence.ts';
import { changed, refused, type Changed } from './changed.ts';

/** Takes a name out of a list, as often as it is in it; from behind, so that no index moves. */
export function dropItem(value: Json, { item }: { readonly item: string }): Changed {
  if (!Array.isArray(value)) return refused('There is no list here.');
  const found = value.flatMap((one, index) => (one === item ? [index] : []));
  if (found.length === 0) return refused('The list does not hold that name any more.');
  return changed(found.toReversed().map((index) => ({ kind: 'remove-value', at: `/${index}` })));
}
