import { memo, type ReactNode } from 'react';
import { MarkShape } from '../parts/state-mark.tsx';
import type { Box, DrawnMessage } from '../view/sequence-layout.ts';
import { MESSAGE_MARKS } from './message-marks.ts';

/** Baseline of 12 px text in a line of 16. */
const BASE = 12;
const LINE = 16;

/** One message of the drawing. Everything in it is text or a number: no markup of a server (A6). */
export const SequenceRow = memo(
  function SequenceRow(props: { readonly row: DrawnMessage }): ReactNode {
    const { row } = props;
    const { kind, state } = row.message;
    return (
      <g className={`message message-${kind} message-${state}`}>
        {row.frame === null ? null : <rect className="message-frame" {...row.frame} rx={4} />}
        <Lines box={row.label} kind="label" ground={row.frame === null} />
        <Lines box={row.says} kind="says" ground={row.frame === null} />
        {row.arrow === null ? null : <Arrow arrow={row.arrow} isPage={kind === 'page'} />}
        <Glyph row={row} />
      </g>
    );
  },
  (a, b) => a.row.message === b.row.message && samePlace(a.row, b.row),
);

function samePlace(a: DrawnMessage, b: DrawnMessage): boolean {
  return a.top === b.top && a.label.x === b.label.x && a.label.width === b.label.width;
}

function Lines(props: {
  readonly box: Box & { readonly lines: readonly string[] };
  readonly kind: 'label' | 'says';
  /** Paper behind the text, where a lifeline may run through it. */
  readonly ground: boolean;
}): ReactNode {
  const { box, kind, ground } = props;
  const middle = box.x + box.width / 2;
  return box.lines.map((line, index) => (
    <text
      key={index}
      className={ground ? `message-${kind} on-paper` : `message-${kind}`}
      x={middle}
      y={box.y + index * LINE + BASE}
      textAnchor="middle"
    >
      {line}
    </text>
  ));
}

function Arrow(props: {
  readonly arrow: NonNullable<DrawnMessage['arrow']>;
  readonly isPage: boolean;
}): ReactNode {
  const { from, to, y } = props.arrow;
  const back = to < from ? 1 : -1;
  const end = props.isPage ? to - back * -7 : to;
  return (
    <>
      <line className="arrow" x1={from} x2={end} y1={y} y2={y} />
      <path className="arrow-head" d={`M${end} ${y}l${back * 8} -4v8z`} />
      {props.isPage ? <rect className="page" x={to - 6} y={y - 8} width={12} height={16} /> : null}
    </>
  );
}

/** The shape of the state, where the arrow begins or in the corner of the frame. */
function Glyph(props: { readonly row: DrawnMessage }): ReactNode {
  const { arrow, frame, message } = props.row;
  const x = arrow === null ? (frame?.x ?? 0) + 8 : arrow.from;
  const y = arrow === null ? (frame?.y ?? 0) : arrow.y;
  const mark = MESSAGE_MARKS[message.state];
  return (
    <g transform={`translate(${x - 6} ${y - 6})`} className={`mark-${mark}`}>
      <circle className="mark-ground" cx={6} cy={6} r={8} />
      <MarkShape mark={mark} />
    </g>
  );
}
