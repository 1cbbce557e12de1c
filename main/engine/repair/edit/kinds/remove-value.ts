import type { ValueAt } from '../../../model/operation.ts';
import type { EditFiles } from '../edit-files.ts';
import { findChild, findPlace } from '../find-place.ts';
import { noteRepeated } from '../note-repeated.ts';
import { removeChild } from '../remove-child.ts';

/**
 * Takes a member or item away. Of a name that comes twice all go: with the last alone the one before
 * it would begin to count.
 */
export function removeValue(files: EditFiles, { file, pointer }: ValueAt): void {
  const { all } = findChild(files.documentOf(file), pointer);
  noteRepeated(
    files,
    { file, pointer },
    findPlace(files.documentOf(file), pointer),
    'all are removed',
  );
  for (let left = all.length; left > 0; left -= 1) {
    const document = files.documentOf(file);
    const { container, child } = findChild(document, pointer);
    files.edit(file, removeChild(document, container, child));
  }
}
