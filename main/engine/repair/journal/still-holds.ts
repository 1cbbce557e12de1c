import { parseTree, getNodeValue } from 'jsonc-parser';
import type { EditOperation } from '../../model/operation.ts';
import { applyEdits } from '../edit/apply-edits.ts';
import { readText } from '../edit/config-text.ts';
import type { Begun } from './journal-event.ts';

/** What a change made of its files, worked out again from the bytes before; null where it cannot be. */
export function madeOf(
  { edits }: Pick<Begun, 'edits'>,
  before: ReadonlyMap<string, Uint8Array | null>,
): ReadonlyMap<string, Uint8Array | null> | null {
  if (edits === null) return null;
  try {
    const made = applyEdits(before, edits as unknown as readonly EditOperation[]);
    return made.kind === 'edited' ? made.files : null;
  } catch {
    // A line of the journal is data; whatever stands in it, it plans nothing then.
    return null;
  }
}

/**
 * Does a file that somebody wrote since still say what the change said? Every value that the change
 * touched is as the change left it (F123, safety G11).
 */
export function stillHolds(before: Uint8Array | null, after: Uint8Array, now: Uint8Array): boolean {
  const [was, made, is] = [valueOf(before), valueOf(after), valueOf(now)];
  if (made === undefined || is === undefined) return false;
  return holds(was, made, is);
}

/** Compares only where before and after differ. */
function holds(was: unknown, made: unknown, is: unknown): boolean {
  if (same(was, made)) return true;
  if (!isObject(was) || !isObject(made) || !isObject(is)) return same(made, is);
  const keys = [...new Set([...Object.keys(was), ...Object.keys(made)])];
  return keys.every((key) => holds(own(was, key), own(made, key), own(is, key)));
}

function own(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The order of members says nothing. */
function same(one: unknown, two: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(two))
    return one.length === two.length && one.every((value, at) => same(value, two[at]));
  if (!isObject(one) || !isObject(two)) return one === two;
  const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...keys].every((key) => same(own(one, key), own(two, key)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined where there is no JSON. */
function valueOf(bytes: Uint8Array | null): unknown {
  const read = bytes === null ? null : readText(bytes);
  if (read === null || 'problem' in read) return undefined;
  const tree = parseTree(read.text);
  return tree === undefined ? undefined : getNodeValue(tree);
}
