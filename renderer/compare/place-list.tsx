import type { ReactNode } from 'react';
import type { PlaceReport } from '../../main/contract/comparison.ts';
import { OUTCOME_WORDS } from '../../main/contract/words.ts';
import { StateWord } from '../parts/state-mark.tsx';
import { OUTCOME_MARKS } from '../view/mark.ts';
import { COMPARE } from './texts.ts';

/** The places by their letters, each with how it does and how that is known. */
export function PlaceList(props: { readonly places: readonly PlaceReport[] }): ReactNode {
  return (
    <ul className="list lines">
      {props.places.map((place) => (
        <li key={place.id} className="compare-place">
          <span className="compare-letter">{place.id}</span>
          <span className="compare-text">
            <span>
              {place.name}
              {place.server === null ? null : (
                <span className="quiet"> {COMPARE.as(place.server)}</span>
              )}
            </span>
            <span className="mono quiet">
              {place.line === null ? place.file : `${place.file}:${place.line}`}
            </span>
            <span className="quiet">{place.why}</span>
            {place.near === null ? null : <span>{COMPARE.near(place.near)}</span>}
          </span>
          <StateWord mark={OUTCOME_MARKS[place.outcome]} word={OUTCOME_WORDS[place.outcome]} />
        </li>
      ))}
    </ul>
  );
}
