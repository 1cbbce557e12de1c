import type { Json } from '../../../model/evidence.ts';
import { changed, refused, type Changed } from './changed.ts';

/** Characters without any width, and separators that no editor shows. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u2028\u2029\u2060\ufeff]/g;
/** Spaces of another kind, which look like one and are none. */
const OTHER_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Takes away white space at both ends and what does not show within (F119). A space of another kind
 * becomes a plain one, and an address has none at all.
 */
export function trim(value: Json): Changed {
  if (typeof value !== 'string') return refused('Only a text can be trimmed.');
  const plain = value.replace(INVISIBLE, '').replace(OTHER_SPACE, ' ').trim();
  const trimmed = ADDRESS.test(plain) ? plain.replace(/\s/g, '') : plain;
  if (trimmed === value) return refused('There is no hidden white space any more.');
  return changed([{ kind: 'set-value', at: '', value: trimmed }]);
}
