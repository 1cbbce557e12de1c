import type { SequenceMessage } from '../../main/contract/report.ts';
import { LANES, type Lane } from '../../main/contract/words.ts';
import { wrapText } from './wrap-text.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One message with its place. All measures are pixels from the upper left corner of the drawing. */
export interface DrawnMessage {
  readonly message: SequenceMessage;
  /** The row it has for itself; rows do not overlap. */
  readonly top: number;
  readonly height: number;
  /** The arrow, or null where it is a frame. */
  readonly arrow: { readonly from: number; readonly to: number; readonly y: number } | null;
  /** The frame of a blank page, a note or a loop, or null where it is an arrow. */
  readonly frame: Box | null;
  /** Lines above the arrow or in the frame; centred in their box. */
  readonly label: Box & { readonly lines: readonly string[] };
  /** The sentence for people below the arrow, or in the frame below the label. */
  readonly says: Box & { readonly lines: readonly string[] };
}

/** A bracket along the rows of a round that is the same as one before. */
interface Bracket {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

interface SequenceLayout {
  readonly width: number;
  readonly height: number;
  /** The middle of each lane. */
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly rows: readonly DrawnMessage[];
  readonly brackets: readonly Bracket[];
}

const LINE = 16;
const PAD = 8;
/** Room for the head of an arrow. */
const ARROW = 10;
/** Left of every label: the brackets of loops. */
const MARGIN = 16;
/** A label is not squeezed between two near lanes: it may stand over others, on the paper's colour. */
const LABEL_WIDTH = 200;
const SAYS_WIDTH = 320;
const LABEL_LINES = 3;
const SAYS_LINES = 6;

/** The words that a state adds to a label; a message that is in order needs none. */
type StateWords = Readonly<Record<SequenceMessage['state'], string>>;

/**
 * Places the messages of a sign-in, one row each, from top to bottom. Pure; measures text by a table
 * that errs on the wide side.
 * @param messages in their order
 * @param width of the drawing in pixels; lanes divide it evenly
 * @param words added behind the text of a message
 */
export function layoutSequence(
  messages: readonly SequenceMessage[],
  width: number,
  words: StateWords,
): SequenceLayout {
  const lanes = lanesOf(width);
  const rows: DrawnMessage[] = [];
  let top = PAD;
  for (const message of messages) {
    const row = placeMessage(message, top, { width, lanes, words });
    rows.push(row);
    top += row.height;
  }
  return { width, height: top + PAD, lanes, rows, brackets: bracketsOf(rows) };
}

interface Paper {
  readonly width: number;
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly words: StateWords;
}

function lanesOf(width: number): Readonly<Record<Lane, number>> {
  const middle = (lane: Lane) => Math.round(((LANES.indexOf(lane) + 0.5) * width) / LANES.length);
  return {
    you: middle('you'),
    client: middle('client'),
    server: middle('server'),
    authorization: middle('authorization'),
  };
}

function placeMessage(message: SequenceMessage, top: number, paper: Paper): DrawnMessage {
  const framed = isFramed(message);
  const inset = framed ? PAD : 0;
  const label = textBox(labelOf(message, paper.words), message, paper, {
    least: framed ? SAYS_WIDTH : LABEL_WIDTH,
    most: LABEL_LINES,
    inset,
  });
  const says = textBox(message.says ?? '', message, paper, {
    least: SAYS_WIDTH,
    most: SAYS_LINES,
    inset,
  });
  return framed ? inFrame(message, top, label, says) : overArrow(message, top, paper, label, says);
}

/** A blank page, a loop and a note go from nobody to nobody; so does what a lane does by itself. */
function isFramed({ kind, from, to }: SequenceMessage): boolean {
  return kind === 'blank' || kind === 'loop' || kind === 'note' || from === to;
}

function labelOf({ text, state }: SequenceMessage, words: StateWords): string {
  return words[state] === '' ? text : `${text} · ${words[state]}`;
}

type Lines = Pick<Box, 'x' | 'width' | 'height'> & { readonly lines: readonly string[] };

/** A column over the lanes of a message, at least so wide, within the drawing. */
function textBox(
  text: string,
  { from, to }: SequenceMessage,
  { width, lanes }: Paper,
  wanted: { readonly least: number; readonly most: number; readonly inset: number },
): Lines {
  const [left, right] = [Math.min(lanes[from], lanes[to]), Math.max(lanes[from], lanes[to])];
  const room = width - 2 * MARGIN;
  const wide = Math.min(Math.max(right - left - 2 * PAD, wanted.least), room);
  const x = Math.min(Math.max((left + right - wide) / 2, MARGIN), MARGIN + room - wide);
  const lines = wrapText(text, wide - 2 * wanted.inset, wanted.most);
  return { x, width: wide, height: lines.length * LINE, lines };
}

function overArrow(
  message: SequenceMessage,
  top: number,
  { lanes }: Paper,
  label: Lines,
  says: Lines,
): DrawnMessage {
  const y = top + PAD + label.height + ARROW / 2;
  const height = 2 * PAD + label.height + ARROW + says.height;
  return {
    message,
    top,
    height,
    arrow: { from: lanes[message.from], to: lanes[message.to], y },
    frame: null,
    label: { ...label, y: top + PAD },
    says: { ...says, y: y + ARROW / 2 },
  };
}

function inFrame(message: SequenceMessage, top: number, label: Lines, says: Lines): DrawnMessage {
  const inner = label.height + says.height;
  const height = 4 * PAD + inner;
  const x = Math.min(label.x, says.lines.length === 0 ? label.x : says.x);
  const width = Math.max(label.width, says.lines.length === 0 ? 0 : says.width);
  return {
    message,
    top,
    height,
    arrow: null,
    frame: { x, y: top + PAD, width, height: height - 2 * PAD },
    label: { ...label, y: top + 2 * PAD },
    says: { ...says, y: top + 2 * PAD + label.height },
  };
}

/** From the first row of its round down to the message that calls it a loop. */
function bracketsOf(rows: readonly DrawnMessage[]): readonly Bracket[] {
  return rows
    .filter(({ message }) => message.kind === 'loop')
    .map((loop) => {
      const first = rows.find(({ message }) => message.round === loop.message.round) ?? loop;
      const bottom = loop.top + loop.height - PAD;
      return { id: loop.message.id, top: Math.min(first.top, loop.top) + PAD, bottom };
    });
}
