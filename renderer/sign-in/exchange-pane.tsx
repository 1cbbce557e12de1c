import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ReportExchange, SequenceMessage } from '../../main/contract/report.ts';
import { Button } from '../parts/button.tsx';
import { ExchangeView } from '../parts/exchange-view.tsx';
import { StateWord } from '../parts/state-mark.tsx';
import { MESSAGE_MARKS } from './message-marks.ts';
import { STATE_TEXTS, TRACE } from './texts.ts';

/** One message whole: beside the diagram, or in its place where the window is narrow. */
export function ExchangePane(props: {
  readonly message: SequenceMessage;
  readonly exchange: ReportExchange | null;
  readonly onClose: () => void;
}): ReactNode {
  const { message, exchange } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const close = () => {
    props.onClose();
    // Back to where one came from, once the diagram is there again.
    requestAnimationFrame(() => focusMessage(message.id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <aside className="pane" aria-label={TRACE.pane} onKeyDown={onKeyDown}>
      <div className="pane-head">
        <StateWord mark={MESSAGE_MARKS[message.state]} word={STATE_TEXTS[message.state]} />
        <Button kind="quiet" onPress={close}>
          {TRACE.close}
        </Button>
      </div>
      <h3 className="pane-title" ref={heading} tabIndex={-1}>
        {message.text}
      </h3>
      {message.says === null ? null : <p className="prose">{message.says}</p>}
      {exchange === null ? (
        <p className="hint">{TRACE.noExchange}</p>
      ) : (
        <ExchangeView exchange={exchange} open />
      )}
    </aside>
  );
}

/** No selector is made of an id: it comes from outside. */
function focusMessage(id: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-message]')];
  all.find(({ dataset }) => dataset.message === id)?.focus();
}
