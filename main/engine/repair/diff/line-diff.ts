import { diffArrays } from 'diff';

/** A step of a diff: how many lines stay, go or come. */
export interface DiffStep {
  readonly kind: 'same' | 'removed' | 'added';
  readonly count: number;
}

/** Beyond so many differences the shortest way is not looked for: it would take minutes. */
const EDIT_LIMIT = 2000;

/**
 * Compares two lists of lines. What both begin and end with is counted first, so that a small change
 * in a huge file costs nothing.
 * @returns the steps from the one to the other, in order, removed before added
 */
export function lineDiff(before: readonly string[], after: readonly string[]): readonly DiffStep[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const steps: DiffStep[] = [
    { kind: 'same', count: head },
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    { kind: 'same', count: tail },
  ];
  return steps.filter(({ count }) => count > 0);
}

function middle(before: string[], after: string[]): readonly DiffStep[] {
  const all: readonly DiffStep[] = [
    { kind: 'removed', count: before.length },
    { kind: 'added', count: after.length },
  ];
  if (before.length === 0 || after.length === 0) return all;
  const found = diffArrays(before, after, { maxEditLength: EDIT_LIMIT });
  return (
    found?.map(({ added, removed, count }) => {
      const kind = added ? 'added' : removed ? 'removed' : 'same';
      return { kind, count };
    }) ?? all
  );
}
