import type { ReactNode } from 'react';
import type { SignInOutcome } from '../../main/contract/words.ts';
import { StateMark } from '../parts/state-mark.tsx';
import type { Called } from '../store/traces.ts';
import type { Mark } from '../view/mark.ts';
import { OUTCOME_TEXTS } from './texts.ts';

const OUTCOME_MARKS: Record<SignInOutcome, Mark> = {
  'signed-in': 'circle',
  'never-started': 'square',
  blank: 'square',
  loop: 'square',
  failed: 'square',
  unfinished: 'ring',
};

/** What the sign-in turned out to be, as soon as it is called, with the next step. */
export function CalledBanner(props: { readonly called: Called }): ReactNode {
  const { called } = props;
  if (called === null) return null;
  return (
    <section className={`called called-${called.outcome}`}>
      <p className="state caption">
        <StateMark mark={OUTCOME_MARKS[called.outcome]} />
        {OUTCOME_TEXTS[called.outcome]}
      </p>
      <h2 className="headline">{wholeWords(called.headline)}</h2>
      <p className="prose">{called.next}</p>
    </section>
  );
}

/** A line break belongs between words, not into “sign-in”. */
function wholeWords(text: string): ReactNode {
  return text.split(/(sign-in)/i).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="whole">
        {part}
      </span>
    ),
  );
}
