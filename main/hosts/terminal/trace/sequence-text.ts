import type { SequenceMessage } from '../../../contract/report.ts';
import { visible } from '../../../engine/redact/visible.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import { wrapAnsi } from 'fast-wrap-ansi';
import {
  emptyRow,
  laneGrid,
  laneNames,
  laneRow,
  LETTER_SIGNS,
  LINE_SIGNS,
  type LaneSigns,
} from './lanes.ts';

const PAINT = { ok: null, warning: 'yellow', wrong: 'red', waiting: 'dim' } as const;
const MARKS = { ok: null, warning: 'at-risk', wrong: 'blocked', waiting: 'unknown' } as const;

/**
 * A sign-in as a sequence diagram: four lanes (you, client, MCP server, authorization server), a
 * line per message, its words to the right. Reads without colour, and within the width whatever the
 * messages hold (safety H13).
 * @returns an empty string where there are no messages
 */
export function sequenceText(messages: readonly SequenceMessage[], style: TerminalStyle): string {
  if (messages.length === 0) return '';
  const rows = messages.flatMap((one, at) => [
    ...roundLine(one, messages[at - 1] ?? null, style),
    ...messageLines(one, style),
  ]);
  return [...sequenceHead(style), ...rows].join('\n');
}

/** The lines above the first message. */
export function sequenceHead(style: TerminalStyle): readonly string[] {
  return laneNames(laneGrid(style.width), signsOf(style)).map((line) => style.dim(line));
}

/** One message: its arrow and words, and what is to be said of it. */
export function messageLines(message: SequenceMessage, style: TerminalStyle): readonly string[] {
  const grid = laneGrid(style.width);
  const signs = signsOf(style);
  const width = style.width - grid.textColumn;
  const mark = MARKS[message.state];
  const head = mark === null ? message.text : `${style.marks[mark]} ${message.text}`;
  const name = PAINT[message.state];
  const paint = name === null ? (text: string) => text : style[name];
  const words = [
    ...wrapped(head, width).map(paint),
    ...(message.says === null ? [] : wrapped(message.says, width).map(style.dim)),
  ];
  const first = laneRow(message, grid, signs);
  const next = emptyRow(grid, signs);
  if (words.length === 0) return [style.dim(first.trimEnd())];
  return words.map((text, at) => style.dim(at === 0 ? first : next) + text);
}

/** Between two rounds of one sign-in stands which it is. */
export function roundLine(
  { round }: SequenceMessage,
  before: Pick<SequenceMessage, 'round'> | null,
  style: TerminalStyle,
): readonly string[] {
  if (before === null || before.round === round) return [];
  const title = `${style.marks.line.repeat(2)} round ${round} `;
  return [style.bold(title + style.marks.line.repeat(Math.max(0, style.width - title.length)))];
}

/** Where the terminal is plain, so is the diagram. */
function signsOf({ marks }: TerminalStyle): LaneSigns {
  return marks.line === '─' ? LINE_SIGNS : LETTER_SIGNS;
}

/** Addresses are broken as well: nothing here is for copying, and the lanes must stay straight. */
function wrapped(text: string, width: number): readonly string[] {
  const clean = visible(text).trim();
  if (clean === '') return [];
  return wrapAnsi(clean, width, { hard: true, trim: true }).split('\n');
}
