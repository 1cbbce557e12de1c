import type { ValueAt } from '../../../model/operation.ts';
import type { EditFiles } from '../edit-files.ts';
import { findChild } from '../find-place.ts';
import { childrenOf } from '../json-document.ts';
import { noteRepeated } from '../note-repeated.ts';
import { shownPointer } from '../pointer.ts';
import { EditRefusal } from '../refusal.ts';

/** Gives a member another name where it stands; of a name that comes twice both. */
export function renameKey(files: EditFiles, at: ValueAt & { readonly to: string }): void {
  const { file, pointer, to } = at;
  const place = findChild(files.documentOf(file), pointer);
  const name: unknown = place.child.key?.value;
  if (name === undefined) throw new EditRefusal('An item of a list has no name.');
  if (name === to) return;
  if (childrenOf(place.container).some(({ key }) => key?.value === to)) {
    throw new EditRefusal(`Beside ${shownPointer(pointer)} the new name is taken already.`);
  }
  noteRepeated(files, at, place, 'all get the new name');
  const keys = place.all.flatMap(({ key }) => (key === null ? [] : [key]));
  const content = JSON.stringify(to);
  files.edit(
    file,
    keys.map(({ offset, length }) => ({ offset, length, content })),
  );
}
