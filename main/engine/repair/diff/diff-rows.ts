import type { DiffStep } from './line-diff.ts';

/** A line of a diff by its numbers from 0; null on the side where it is not. */
export interface DiffRow {
  readonly kind: 'same' | 'removed' | 'added';
  readonly before: number | null;
  readonly after: number | null;
}

/** Lines that are left out. */
export interface DiffGap {
  readonly kind: 'gap';
  /** How many lines stay as they are. */
  readonly same: number;
  /** How many changed ones are not shown. */
  readonly changed: number;
}

/** Lines that stay, shown around each change. */
const CONTEXT = 3;
/** Nobody reads more of them. */
const ROW_LIMIT = 600;

/** The rows of a diff with three lines around each change; what is between is one gap. */
export function diffRows(steps: readonly DiffStep[]): readonly (DiffRow | DiffGap)[] {
  const rows: (DiffRow | DiffGap)[] = [];
  let before = 0;
  let after = 0;
  for (const [index, { kind, count }] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const shown =
      kind === 'same' ? contextOf(count, index === 0, isLast) : allOf(count, rows.length);
    for (const offset of shown.head) rows.push(rowAt(kind, before + offset, after + offset));
    if (shown.left > 0) rows.push(gap(kind, shown.left));
    for (const offset of shown.tail) rows.push(rowAt(kind, before + offset, after + offset));
    if (kind !== 'added') before += count;
    if (kind !== 'removed') after += count;
  }
  return rows;
}

interface Shown {
  readonly head: readonly number[];
  readonly tail: readonly number[];
  readonly left: number;
}

function contextOf(count: number, isFirst: boolean, isLast: boolean): Shown {
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  // A gap of one line would be no shorter than the line.
  if (count <= head + tail + 1) return { head: range(0, count), tail: [], left: 0 };
  return { head: range(0, head), tail: range(count - tail, count), left: count - head - tail };
}

function allOf(count: number, already: number): Shown {
  const head = Math.min(count, Math.max(0, ROW_LIMIT - already));
  return { head: range(0, head), tail: [], left: count - head };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function rowAt(kind: DiffRow['kind'], before: number, after: number): DiffRow {
  return {
    kind,
    before: kind === 'added' ? null : before,
    after: kind === 'removed' ? null : after,
  };
}

function gap(kind: DiffRow['kind'], count: number): DiffGap {
  return kind === 'same'
    ? { kind: 'gap', same: count, changed: 0 }
    : { kind: 'gap', same: 0, changed: count };
}
