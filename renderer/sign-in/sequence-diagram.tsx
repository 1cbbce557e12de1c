import { memo, useMemo, useRef, type ReactNode } from 'react';
import type { SequenceMessage } from '../../main/contract/report.ts';
import { LANES, type Lane } from '../../main/contract/words.ts';
import { useRoving } from '../parts/use-roving.ts';
import { formatSeconds } from '../view/format-time.ts';
import { layoutSequence, type DrawnMessage } from '../view/sequence-layout.ts';
import { SequenceRow } from './sequence-row.tsx';
import { STATE_TEXTS, TRACE } from './texts.ts';
import { useFollow } from './use-follow.ts';
import { useWidth } from './use-width.ts';

/** What is in order needs no word beside its mark; the legend names it. */
const WORDS = { ...STATE_TEXTS, ok: '' };

/**
 * The messages as a drawing, and over it one button for each, so that they can be reached by Tab and
 * arrows and are heard whole. The drawing itself says nothing to a screen reader.
 */
export function SequenceDiagram(props: {
  readonly messages: readonly SequenceMessage[];
  readonly names: Readonly<Record<Lane, string>>;
  readonly opened: string | null;
  readonly onOpen: (id: string) => void;
  /** New messages are scrolled into sight while one looks at the end. */
  readonly follows: boolean;
}): ReactNode {
  const { messages, names, opened, onOpen, follows } = props;
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const layout = useMemo(() => layoutSequence(messages, width, WORDS), [messages, width]);
  const { onKeyDown, stop } = useRoving('vertical', messages.length);
  useFollow(body, layout.height, follows);
  const { height, rows } = layout;
  return (
    <div className="sequence-body" ref={body}>
      <svg className="sequence-drawing" width={width} height={height} aria-hidden="true">
        {LANES.map((lane) => (
          <line
            key={lane}
            className="lifeline"
            x1={layout.lanes[lane]}
            x2={layout.lanes[lane]}
            y1={0}
            y2={height}
          />
        ))}
        {layout.brackets.map(({ id, top, bottom }) => (
          <path key={id} className="bracket" d={`M10 ${top}H4V${bottom}H10`} />
        ))}
        {rows.map((row) => (
          <SequenceRow key={row.message.id} row={row} />
        ))}
      </svg>
      <ol className="list" role="list" aria-label={TRACE.diagram} onKeyDown={onKeyDown}>
        {rows.map((row, index) => (
          <li key={row.message.id}>
            <RowButton
              row={row}
              label={labelOf(row.message, index, names)}
              isOpen={row.message.id === opened}
              onOpen={onOpen}
              stop={stop(index)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface RowButtonProps {
  readonly row: DrawnMessage;
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
  readonly stop: ReturnType<ReturnType<typeof useRoving>['stop']>;
}

const RowButton = memo(
  function RowButton(props: RowButtonProps): ReactNode {
    const { row, label, isOpen, onOpen, stop } = props;
    return (
      <button
        type="button"
        className="sequence-button"
        style={{ top: row.top, height: row.height }}
        aria-label={label}
        aria-expanded={isOpen}
        data-message={row.message.id}
        onClick={() => onOpen(row.message.id)}
        {...stop}
      />
    );
  },
  (a, b) =>
    a.row.top === b.row.top &&
    a.row.height === b.row.height &&
    a.label === b.label &&
    a.isOpen === b.isOpen &&
    a.stop.tabIndex === b.stop.tabIndex,
);

function labelOf(
  { text, from, to, state, says, atMs }: SequenceMessage,
  index: number,
  names: Readonly<Record<Lane, string>>,
): string {
  const what = TRACE.message(index + 1, text, names[from], names[to], STATE_TEXTS[state]);
  const when = TRACE.after(formatSeconds(atMs));
  return says === null ? `${what}, ${when}` : `${what}, ${when}. ${says}`;
}
