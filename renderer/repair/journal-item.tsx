import type { ReactNode } from 'react';
import type { RepairPlan } from '../../main/contract/repair-calls.ts';
import type { JournalEntry } from '../../main/contract/repair.ts';
import { Button } from '../parts/button.tsx';
import { StateMark, StateWord } from '../parts/state-mark.tsx';
import { useActions } from '../store/app-context.tsx';
import { formatTime } from '../view/format-time.ts';
import type { Mark } from '../view/mark.ts';
import { CHECK_MARKS } from './after-view.tsx';
import { CopyAsked } from './copy-asked.tsx';
import { DiffView } from './diff-view.tsx';
import { CHECK_TEXTS, JOURNAL, STATE_TEXTS } from './texts.ts';

const STATE_MARKS: Record<JournalEntry['state'], Mark> = {
  unfinished: 'square',
  wiped: 'square',
  'changed-since': 'triangle',
  applied: 'circle',
  undone: 'ring',
  failed: 'dash',
};

/** Interrupted by a crash, or written over by a client: it is shown first. */
export function needsYou({ state }: JournalEntry): boolean {
  return state === 'unfinished' || state === 'wiped';
}

/** One change: a card where it waits for the user, folded to a line where it does not. */
export function JournalItem(props: {
  readonly entry: JournalEntry;
  /** The one thing to do on its screen. */
  readonly isFirst?: boolean;
}): ReactNode {
  const { entry, isFirst = false } = props;
  if (needsYou(entry)) return <Waiting entry={entry} isFirst={isFirst} />;
  return (
    <details className="fold">
      <summary>
        <StateMark mark={STATE_MARKS[entry.state]} />
        <span className="fold-title">{nameOf(entry)}</span>
        <span className="quiet journal-meta">
          {STATE_TEXTS[entry.state]}, <time dateTime={entry.at}>{formatTime(entry.at)}</time>
        </span>
      </summary>
      <div className="fold-body">
        <p className="prose">{entry.next}</p>
        {entry.undoneBy === null ? null : <p className="hint">{JOURNAL.undoneBy}</p>}
        <Actions entry={entry} isFirst={false} />
        <Details entry={entry} />
      </div>
    </details>
  );
}

function Waiting(props: { readonly entry: JournalEntry; readonly isFirst: boolean }): ReactNode {
  const { entry, isFirst } = props;
  return (
    <article className="card notice">
      <h3 className="card-title">
        <StateMark mark={STATE_MARKS[entry.state]} />
        {nameOf(entry)}
      </h3>
      <p className="hint">
        {STATE_TEXTS[entry.state]}, <time dateTime={entry.at}>{formatTime(entry.at)}</time>
      </p>
      <p className="prose">{entry.next}</p>
      <Actions entry={entry} isFirst={isFirst} />
      <details className="fold">
        <summary>
          <span className="fold-title">{JOURNAL.changes}</span>
        </summary>
        <div className="fold-body">
          <Details entry={entry} />
        </div>
      </details>
    </article>
  );
}

/** Each leads to a preview; nothing is changed by it. */
function Actions(props: { readonly entry: JournalEntry; readonly isFirst: boolean }): ReactNode {
  const { go } = useActions();
  const { entry, isFirst } = props;
  const open = (kind: 'undo' | 'finish', label: string) => {
    const plan: RepairPlan = { kind, entry: entry.id };
    go({
      screen: 'fix',
      props: { plan, title: `${label}: ${entry.title}`, choices: [], at: Date.now() },
    });
  };
  const again = entry.state === 'wiped' ? JOURNAL.restore : JOURNAL.finish;
  return (
    <p className="buttons">
      {needsYou(entry) ? (
        <Button
          kind={isFirst ? 'main' : 'plain'}
          onPress={() => open('finish', again)}
          label={`${again}: ${entry.title}`}
        >
          {again}
        </Button>
      ) : null}
      {entry.undoable ? (
        <Button
          onPress={() => open('undo', JOURNAL.undo)}
          label={`${JOURNAL.undo}: ${entry.title}`}
        >
          {JOURNAL.undo}
        </Button>
      ) : null}
      <CopyAsked entry={entry.id} label={JOURNAL.copyOne} />
    </p>
  );
}

function Details(props: { readonly entry: JournalEntry }): ReactNode {
  const { changes, checks, evidence } = props.entry;
  return (
    <>
      {evidence.length === 0 ? null : (
        <>
          <h4>{JOURNAL.evidence}</h4>
          <ul className="plan-lines">
            {evidence.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {changes.map((change, index) => (
        <DiffView key={index} change={change} />
      ))}
      {checks.length === 0 ? null : (
        <>
          <h4>{JOURNAL.checks}</h4>
          <ul className="list journal-checks">
            {checks.map(({ what, result, says }, index) => (
              <li key={index}>
                <StateWord mark={CHECK_MARKS[result]} word={CHECK_TEXTS[result]} />
                <span>
                  {what} <span className="quiet">{says}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function nameOf({ title, server }: JournalEntry): string {
  return server === null ? title : `${server}: ${title}`;
}
