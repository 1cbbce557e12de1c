import { useId, useState, type ReactNode } from 'react';
import type { Finding, TargetReport } from '../../main/contract/report.ts';
import type { Outcome } from '../../main/contract/words.ts';
import { FIRST } from '../texts.ts';
import { leadingFinding } from '../view/arrange-findings.ts';
import { OUTCOME_MARKS, outcomeOf, type Mark } from '../view/mark.ts';
import { Button } from './button.tsx';
import { useFix } from './fix-buttons.tsx';
import { WhatToDo } from './finding-view.tsx';
import { StateMark } from './state-mark.tsx';

/** The one thing to read and the one thing to do. */
export function FirstThing(props: { readonly target: TargetReport }): ReactNode {
  const leading = leadingFinding(props.target);
  if (leading === null) return <NothingToFix {...props} />;
  return <ToFix finding={leading.finding} blocks={leading.blocks} />;
}

function ToFix(props: { readonly finding: Finding; readonly blocks: boolean }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const fix = useFix(props.finding.fixes);
  return (
    <section className="first">
      <Caption
        mark={props.blocks ? 'square' : 'triangle'}
        text={props.blocks ? FIRST.fix : FIRST.risk}
      />
      <div className="first-row">
        <h2 className="headline">{withStop(props.finding.title)}</h2>
        <span className="first-buttons">
          {fix === null ? null : (
            <Button kind="main" onPress={fix.open}>
              {fix.label}
            </Button>
          )}
          <Button
            kind={fix === null ? 'main' : 'plain'}
            onPress={() => setOpen(!isOpen)}
            expanded={isOpen}
            controls={id}
          >
            {isOpen ? FIRST.hide : FIRST.whatToDo}
          </Button>
        </span>
      </div>
      <div id={id} className="first-more" hidden={!isOpen}>
        {isOpen ? <WhatToDo finding={props.finding} /> : null}
      </div>
    </section>
  );
}

const QUIET: Record<Outcome, { caption: string; title: string; text: string }> = {
  works: { caption: FIRST.good, title: FIRST.passes, text: FIRST.passesText },
  'at-risk': { caption: FIRST.risk, title: FIRST.passes, text: FIRST.passesText },
  blocked: { caption: FIRST.partly, title: FIRST.blocked, text: FIRST.blockedText },
  unknown: { caption: FIRST.unknown, title: FIRST.unseen, text: FIRST.unseenText },
};

function NothingToFix(props: { readonly target: TargetReport }): ReactNode {
  const outcome = outcomeOf(props.target);
  const { caption, title, text } = QUIET[outcome];
  return (
    <section className="first">
      <Caption mark={OUTCOME_MARKS[outcome]} text={caption} />
      <div className="first-row">
        <h2 className="headline">{title}</h2>
      </div>
      <p className="prose">{text}</p>
    </section>
  );
}

function Caption(props: { readonly mark: Mark; readonly text: string }): ReactNode {
  return (
    <p className="state caption">
      <StateMark mark={props.mark} />
      {props.text}
    </p>
  );
}

/** Titles come without a full stop; a headline is a sentence. */
function withStop(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}
