import { RefreshCw } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { Comparison } from '../../main/contract/comparison.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { Section } from '../parts/section.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import type { Mark } from '../view/mark.ts';
import { DifferenceTable } from './difference-table.tsx';
import { PlaceList } from './place-list.tsx';
import { COMPARE, END_TEXTS } from './texts.ts';

/** A comparison, top to bottom: what explains it, the places, what differs, what is the same. */
export function CompareBody(props: { readonly id: string; readonly name: string }): ReactNode {
  const { compare } = useActions();
  const { id, name } = props;
  const comparison = useApp((state) => state.comparisons[id]);
  useEffect(() => void compare(id), [compare, id]);
  if (comparison?.phase === 'failed')
    return <ErrorCard error={comparison.error} onRetry={() => void compare(id)} />;
  if (comparison?.phase !== 'ready') return <p className="hint">{COMPARE.loading}</p>;
  return (
    <>
      <div className="strip">
        <p className="strip-text quiet" />
        <Button onPress={() => void compare(id)}>
          <RefreshCw className="icon" aria-hidden="true" />
          {COMPARE.again}
        </Button>
      </div>
      <Explanation explanation={comparison.value.explanation} />
      <Section title={COMPARE.places}>
        <PlaceList places={comparison.value.places} />
        {comparison.value.left === 0 ? null : (
          <p className="hint">{COMPARE.left(comparison.value.left)}</p>
        )}
      </Section>
      <Section title={COMPARE.differs}>
        {comparison.value.differences.length === 0 ? (
          <p className="hint">{COMPARE.differsNone}</p>
        ) : (
          <DifferenceTable
            differences={comparison.value.differences}
            told={comparison.value.explanation.sentence}
          />
        )}
        <Same same={comparison.value.same} />
      </Section>
      <Elsewhere name={name} />
    </>
  );
}

const END_MARKS: Record<Comparison['explanation']['end'], Mark> = {
  explained: 'square',
  possible: 'triangle',
  unexplained: 'ring',
  alike: 'circle',
  alone: 'dash',
};

function Explanation(props: { readonly explanation: Comparison['explanation'] }): ReactNode {
  const { openMode } = useActions();
  const { end, code, sentence, next } = props.explanation;
  return (
    <section className="first">
      <p className="state caption">
        <StateMark mark={END_MARKS[end]} />
        {END_TEXTS[end]}
      </p>
      <h2 className="headline compare-headline">{sentence}</h2>
      <p className="prose">{next}</p>
      {code === null ? null : (
        <p className="buttons">
          <Button onPress={() => void openMode(code)}>{COMPARE.about(code)}</Button>
        </p>
      )}
    </section>
  );
}

function Same(props: { readonly same: Comparison['same'] }): ReactNode {
  const { same } = props;
  if (same.length === 0) return null;
  return (
    <details className="fold">
      <summary>
        <span className="fold-title">{COMPARE.same(same.length)}</span>
      </summary>
      <dl className="pairs pairs-close fold-body">
        {same.map(({ what, value }, index) => (
          <div key={index}>
            <dt className="quiet">{what}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Elsewhere(props: { readonly name: string }): ReactNode {
  const command = COMPARE.command(props.name);
  return (
    <section className="section">
      <p className="hint">{COMPARE.more}</p>
      <div className="snippet">
        <pre>{command}</pre>
        <CopyButton text={command} label={COMPARE.copy} />
      </div>
    </section>
  );
}
