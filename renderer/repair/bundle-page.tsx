import { useMemo, useState, type ReactNode } from 'react';
import type { AppErrorData } from '../../main/contract/errors.ts';
import type { BundlePreview } from '../../main/contract/repair.ts';
import type { CallOutput } from '../../main/contract/table.ts';
import { BackButton } from '../parts/back-button.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { Section } from '../parts/section.tsx';
import { useActions } from '../store/app-context.tsx';
import { escapeDeep } from '../store/escape-invisible.ts';
import { toAppErrorData } from '../store/load.ts';
import { BundleReader } from './bundle-reader.tsx';
import { BUNDLE } from './texts.ts';
import { useAsked } from './use-asked.ts';

/** What a bundle would hold, to be read to the last byte, then saved. Nothing is uploaded (H12). */
export function BundlePage(props: { readonly runId: string | null }): ReactNode {
  const { runId } = props;
  const input = useMemo(() => ({ runId }), [runId]);
  const { load, busy, again } = useAsked('bundle.preview', input);
  return (
    <article aria-busy={busy}>
      <BackButton />
      <h1 className="title" tabIndex={-1}>
        {BUNDLE.title}
      </h1>
      <p className="prose quiet lede">{BUNDLE.lede}</p>
      {busy ? (
        <p className="hint" role="status">
          {BUNDLE.collecting}
        </p>
      ) : null}
      {load.phase === 'failed' && !busy ? (
        <ErrorCard error={load.error} onRetry={() => void again()} />
      ) : null}
      {load.phase === 'ready' && !busy ? <Collected {...load.value} onAgain={again} /> : null}
    </article>
  );
}

function Collected(
  props: CallOutput<'bundle.preview'> & { readonly onAgain: () => Promise<void> },
): ReactNode {
  const { bundle, savesTo } = props;
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <>
      <Save bundle={bundle} savesTo={savesTo} onAgain={props.onAgain} />
      <Section title={BUNDLE.entries}>
        <ul className="list lines">
          {bundle.entries.map((entry, index) => (
            <li key={entry.name} className="bundle-entry">
              <span className="mono">{entry.name}</span>
              <Button
                kind="quiet"
                expanded={opened === index}
                onPress={() => setOpened(opened === index ? null : index)}
                label={BUNDLE.readOf(entry.name)}
              >
                {opened === index ? BUNDLE.close : BUNDLE.open}
              </Button>
              <span className="quiet">{entry.what}</span>
              <span className="caption bundle-facts">{factsOf(entry)}</span>
              {opened === index ? (
                <BundleReader ticket={bundle.ticket} entry={index} name={entry.name} />
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {bundle.leftOut.length === 0 ? null : (
        <Section title={BUNDLE.left}>
          <ul className="plan-lines">
            {bundle.leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

type SaveState = 'idle' | 'busy' | 'none' | AppErrorData | { where: string; size: number };

/** Where it goes is said before it is saved, and after. */
function Save(props: {
  readonly bundle: BundlePreview;
  readonly savesTo: string | null;
  readonly onAgain: () => Promise<void>;
}): ReactNode {
  const { ask } = useActions();
  const { bundle, savesTo } = props;
  const [state, setState] = useState<SaveState>('idle');
  const isDone = typeof state === 'object';
  const save = async () => {
    setState('busy');
    try {
      const { saved } = await ask('bundle.save', { ticket: bundle.ticket });
      setState(saved ?? 'none');
    } catch (error) {
      setState(escapeDeep(toAppErrorData(error)));
    }
  };
  return (
    <section>
      <p className="quiet">{BUNDLE.total(bundle.entries.length, bundle.size)}</p>
      <p className="buttons">
        {isDone ? (
          <Button onPress={() => void props.onAgain()}>{BUNDLE.collect}</Button>
        ) : (
          <Button kind="main" onPress={() => void save()} isDisabled={state === 'busy'}>
            {BUNDLE.save}
          </Button>
        )}
      </p>
      {isDone && 'code' in state ? <ErrorCard error={state} /> : null}
      <p className="hint bundle-where" role="status">
        {saveText(state, savesTo)}
      </p>
    </section>
  );
}

function saveText(state: SaveState, savesTo: string | null): string {
  if (state === 'busy') return BUNDLE.saving;
  if (typeof state === 'object')
    return 'where' in state ? BUNDLE.saved(state.where, state.size) : '';
  const before = savesTo === null ? BUNDLE.asksWhere : BUNDLE.savesTo(savesTo);
  return state === 'none' ? `${BUNDLE.notSaved} ${before}` : before;
}

function factsOf({ size, hidden }: BundlePreview['entries'][number]): string {
  const all = hidden.reduce((sum, { count }) => sum + count, 0);
  const kinds = hidden.map(({ kind, count }) => `${kind} ${count}`).join(', ');
  const secrets = all === 0 ? BUNDLE.hiddenNone : `${BUNDLE.hidden(all)} (${kinds})`;
  return `${BUNDLE.size(size)}, ${secrets}`;
}
