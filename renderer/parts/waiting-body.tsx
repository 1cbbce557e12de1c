import type { ReactNode } from 'react';
import type { Station } from '../../main/contract/way.ts';
import { STEP_WORDS, STEPS } from '../../main/contract/words.ts';
import { DIAGNOSIS, STATION_TEXTS } from '../texts.ts';
import { STATION_MARKS } from '../view/mark.ts';
import { Section } from './section.tsx';
import { StateMark } from './state-mark.tsx';

const STATIONS: readonly Station[] = STEPS.filter((step) => step !== 'local').map((step) => ({
  step,
  state: 'not-seen',
  codes: [],
}));

/** The places of a report before it is there, so that nothing jumps when it arrives. */
export function WaitingBody(): ReactNode {
  return (
    <>
      <section className="first first-waiting">
        <p className="hint">{DIAGNOSIS.wayWaiting}</p>
      </section>
      <Section title={DIAGNOSIS.clients}>
        <div className="clients clients-waiting" aria-hidden="true">
          <span className="client" />
          <span className="client" />
          <span className="client" />
        </div>
        <p className="client-why" />
      </Section>
      <Section title={DIAGNOSIS.way}>
        <ol className="way" aria-hidden="true">
          {STATIONS.map(({ step, state }) => (
            <li key={step} className={`station station-${state}`}>
              <span className="station-button">
                <StateMark mark={STATION_MARKS[state]} />
                <span className="station-name">{STEP_WORDS[step]}</span>
                <span className="quiet">{STATION_TEXTS[state]}</span>
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
