import { visible } from '../../redact/visible.ts';
import { EditRefusal } from './refusal.ts';

/**
 * Reads a JSON pointer (RFC 6901 §3 and §4).
 * @returns the names and indexes on the way; none for the whole document
 * @throws EditRefusal where it is none
 */
export function readPointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) {
    throw new EditRefusal('The place in the file is not written as a JSON pointer.');
  }
  return pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** An index of a list as RFC 6901 §4 writes it, or null. */
export function indexOf(name: string): number | null {
  return /^(?:0|[1-9]\d{0,9})$/.test(name) ? Number(name) : null;
}

/** A pointer for people; names only, and short. */
export function shownPointer(pointer: string): string {
  const shown = visible(pointer);
  return pointer === '' ? 'the whole file' : shown.length > 160 ? `${shown.slice(0, 159)}…` : shown;
}
