import { useState, type ReactNode } from 'react';
import { CLIENT_WORDS, LANES, type Lane } from '../../main/contract/words.ts';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/state-mark.tsx';
import type { TraceRun } from '../store/traces.ts';
import { isTracing } from '../store/traces.ts';
import { laneHosts } from '../view/lane-names.ts';
import { ExchangePane } from './exchange-pane.tsx';
import { SequenceDiagram } from './sequence-diagram.tsx';
import { MESSAGE_MARKS, MESSAGE_STATES } from './message-marks.ts';
import { LANE_TEXTS, STATE_TEXTS, TRACE } from './texts.ts';

/** More are never looked at one by one; the report has all. */
const DRAWN = 500;

/** The sequence diagram with the chosen message beside it. */
export function TraceDiagram(props: {
  readonly run: TraceRun;
  readonly url: string | null;
}): ReactNode {
  const { run, url } = props;
  const [opened, setOpened] = useState<string | null>(null);
  const busy = isTracing(run);
  const messages = run.messages.slice(-DRAWN);
  const chosen = messages.find(({ id }) => id === opened) ?? null;
  const names = laneNames(run);
  return (
    <Section title={TRACE.diagram}>
      {messages.length === 0 ? (
        <p className="hint">{busy ? TRACE.noMessages : TRACE.nothingSeen}</p>
      ) : (
        <Legend left={run.messages.length - messages.length} />
      )}
      <div className={chosen === null ? 'trace-split' : 'trace-split has-pane'}>
        <div className="sequence">
          <Lanes names={names} hosts={laneHosts(run.messages, run.exchanges, url)} />
          <SequenceDiagram
            messages={messages}
            names={names}
            opened={opened}
            onOpen={setOpened}
            follows={busy}
          />
        </div>
        {chosen === null ? null : (
          <ExchangePane
            key={chosen.id}
            message={chosen}
            exchange={run.exchanges.find(({ id }) => id === chosen.exchange) ?? null}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
    </Section>
  );
}

function laneNames({ settings }: TraceRun): Readonly<Record<Lane, string>> {
  return { ...LANE_TEXTS, client: CLIENT_WORDS[settings.as] };
}

function Legend(props: { readonly left: number }): ReactNode {
  return (
    <>
      <p className="hint">{TRACE.keys}</p>
      <ul className="list legend" aria-label={TRACE.legend}>
        {MESSAGE_STATES.map((state) => (
          <li key={state}>
            <StateWord mark={MESSAGE_MARKS[state]} word={STATE_TEXTS[state]} />
          </li>
        ))}
      </ul>
      {props.left === 0 ? null : <p className="hint">{TRACE.left(props.left)}</p>}
    </>
  );
}

/** The heads of the lanes; they stay in sight while the diagram scrolls under them. */
function Lanes(props: {
  readonly names: Readonly<Record<Lane, string>>;
  readonly hosts: ReturnType<typeof laneHosts>;
}): ReactNode {
  return (
    <div className="lanes">
      {LANES.map((lane) => (
        <div key={lane} className="lane">
          <span className="lane-name">{props.names[lane]}</span>
          {lane === 'server' || lane === 'authorization' ? (
            <span className="mono quiet">{props.hosts[lane] ?? TRACE.unknownHost}</span>
          ) : null}
        </div>
      ))}
    </div>
  );
}
