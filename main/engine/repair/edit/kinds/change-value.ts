import type { EditOperation, ValueAt } from '../../../model/operation.ts';
import type { ValueChange } from '../../../model/value-change.ts';
import type { RelativeEdit } from '../changes/changed.ts';
import type { EditFiles } from '../edit-files.ts';
import { findValue } from '../find-place.ts';
import { jsonOf } from '../json-document.ts';
import { insertItem } from '../put-value.ts';
import { EditRefusal } from '../refusal.ts';
import { changesOf } from '../value-changes.ts';
import { writeJson } from '../write-json.ts';

type Apply = (operation: EditOperation) => void;

/**
 * Changes a value by a row of value-changes.ts. What it reads there goes nowhere but into the same
 * file.
 * @param apply carries out what the row asks for
 */
// SECURITY: F9
export function changeValue(
  files: EditFiles,
  at: ValueAt & { readonly by: ValueChange },
  apply: Apply,
): void {
  const document = files.documentOf(at.file);
  const result = changesOf(jsonOf(document, findValue(document, at.pointer)), at.by);
  if (result.kind === 'refused') throw new EditRefusal(result.reason);
  for (const edit of result.edits) applyBelow(files, at, edit, apply);
  for (const note of result.notes) files.note(at.file, note);
}

function applyBelow(
  files: EditFiles,
  { file, pointer }: ValueAt,
  edit: RelativeEdit,
  apply: Apply,
) {
  const at = { file, pointer: pointer + edit.at };
  if (edit.kind === 'insert-item') {
    const document = files.documentOf(file);
    files.edit(file, insertItem(document, at.pointer, writeJson(edit.value)));
  } else if (edit.kind === 'move-value') {
    apply({ kind: 'move-value', from: at, to: { file, pointer: pointer + edit.to } });
  } else {
    apply({ ...edit, ...at });
  }
}
