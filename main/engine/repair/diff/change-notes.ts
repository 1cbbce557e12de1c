import type { DiffGap, DiffRow } from './diff-rows.ts';
import type { DiffSide } from './diff-side.ts';

interface Bytes {
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** What a diff does not show by itself: encoding, byte order mark, line ends, what is no text. */
export function changeNotes(
  { before: bytesBefore, after: bytesAfter }: Bytes,
  before: DiffSide,
  after: DiffSide,
  rows: readonly (DiffRow | DiffGap)[],
): readonly string[] {
  if (!before.isText || !after.isText) return [noText(bytesBefore, bytesAfter)];
  const changed = rows.some(({ kind }) => kind === 'removed' || kind === 'added');
  return [
    ...encodingNotes(before, after),
    ...lineEndNotes(before, after, rows),
    ...(changed || bytesBefore === null || bytesAfter === null ? [] : sameNotes(before, after)),
  ];
}

function noText(before: Uint8Array | null, after: Uint8Array | null): string {
  const sizes = [before, after].map((bytes) => `${bytes?.length ?? 0}`).join(' and ');
  return `The file is no text, so that no lines are shown. It has ${sizes} bytes before and after.`;
}

function encodingNotes({ decoded: before }: DiffSide, { decoded: after }: DiffSide): string[] {
  if (before === null || after === null) return [];
  const notes: string[] = [];
  if (before.encoding !== after.encoding) {
    notes.push(`The encoding changes from ${before.encoding} to ${after.encoding}.`);
  }
  if (before.byteOrderMark && !after.byteOrderMark) notes.push('The byte order mark goes.');
  if (!before.byteOrderMark && after.byteOrderMark) notes.push('A byte order mark is added.');
  return notes;
}

/** Lines that are the same but for how they end. */
function lineEndNotes(
  before: DiffSide,
  after: DiffSide,
  rows: readonly (DiffRow | DiffGap)[],
): string[] {
  const removed = new Set<string>();
  for (const row of rows) {
    if (row.kind === 'removed') removed.add(before.contentAt(row.before ?? 0));
  }
  const again = rows.some(
    (row) => row.kind === 'added' && removed.has(after.contentAt(row.after ?? 0)),
  );
  return again ? ['Of some lines only the line end changes.'] : [];
}

function sameNotes(before: DiffSide, after: DiffSide): string[] {
  const same = before.decoded?.byteOrderMark === after.decoded?.byteOrderMark;
  return same && before.decoded?.encoding === after.decoded?.encoding
    ? ['Nothing in the file changes.']
    : [];
}
