import type { ValueAt } from '../../model/operation.ts';
import type { EditFiles } from './edit-files.ts';
import type { Place } from './find-place.ts';
import { shownPointer } from './pointer.ts';

/** Says what becomes of a name that comes more than once in its object. */
export function noteRepeated(
  files: EditFiles,
  { file, pointer }: ValueAt,
  place: Place,
  what: string,
): void {
  const times = place.kind === 'child' ? place.all.length : 1;
  if (times < 2) return;
  files.note(file, `The name at ${shownPointer(pointer)} stands there ${times} times; ${what}.`);
}
