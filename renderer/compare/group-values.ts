import type { Difference } from '../../main/contract/comparison.ts';

/** Places that say the same. The value is null where it is not known of them. */
export interface ValueGroup {
  readonly places: readonly string[];
  readonly value: string | null;
}

/** Puts places with the same value together, in the order of the first of each. */
export function groupValues(values: Difference['values']): readonly ValueGroup[] {
  const groups = new Map<string | null, string[]>();
  for (const { place, value } of values) groups.set(value, [...(groups.get(value) ?? []), place]);
  return [...groups].map(([value, places]) => ({ places, value }));
}
