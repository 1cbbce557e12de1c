import { useId, type ReactNode } from 'react';
import type { Verdict } from '../../main/contract/report.ts';
import {
  atStep,
  CLIENT_WORDS,
  OUTCOME_WORDS,
  STEP_WORDS,
  type ClientId,
} from '../../main/contract/words.ts';
import { CONFIDENCE_TEXTS, DIAGNOSIS } from '../texts.ts';
import { OUTCOME_MARKS } from '../view/mark.ts';
import { StateWord } from './state-mark.tsx';

/** The clients with their verdicts; the chosen one decides what is shown below. */
export function ClientRow(props: {
  readonly verdicts: readonly Verdict[];
  readonly chosen: Verdict;
  readonly onChoose: (client: ClientId) => void;
}): ReactNode {
  const { verdicts, chosen, onChoose } = props;
  const name = useId();
  return (
    <>
      <div className="clients" role="radiogroup" aria-label={DIAGNOSIS.clients}>
        {verdicts.map((verdict) => (
          <label key={verdict.client} className="client">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={verdict.client}
              checked={verdict.client === chosen.client}
              onChange={() => onChoose(verdict.client)}
            />
            <span className="client-name">{CLIENT_WORDS[verdict.client]}</span>
            <StateWord
              mark={OUTCOME_MARKS[verdict.outcome]}
              word={OUTCOME_WORDS[verdict.outcome]}
            />
            <span className="quiet">{stationText(verdict)}</span>
          </label>
        ))}
      </div>
      <p className="prose client-why">
        {chosen.why}{' '}
        <span className="quiet">
          {chosen.outcome === 'unknown' ? '' : DIAGNOSIS.sure(CONFIDENCE_TEXTS[chosen.confidence])}
          {chosen.version === null ? '' : ` ${capital(DIAGNOSIS.rules(chosen.version))}.`}
        </span>
      </p>
      <Stop verdict={chosen} />
    </>
  );
}

/** Where the chosen client stops, and what its user sees then. */
function Stop(props: { readonly verdict: Verdict }): ReactNode {
  const { stopsAt, sees } = props.verdict;
  if (stopsAt === null && sees === null) return null;
  return (
    <>
      {stopsAt === null ? null : (
        <p className="prose client-stop">
          <span className="quiet">{DIAGNOSIS.stopsAt}</span>{' '}
          <span className="mono">{`${stopsAt.method} ${stopsAt.url}`}</span>
        </p>
      )}
      {sees === null ? null : (
        <p className="prose client-stop">
          <span className="quiet">{DIAGNOSIS.sees}</span> {sees}
        </p>
      )}
    </>
  );
}

function stationText(verdict: Verdict): string {
  const { outcome, step } = verdict;
  if (outcome === 'blocked') return DIAGNOSIS.stops(atStep(step));
  const isSeen = step !== 'local' && (step !== 'reach' || outcome !== 'unknown');
  return isSeen ? DIAGNOSIS.seenTo(STEP_WORDS[step]) : DIAGNOSIS.seenNothing;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
