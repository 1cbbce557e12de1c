import type { ReactNode } from 'react';
import type { WatchEnd, WatchOutcome } from '../../main/contract/watch.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { TraceButton } from '../parts/trace-button.tsx';
import { useActions } from '../store/app-context.tsx';
import type { WatchedTarget } from '../store/watches.ts';
import type { Mark } from '../view/mark.ts';
import { clockTime } from '../view/clock-time.ts';
import { WATCH, WATCH_OUTCOME_TEXTS } from './texts.ts';

const OUTCOME_MARKS: Record<WatchOutcome, Mark> = {
  connected: 'circle',
  'needs-sign-in': 'triangle',
  failed: 'square',
  stopped: 'ring',
};

/** What it came to: what happened, the failure mode behind it, what to do first. */
export function EndBanner(props: {
  readonly target: WatchedTarget;
  readonly hasUrl: boolean;
  readonly end: WatchEnd;
}): ReactNode {
  const { end, hasUrl, target } = props;
  return (
    <section className={`called called-${end.outcome}`}>
      <p className="state caption">
        <StateMark mark={OUTCOME_MARKS[end.outcome]} />
        {WATCH_OUTCOME_TEXTS[end.outcome]}
      </p>
      <h2 className="headline">{end.headline}</h2>
      {end.code === null ? null : <Cause code={end.code} title={end.title} />}
      <p className="prose">{end.next}</p>
      {target === null || end.outcome === 'connected' ? null : (
        <NextSteps target={target} hasUrl={hasUrl} />
      )}
    </section>
  );
}

function Cause(props: { readonly code: string; readonly title: string | null }): ReactNode {
  const { openMode } = useActions();
  const { code, title } = props;
  return (
    <p className="prose">
      {title === null ? null : `${title}. `}
      <Button kind="quiet" onPress={() => void openMode(code)}>
        {WATCH.about(code)}
      </Button>
    </p>
  );
}

function NextSteps(props: {
  readonly target: NonNullable<WatchedTarget>;
  readonly hasUrl: boolean;
}): ReactNode {
  const { check } = useActions();
  return (
    <p className="buttons">
      <Button onPress={() => void check(props.target)}>{WATCH.check}</Button>
      {props.hasUrl ? <TraceButton target={props.target} /> : null}
    </p>
  );
}

/** The lines of the newest attempt, as the client wrote them and with secrets masked. */
export function StoryLines(props: { readonly incident: WatchEnd['incident'] }): ReactNode {
  const { incident } = props;
  if (incident === null || incident.lines.length === 0) return null;
  return (
    <Section title={WATCH.lines}>
      <p className="mono quiet">{incident.file}</p>
      <ol className="list log-lines">
        {incident.lines.map(({ text, time }, index) => (
          <li key={index}>
            <span className="mono quiet">{time === null ? '' : clockTime(time)}</span>
            <span className="mono">{text}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
