import type { ValueAt } from '../../../model/operation.ts';
import type { EditFiles } from '../edit-files.ts';
import { findPlace, findValue } from '../find-place.ts';
import { isStrictJson } from '../json-document.ts';
import { layoutIn, type Layout } from '../layout.ts';
import { mendText } from '../mend/mend-text.ts';
import { putValue } from '../put-value.ts';
import { EditRefusal } from '../refusal.ts';
import type { ValueText } from '../write-json.ts';
import { noteRepeated } from '../note-repeated.ts';
import { removeValue } from './remove-value.ts';

interface FromTo {
  readonly from: ValueAt;
  readonly to: ValueAt;
}

/** Takes a value to another place, letter by letter; what is secret in it is not looked at. */
export function copyValue(files: EditFiles, { from, to }: FromTo): void {
  const source = files.documentOf(from.file);
  const place = findPlace(source, from.pointer);
  noteRepeated(files, from, place, 'the last one counts and is taken');
  const { offset, length } = findValue(source, from.pointer);
  const raw = takenAs(files, to.file, source.text.slice(offset, offset + length));
  const layout = layoutIn(source, null, offset);
  const target = files.documentOf(to.file);
  noteRepeated(files, to, findPlace(target, to.pointer), 'the last one counts and is changed');
  files.edit(to.file, putValue(target, to.pointer, indentedAnew(raw, layout)));
}

/** The same, and away from where it was. Nothing is lost in between: it is copied first. */
export function moveValue(files: EditFiles, { from, to }: FromTo): void {
  if (from.file === to.file && isSameOrWithin(from.pointer, to.pointer)) {
    if (from.pointer === to.pointer) return;
    throw new EditRefusal('A value cannot be moved into itself.');
  }
  if (from.file === to.file && isSameOrWithin(to.pointer, from.pointer)) {
    copyValue(files, { from, to });
    return;
  }
  copyValue(files, { from, to });
  removeValue(files, from);
}

function isSameOrWithin(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** A strict file gets no comments and trailing commas from one that may have them. */
function takenAs(files: EditFiles, file: string, raw: string): string {
  if (isStrictJson(raw) || !files.isStrict(file)) return raw;
  const mended = mendText(raw);
  if (mended.kind === 'problem') throw new EditRefusal(mended.reason);
  for (const note of mended.notes) files.note(file, `In the value that is taken over: ${note}`);
  return mended.text;
}

/** The same text with the line ends and the indentation of its new place. */
function indentedAnew(raw: string, from: Layout): ValueText {
  return (to) => {
    const [first = '', ...others] = raw.split(/\r\n|\n|\r/);
    const lines = others.map((line) => shifted(line, from, to));
    return [first, ...lines].join(to.lineEnd);
  };
}

function shifted(line: string, from: Layout, to: Layout): string {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  const rest = line.slice(blanks.length);
  if (rest === '' || !blanks.startsWith(from.indent)) return line;
  const inner = blanks.slice(from.indent.length);
  const levels = Math.floor(leadingUnits(inner, from.unit));
  return to.indent + to.unit.repeat(levels) + inner.slice(levels * from.unit.length) + rest;
}

function leadingUnits(blanks: string, unit: string): number {
  let levels = 0;
  while (blanks.startsWith(unit, levels * unit.length)) levels += 1;
  return levels;
}
