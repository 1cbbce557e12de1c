import { RefreshCw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { AppErrorData } from '../../main/contract/errors.ts';
import type { JournalEntry } from '../../main/contract/repair.ts';
import { BackButton } from '../parts/back-button.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { Section } from '../parts/section.tsx';
import { useActions } from '../store/app-context.tsx';
import { escapeDeep } from '../store/escape-invisible.ts';
import { toAppErrorData } from '../store/load.ts';
import { CopyAsked } from './copy-asked.tsx';
import { JournalItem, needsYou } from './journal-item.tsx';
import { JOURNAL } from './texts.ts';
import { useAsked } from './use-asked.ts';

const NOTHING = {};

/** Everything that was changed: what waits to be ended first, then newest first. */
export function JournalPage(_props: object): ReactNode {
  const { go } = useActions();
  const { load, busy, again, take } = useAsked('journal.list', NOTHING);
  return (
    <article aria-busy={busy}>
      <BackButton />
      <header className="head head-row">
        <h1 className="title" tabIndex={-1}>
          {JOURNAL.title}
        </h1>
        <span className="head-buttons">
          <Button onPress={() => go({ screen: 'backups', props: {} })}>{JOURNAL.backups}</Button>
          <Button onPress={() => go({ screen: 'bundle', props: { runId: null } })}>
            {JOURNAL.bundle}
          </Button>
        </span>
      </header>
      <p className="prose quiet lede">{JOURNAL.lede}</p>
      <Recheck onEntries={(entries) => take({ entries })} />
      {load.phase === 'loading' ? <p className="hint">{JOURNAL.loading}</p> : null}
      {load.phase === 'failed' ? (
        <ErrorCard error={load.error} onRetry={() => void again()} />
      ) : null}
      {load.phase === 'ready' ? <Entries entries={load.value.entries} /> : null}
    </article>
  );
}

/** Looks at the files again: a client that was started since may have written over a change (G11). */
function Recheck(props: { readonly onEntries: (entries: JournalEntry[]) => void }): ReactNode {
  const { ask } = useActions();
  const [state, setState] = useState<'idle' | 'busy' | AppErrorData>('idle');
  const recheck = async () => {
    setState('busy');
    try {
      props.onEntries((await ask('journal.recheck', {})).entries);
      setState('idle');
    } catch (error) {
      setState(escapeDeep(toAppErrorData(error)));
    }
  };
  return (
    <>
      <div className="strip">
        <p className="strip-text quiet" role="status">
          {state === 'busy' ? JOURNAL.rechecking : ''}
        </p>
        <CopyAsked entry={null} label={JOURNAL.copyAll} />
        <Button onPress={() => void recheck()} isDisabled={state === 'busy'}>
          <RefreshCw className="icon" aria-hidden="true" />
          {JOURNAL.recheck}
        </Button>
      </div>
      {typeof state === 'string' ? null : <ErrorCard error={state} />}
    </>
  );
}

function Entries(props: { readonly entries: readonly JournalEntry[] }): ReactNode {
  const { entries } = props;
  const waiting = entries.filter(needsYou);
  const rest = entries.filter((one) => !needsYou(one));
  if (entries.length === 0)
    return (
      <section className="first">
        <h2 className="headline">{JOURNAL.none}</h2>
        <p className="prose">{JOURNAL.noneText}</p>
      </section>
    );
  return (
    <>
      {waiting.length === 0 ? null : (
        <Section title={JOURNAL.waiting}>
          {waiting.map((entry, index) => (
            <JournalItem key={entry.id} entry={entry} isFirst={index === 0} />
          ))}
        </Section>
      )}
      {rest.length === 0 ? null : (
        <Section title={JOURNAL.more}>
          <ul className="list folds">
            {rest.map((entry) => (
              <li key={entry.id}>
                <JournalItem entry={entry} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** On the first screen: what a crash interrupted or a client wrote over, before anything else. */
export function NotEnded(props: { readonly entries: readonly JournalEntry[] }): ReactNode {
  const waiting = props.entries.filter(needsYou);
  const title = JOURNAL.notEnded(waiting.length);
  return (
    <Section title={title}>
      {waiting.map((entry, index) => (
        <JournalItem key={entry.id} entry={entry} isFirst={index === 0} />
      ))}
    </Section>
  );
}
