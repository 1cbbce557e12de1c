import type { ReactNode } from 'react';
import type { Station } from '../../main/contract/way.ts';
import { STEP_WORDS, type Step } from '../../main/contract/words.ts';
import { DIAGNOSIS, STATION_TEXTS } from '../texts.ts';
import { STATION_MARKS } from '../view/mark.ts';
import { StateMark } from './state-mark.tsx';
import { useRoving } from './use-roving.ts';

/** The id of the panel under the line. */
export const STATION_PANEL_ID = 'station-panel';

/** The way of the request: one line of stations, moved along with the arrows, opened with Enter. */
export function WayLine(props: {
  readonly stations: readonly Station[];
  readonly label: string;
  readonly opened: Step | null;
  readonly onOpen: (step: Step | null) => void;
}): ReactNode {
  const { stations, opened, onOpen } = props;
  const initial = Math.max(
    0,
    stations.findIndex(({ step }) => step === opened),
  );
  const { onKeyDown, stop } = useRoving('horizontal', stations.length, initial);
  return (
    <ol className="way" aria-label={props.label} onKeyDown={onKeyDown}>
      {stations.map((station, index) => {
        const isOpen = station.step === opened;
        return (
          <li key={station.step} className={`station station-${station.state}`}>
            <button
              type="button"
              className="station-button"
              aria-expanded={isOpen}
              aria-controls={STATION_PANEL_ID}
              aria-label={stationLabel(station)}
              onClick={() => onOpen(isOpen ? null : station.step)}
              {...stop(index)}
            >
              <StateMark mark={STATION_MARKS[station.state]} />
              <span className="station-name">{STEP_WORDS[station.step]}</span>
              <span className="quiet">{STATION_TEXTS[station.state]}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function stationLabel(station: Station): string {
  const state = STATION_TEXTS[station.state];
  return DIAGNOSIS.stationLabel(STEP_WORDS[station.step], state, station.codes.length);
}
