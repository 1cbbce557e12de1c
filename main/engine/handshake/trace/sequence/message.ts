import type { SequenceMessage } from '../../../../contract/report.ts';
import type { Lane } from '../../../../contract/words.ts';
import type { Exchange } from '../../../model/evidence.ts';
import { jsonAnswer } from '../../../probe/registration/json-answer.ts';
import { plain } from '../quoted.ts';

/** A message before it has its place in time. */
export type Draft = Omit<SequenceMessage, 'atMs'> & {
  /** Milliseconds since 1970. */
  readonly at: number;
};

export type Way = readonly [from: Lane, to: Lane];

const NOTHING = { state: 'ok', says: null, exchange: null } as const;

/** One message; what is not said of it is that it is well. */
export function message(
  parts: Pick<Draft, 'id' | 'round' | 'at' | 'kind' | 'text'> &
    Partial<Pick<Draft, 'state' | 'says' | 'exchange'>>,
  [from, to]: Way,
): Draft {
  return { ...NOTHING, ...parts, from, to };
}

/** What an arrow of an exchange says, and which of its answers are good ones. */
export interface Told {
  readonly id: string;
  readonly round: number;
  readonly way: Way;
  readonly text: string;
  /** In place of the status alone; for answers that are good. */
  readonly answer?: string;
  /** Good answers; any 2xx where it is not given. */
  readonly isGood?: (status: number) => boolean;
  /** The state of an answer that is not good. */
  readonly otherwise?: Draft['state'];
}

/** A request and its answer: two arrows. */
export function exchangeMessages(exchange: Exchange, told: Told): readonly Draft[] {
  const { id, round, way, text } = told;
  const at = exchange.startedAt;
  const common = { round, exchange: exchange.id };
  return [
    message({ ...common, id, at, kind: 'request', text }, way),
    message(
      {
        ...common,
        id: `${id}.answer`,
        at: at + exchange.durationMs,
        kind: 'answer',
        ...answerOf(exchange, told),
      },
      [way[1], way[0]],
    ),
  ];
}

function answerOf(exchange: Exchange, told: Told): Pick<Draft, 'text' | 'state'> {
  const { outcome } = exchange;
  const { otherwise = 'wrong', isGood = (status) => status >= 200 && status < 300 } = told;
  if (outcome.kind === 'failure') {
    return { text: `no answer (${plain(outcome.code, 40)})`, state: otherwise };
  }
  const { status } = outcome.response;
  if (!isGood(status)) return { text: `${status}${errorIn(exchange)}`, state: otherwise };
  return {
    text: told.answer === undefined ? `${status}` : `${status}, ${told.answer}`,
    state: 'ok',
  };
}

/** The error code of an OAuth answer (RFC 6749 §5.2), where it looks like one. */
export function errorIn(exchange: Exchange): string {
  const error = jsonAnswer(exchange)?.error;
  return typeof error === 'string' && /^[a-z][a-z_]{2,40}$/.test(error) ? ` ${error}` : '';
}

/** Method and path of a request, without its query. */
export function requestLine({ request }: Exchange): string {
  return `${request.method} ${pathOf(request.url)}`;
}

/** The path of an address, without query; `/` where there is none. */
export function pathOf(url: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
  return path === '' ? '/' : plain(path, 60);
}
