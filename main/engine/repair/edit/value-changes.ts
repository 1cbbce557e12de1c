import type { Json } from '../../model/evidence.ts';
import type { ValueChange } from '../../model/value-change.ts';
import { addArgument } from './changes/add-argument.ts';
import type { Changed } from './changes/changed.ts';
import { defaultVariable } from './changes/default-variable.ts';
import { dropItem } from './changes/drop-item.ts';
import { headerToVariable } from './changes/header-to-variable.ts';
import { pathFirst } from './changes/path-first.ts';
import { trim } from './changes/trim.ts';
import { launch } from './launch-templates.ts';

type Rows = {
  readonly [Kind in ValueChange['kind']]: (
    value: Json,
    change: Extract<ValueChange, { readonly kind: Kind }>,
  ) => Changed;
};

const ROWS: Rows = {
  trim,
  'header-to-variable': headerToVariable,
  'default-variable': defaultVariable,
  launch,
  'add-argument': addArgument,
  'path-first': pathFirst,
  'drop-item': dropItem,
};

/**
 * What a change makes of a value that it finds in its file, as edits below it. A row refuses what it
 * cannot express, with a reason that holds no value.
 * @param value the entry, for `header-to-variable`, `launch` and `path-first`; a list, for `drop-item`;
 *   a text, for `trim`; either an entry or its list of arguments, for `add-argument`
 */
export function changesOf<Kind extends ValueChange['kind']>(
  value: Json,
  change: Extract<ValueChange, { readonly kind: Kind }>,
): Changed {
  const kind: Kind = change.kind as Kind;
  return ROWS[kind](value, change);
}
