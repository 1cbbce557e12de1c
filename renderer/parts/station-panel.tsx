import type { ReactNode } from 'react';
import type { ReportExchange, TargetReport } from '../../main/contract/report.ts';
import type { Station } from '../../main/contract/way.ts';
import { STEP_WORDS, type ClientId } from '../../main/contract/words.ts';
import { DIAGNOSIS, STATION_TEXTS } from '../texts.ts';
import { findingsAt, type FindingTree } from '../view/arrange-findings.ts';
import { ExchangeView } from './exchange-view.tsx';
import { FindingCard } from './finding-view.tsx';
import { STATION_PANEL_ID } from './way-line.tsx';

/** What was found, asked and answered at the open station, as one client meets it. */
export function StationPanel(props: {
  readonly target: TargetReport;
  readonly client: ClientId;
  readonly station: Station | undefined;
}): ReactNode {
  const { target, client, station } = props;
  if (station === undefined)
    return (
      <p id={STATION_PANEL_ID} className="hint">
        {DIAGNOSIS.wayHint}
      </p>
    );
  const trees = findingsAt(target, client, station.step);
  const title = `${STEP_WORDS[station.step]}: ${STATION_TEXTS[station.state]}`;
  return (
    <section id={STATION_PANEL_ID} className="panel" aria-label={title}>
      {trees.length === 0 ? (
        <p className="prose">
          {title}. {DIAGNOSIS.stationQuiet[station.state]}
        </p>
      ) : null}
      {trees.map((tree, index) => (
        <FindingCard key={index} tree={tree} trace={target.trace} />
      ))}
      <Exchanges exchanges={unshownExchanges(target, station, trees)} />
    </section>
  );
}

function Exchanges(props: { readonly exchanges: readonly ReportExchange[] }): ReactNode {
  if (props.exchanges.length === 0) return null;
  return (
    <>
      <h4>{DIAGNOSIS.exchanges}</h4>
      <ul className="list exchanges">
        {props.exchanges.map((exchange) => (
          <li key={exchange.id}>
            <ExchangeView exchange={exchange} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The exchanges of a station without those that its findings already show as evidence. */
function unshownExchanges(
  target: TargetReport,
  station: Station,
  trees: readonly FindingTree[],
): ReportExchange[] {
  const evidence = trees.flatMap((tree) => tree.finding.evidence);
  const shown = new Set(evidence.flatMap((one) => (one.kind === 'http' ? [one.exchange] : [])));
  return target.trace.filter(({ step, id }) => step === station.step && !shown.has(id));
}
