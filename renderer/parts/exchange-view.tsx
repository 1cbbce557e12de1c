import type { ReactNode } from 'react';
import type { ReportExchange } from '../../main/contract/report.ts';
import { EVIDENCE } from '../texts.ts';
import {
  answerLine,
  cutText,
  exchangeText,
  messageText,
  requestLine,
} from '../view/exchange-text.ts';
import { CopyButton } from './copy-button.tsx';

/** One request and its answer, folded to one line. */
export function ExchangeView(props: {
  readonly exchange: ReportExchange;
  readonly open?: boolean;
}): ReactNode {
  const { exchange, open = false } = props;
  return (
    <details className="fold exchange" open={open}>
      <summary>
        <code className="exchange-request">{requestLine(exchange)}</code>
        <span className="exchange-answer">
          <code>{answerLine(exchange)}</code>
          <span className="quiet">{EVIDENCE.took(Math.round(exchange.durationMs))}</span>
        </span>
      </summary>
      <div className="fold-body">
        <p className="caption">
          {EVIDENCE.request}: {exchange.purpose}
        </p>
        <pre dir="ltr">
          {requestLine(exchange)}
          {'\n'}
          {messageText(exchange.request.headers, exchange.request.body)}
        </pre>
        <p className="caption">{EVIDENCE.response}</p>
        <Answer exchange={exchange} />
        <CopyButton text={exchangeText(exchange)} label={EVIDENCE.copyExchange} />
      </div>
    </details>
  );
}

function Answer(props: { readonly exchange: ReportExchange }): ReactNode {
  const { response } = props.exchange;
  if (response === null) return <pre dir="ltr">{answerLine(props.exchange)}</pre>;
  const cut = cutText(response.body, response.truncated);
  return (
    <>
      <pre dir="ltr">
        HTTP {response.status}
        {'\n'}
        {messageText(response.headers, response.body)}
      </pre>
      {cut === null ? null : <p className="hint">{cut}</p>}
    </>
  );
}
