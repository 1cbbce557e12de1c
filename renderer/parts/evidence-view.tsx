import type { ReactNode } from 'react';
import type { Evidence, ReportExchange } from '../../main/contract/report.ts';
import { EVIDENCE } from '../texts.ts';
import { formatTime } from '../view/format-time.ts';
import { ExchangeView } from './exchange-view.tsx';
import { MismatchView } from './mismatch-view.tsx';

interface Context {
  readonly trace: readonly ReportExchange[];
}
type View<K extends Evidence['kind']> = (
  evidence: Extract<Evidence, { kind: K }>,
  context: Context,
) => ReactNode;

/** How each kind of evidence is shown. All of it is server text: text nodes, never markup (A6). */
const VIEWS: { readonly [K in Evidence['kind']]: View<K> } = {
  http: (one, { trace }) => {
    const exchange = trace.find(({ id }) => id === one.exchange);
    if (exchange === undefined) return <Figure caption={one.note} text={EVIDENCE.exchangeGone} />;
    return (
      <figure className="evidence">
        <figcaption>{one.note}</figcaption>
        <ExchangeView exchange={exchange} />
      </figure>
    );
  },
  header: (one) => (
    <Figure
      caption={EVIDENCE.at(one.at)}
      text={`${one.name}: ${one.value ?? EVIDENCE.headerMissing}`}
    />
  ),
  mismatch: (one) => <MismatchView evidence={one} />,
  file: (one) => (
    <Figure caption={join(place(one.file, one.line, one.column), one.pointer)} text={one.excerpt} />
  ),
  log: (one) => (
    <Figure
      caption={join(
        place(one.file, one.line, null),
        one.time === null ? null : formatTime(one.time),
        EVIDENCE.times(one.count),
        one.first && one.last
          ? EVIDENCE.between(formatTime(one.first), formatTime(one.last))
          : null,
      )}
      text={one.text}
    />
  ),
  incident: (one) => (
    <Figure
      caption={join(
        one.incident === 'loop' ? EVIDENCE.loop(one.rounds) : EVIDENCE.attempt,
        one.periodSeconds === null ? null : EVIDENCE.period(one.periodSeconds),
        EVIDENCE.between(formatTime(one.first), formatTime(one.last)),
      )}
      text={null}
    />
  ),
  store: (one) => <Figure caption={join(one.file, one.pointer)} text={one.fact} />,
  dns: (one) => (
    <Figure caption={join(one.host, one.note)} text={one.addresses.join('\n') || null} />
  ),
  tls: (one) => <Figure caption={join(one.host, one.note)} text={one.problem} />,
  timing: (one) => (
    <Figure
      caption={join(
        one.what,
        EVIDENCE.took(one.ms),
        one.limitMs === null ? null : EVIDENCE.limit(one.limitMs),
      )}
      text={null}
    />
  ),
  navigation: (one) => (
    <ol className="evidence evidence-steps">
      {one.events.map((event, index) => (
        <li key={index}>{event}</li>
      ))}
    </ol>
  ),
};

/** One piece of evidence, as it was received. */
export function EvidenceView(props: Context & { readonly evidence: Evidence }): ReactNode {
  const view = VIEWS[props.evidence.kind] as (one: Evidence, context: Context) => ReactNode;
  return view(props.evidence, props);
}

function Figure(props: { readonly caption: string; readonly text: string | null }): ReactNode {
  return (
    <figure className="evidence">
      <figcaption>{props.caption}</figcaption>
      {props.text === null || props.text === '' ? null : <pre dir="ltr">{props.text}</pre>}
    </figure>
  );
}

function place(file: string, line: number | null, column: number | null): string {
  return line === null ? file : join(file, EVIDENCE.lineColumn(line, column));
}

function join(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
