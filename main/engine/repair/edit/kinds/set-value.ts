import type { Json } from '../../../model/evidence.ts';
import type { ValueAt } from '../../../model/operation.ts';
import type { EditFiles } from '../edit-files.ts';
import { findPlace, valueAt } from '../find-place.ts';
import { jsonOf } from '../json-document.ts';
import { noteRepeated } from '../note-repeated.ts';
import { putValue } from '../put-value.ts';
import { writeJson } from '../write-json.ts';

/** Puts a value at a place. One that is there already stays as it is written. */
export function setValue(files: EditFiles, at: ValueAt & { readonly value: Json }): void {
  const { file, pointer, value } = at;
  const document = files.documentOf(file);
  const place = findPlace(document, pointer);
  const now = valueAt(place);
  if (now !== null && JSON.stringify(jsonOf(document, now)) === JSON.stringify(value)) return;
  noteRepeated(files, at, place, 'the last one counts and is changed');
  files.edit(file, putValue(document, pointer, writeJson(value)));
}
