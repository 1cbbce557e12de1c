import type { ComparedPlace } from './place.ts';
import type { ComparedRow } from './rows.ts';
import { shown } from './shown.ts';

/** More lines of two machines would bury what matters. */
const LINE_LIMIT = 12;

/**
 * Rows for what reports say of their machines, one for each name that stands in two places. Only
 * where a report takes part: what lies on one machine has one machine.
 */
export function machineRows(places: readonly ComparedPlace[]): readonly ComparedRow[] {
  if (places.every(({ kind }) => kind === 'entry')) return [];
  const counts = new Map<string, number>();
  for (const { machine } of places)
    for (const what of machine.lines.keys()) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .slice(0, LINE_LIMIT)
    .map(([what]) => ({
      id: 'machine',
      what: shown(what),
      matters: false,
      read: ({ machine }) => {
        const value = machine.lines.get(what);
        return value === undefined ? null : { key: value, shown: shown(value) };
      },
    }));
}
