import { LANES, type Lane } from '../../../contract/words.ts';
import type { SequenceMessage } from '../../../contract/report.ts';

/** Where the lanes of a sequence diagram stand on a line. */
export interface LaneGrid {
  /** Column of each lane, from 0. */
  readonly columns: readonly number[];
  /** Where the text begins. */
  readonly textColumn: number;
  /** True where the names of the lanes have room. */
  readonly named: boolean;
}

/** The signs of the diagram; all of them are one column wide. */
export interface LaneSigns {
  readonly lane: string;
  readonly cross: string;
  readonly request: string;
  readonly answer: string;
  readonly right: string;
  readonly left: string;
  /** A tee to the right and to the left: where an arrow begins. */
  readonly starts: readonly [string, string];
  /** The ends of a loop's bracket, and what lies between. */
  readonly bracket: readonly [string, string, string];
}

export const LINE_SIGNS: LaneSigns = {
  lane: '│',
  cross: '┼',
  request: '─',
  answer: '┄',
  right: '>',
  left: '<',
  starts: ['├', '┤'],
  bracket: ['└', '─', '┘'],
};
export const LETTER_SIGNS: LaneSigns = {
  lane: '|',
  cross: '+',
  request: '-',
  answer: '.',
  right: '>',
  left: '<',
  starts: ['|', '|'],
  bracket: ['+', '-', '+'],
};

const NAMES = ['you', 'client', 'server', 'authorization'] as const;
const FIRST = 3;
/** Under this distance the names of the lanes run into each other. */
const NAMED_FROM = 7;

/** Spreads four lanes over about a third of the width; the rest is for words. */
export function laneGrid(width: number): LaneGrid {
  const step = Math.min(10, Math.max(4, Math.floor(width / 9)));
  const columns = LANES.map((_, at) => FIRST + at * step);
  return { columns, textColumn: FIRST + 3 * step + 3, named: step >= NAMED_FROM };
}

/** The lines above the first message: whose lanes they are. */
export function laneNames({ columns, named }: LaneGrid, signs: LaneSigns): readonly string[] {
  const labels = named ? NAMES : NAMES.map((one) => one[0]!);
  const line = columns.reduce((text, column, at) => {
    const label = labels[at] ?? '';
    // The last name is long; it begins near its lane and has the rest of the line.
    const half = at === columns.length - 1 ? Math.min(3, label.length) : label.length;
    return text.padEnd(column - Math.floor(half / 2)) + label;
  }, '');
  const legend = ['y you, c client', 's server, a authorization'];
  return [...(named ? [] : legend), line, lanes(columns, signs).join('').trimEnd()];
}

/** The lanes of one message with its arrow, frame, mark or bracket; as wide as `textColumn`. */
export function laneRow(message: SequenceMessage, grid: LaneGrid, signs: LaneSigns): string {
  const cells = lanes(grid.columns, signs);
  if (message.kind === 'loop') drawBracket(cells, grid, signs);
  else draw(cells, message, grid, signs);
  return cells.join('').padEnd(grid.textColumn);
}

/** The lanes of a line that has only words. */
export function emptyRow({ columns, textColumn }: LaneGrid, signs: LaneSigns): string {
  return lanes(columns, signs).join('').padEnd(textColumn);
}

function lanes(columns: readonly number[], signs: LaneSigns): string[] {
  const cells = Array.from({ length: (columns.at(-1) ?? 0) + 2 }, () => ' ');
  for (const column of columns) cells[column] = signs.lane;
  return cells;
}

/** What stands at the lane that a message comes to: a page, an empty frame; null for an arrow. */
const FRAMES: Readonly<Partial<Record<SequenceMessage['kind'], string>>> = {
  page: '[=]',
  blank: '[ ]',
};

function draw(cells: string[], message: SequenceMessage, grid: LaneGrid, signs: LaneSigns): void {
  const [from, to] = [columnOf(message.from, grid), columnOf(message.to, grid)];
  const frame = FRAMES[message.kind] ?? null;
  if (from !== to) drawArrow(cells, from, to, message.kind === 'request', signs);
  if (frame !== null) [...frame].forEach((sign, at) => (cells[to - 1 + at] = sign));
  else if (from === to) cells[to] = '*';
}

function drawArrow(
  cells: string[],
  from: number,
  to: number,
  isRequest: boolean,
  signs: LaneSigns,
): void {
  const step = from < to ? 1 : -1;
  const line = isRequest ? signs.request : signs.answer;
  for (let at = from + step; at !== to; at += step)
    cells[at] = cells[at] === signs.lane ? signs.cross : line;
  cells[from] = signs.starts[step === 1 ? 0 : 1];
  cells[to - step] = step === 1 ? signs.right : signs.left;
}

function drawBracket(cells: string[], { columns }: LaneGrid, signs: LaneSigns): void {
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  for (let at = first; at <= last; at += 1) cells[at] = signs.bracket[1];
  [cells[first], cells[last]] = [signs.bracket[0], signs.bracket[2]];
}

function columnOf(lane: Lane, { columns }: LaneGrid): number {
  return columns[LANES.indexOf(lane)] ?? 0;
}
