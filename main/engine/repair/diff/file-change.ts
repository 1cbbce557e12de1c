import type { DiffLine, FileChange } from '../../../contract/repair.ts';
import { visible } from '../../redact/visible.ts';
import { changeNotes } from './change-notes.ts';
import { diffRows, type DiffGap, type DiffRow } from './diff-rows.ts';
import { diffSide, EMPTY_SIDE, type DiffSide } from './diff-side.ts';
import { lineDiff } from './line-diff.ts';
import { shownSpan } from './shown-span.ts';

/** A file before and after a change. */
export interface ChangedFile {
  /** In full, for people. */
  readonly file: string;
  readonly leadsTo: string | null;
  /** Null where there is no file. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
  readonly hashBefore: string | null;
  readonly hashAfter: string | null;
  /** What is to be said about it, for example the notes of `applyEdits`. */
  readonly notes: readonly string[];
}

/**
 * What a change does to a file, as it may be shown: a real diff with three lines around each change.
 * Every line is masked, computed on the whole text; control characters are shown. A line that differs
 * only under its mask says so. Long lines are cut around what changes, and long diffs say what they
 * leave out.
 */
// SECURITY: A13
export function fileChange(changed: ChangedFile): FileChange {
  const { file, leadsTo, hashBefore, hashAfter } = changed;
  const before = changed.before === null ? EMPTY_SIDE : diffSide(file, changed.before);
  const after = changed.after === null ? EMPTY_SIDE : diffSide(file, changed.after);
  const isText = before.isText && after.isText;
  const rows = isText ? diffRows(lineDiff(before.lines, after.lines)) : [];
  return {
    file,
    leadsTo,
    what: changed.before === null ? 'created' : changed.after === null ? 'removed' : 'changed',
    lines: inBlocks(rows).flatMap((block) => shownBlock(block, before, after)),
    hashBefore,
    hashAfter,
    notes: [...changed.notes, ...changeNotes(changed, before, after, rows)],
  };
}

type Row = DiffRow | DiffGap;

/** Rows that are changed one after the other, and the others each alone. */
function inBlocks(rows: readonly Row[]): readonly (readonly Row[])[] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    const joins = isChange(row) && isChange(last?.at(-1));
    if (joins && last !== undefined) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function isChange(row: Row | undefined): row is DiffRow {
  return row?.kind === 'removed' || row?.kind === 'added';
}

function shownBlock(block: readonly Row[], before: DiffSide, after: DiffSide): readonly DiffLine[] {
  const removed = block.filter((row): row is DiffRow => row.kind === 'removed');
  const added = block.filter((row): row is DiffRow => row.kind === 'added');
  const partner = (row: DiffRow): DiffRow | undefined =>
    row.kind === 'removed' ? added[removed.indexOf(row)] : removed[added.indexOf(row)];
  const lines = block.map((row) =>
    row.kind === 'gap' ? gapLine(row) : shownLine(row, partner(row), before, after),
  );
  return markMasked(lines, block, before, after);
}

function gapLine({ same, changed }: DiffGap): DiffLine {
  const text =
    changed === 0
      ? `${same} lines stay as they are`
      : `${changed} more changed ${changed === 1 ? 'line is' : 'lines are'} not shown`;
  return { kind: 'gap', before: null, after: null, text, maskedChange: false };
}

function shownLine(
  row: DiffRow,
  partner: DiffRow | undefined,
  before: DiffSide,
  after: DiffSide,
): DiffLine {
  const [side, other] = row.kind === 'removed' ? [before, after] : [after, before];
  const number = row.kind === 'removed' ? row.before : row.after;
  const otherNumber = row.kind === 'removed' ? partner?.after : partner?.before;
  const against =
    otherNumber === null || otherNumber === undefined ? null : other.contentAt(otherNumber);
  const { from, to } = shownSpan(side.contentAt(number ?? 0), against);
  const masked = side.maskedAt(number ?? 0, from, to);
  return {
    kind: row.kind,
    before: row.before === null ? null : row.before + 1,
    after: row.after === null ? null : row.after + 1,
    text: visible(masked, '\t'),
    maskedChange: false,
  };
}

/** A line whose like stands on the other side: what differs lies under the mask. */
function markMasked(
  lines: readonly DiffLine[],
  block: readonly Row[],
  before: DiffSide,
  after: DiffSide,
): readonly DiffLine[] {
  const likes = { removed: new Set<string>(), added: new Set<string>() };
  const raw = { removed: new Set<string>(), added: new Set<string>() };
  for (const [index, row] of block.entries()) {
    if (row.kind !== 'removed' && row.kind !== 'added') continue;
    likes[row.kind].add(likeness(lines[index]?.text ?? ''));
    raw[row.kind].add(contentOf(row, before, after));
  }
  return lines.map((line, index) => {
    const row = block[index];
    if (!isChange(row)) return line;
    const other = row.kind === 'removed' ? 'added' : 'removed';
    const isLike = likes[other].has(likeness(line.text));
    return isLike && !raw[other].has(contentOf(row, before, after))
      ? { ...line, maskedChange: true }
      : line;
  });
}

function contentOf({ before, after }: DiffRow, old: DiffSide, now: DiffSide): string {
  return before === null ? now.contentAt(after ?? 0) : old.contentAt(before);
}

/** How long a hidden value is does not count. */
function likeness(text: string): string {
  return text.replace(/•+/g, '•');
}
