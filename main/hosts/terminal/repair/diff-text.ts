import type { DiffLine, FileChange } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

const WHAT: Readonly<Record<FileChange['what'], string>> = {
  changed: 'will be changed',
  created: 'will be created',
  removed: 'will be removed',
};
const SIGNS: Readonly<Record<DiffLine['kind'], string>> = {
  same: ' ',
  removed: '-',
  added: '+',
  gap: '…',
};

/** A tab is as wide as each terminal likes it; a diff counts columns. */
const TAB = '    ';

/**
 * One file as a diff: its path in full, what becomes of it, the lines with their numbers. A long line
 * goes on below itself, so that nothing of a change is hidden by the width.
 */
// SECURITY: G14
export function diffText(change: FileChange, style: TerminalStyle): string {
  const { file, leadsTo, what, lines, notes } = change;
  const link = leadsTo === null ? [] : [`  ${visible(leadsTo)} is written; the link stays.`];
  const digits = String(Math.max(0, ...lines.map(numberOf))).length;
  return [
    `  ${style.bold(visible(file))}`,
    ...link,
    `  ${style.dim(WHAT[what])}`,
    ...lines.flatMap((one) => lineText(one, digits, style)),
    ...notes.map((one) => paragraph(style.dim(visible(one)), style.width, 2)),
  ].join('\n');
}

function numberOf({ before, after }: DiffLine): number {
  return after ?? before ?? 0;
}

function lineText(line: DiffLine, digits: number, style: TerminalStyle): readonly string[] {
  const { kind, text, maskedChange } = line;
  const number = kind === 'gap' ? '' : String(numberOf(line));
  const head = `  ${number.padStart(digits)} ${SIGNS[kind]} `;
  const rest = `  ${' '.repeat(digits)} ${kind === 'gap' ? ' ' : SIGNS[kind]} `;
  const paint = { same: style.dim, removed: style.red, added: style.green, gap: style.dim }[kind];
  const shown = visible(text.replaceAll('\t', TAB));
  const said = maskedChange ? `${shown}  (what differs is masked)` : shown;
  return pieces(said, Math.max(20, style.width - head.length)).map((one, at) =>
    paint(`${at === 0 ? head : rest}${one}`.trimEnd()),
  );
}

function pieces(text: string, width: number): readonly string[] {
  const characters = [...text];
  const count = Math.max(1, Math.ceil(characters.length / width));
  return Array.from({ length: count }, (_, at) =>
    characters.slice(at * width, (at + 1) * width).join(''),
  );
}
