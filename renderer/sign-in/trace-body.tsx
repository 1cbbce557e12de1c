import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeError } from '../../main/contract/errors.ts';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { keyOfTarget } from '../store/diagnoses.ts';
import type { TraceRun } from '../store/traces.ts';
import { CalledBanner } from './called-banner.tsx';
import { TRACE } from './texts.ts';
import { TraceDiagram } from './trace-diagram.tsx';
import { TraceEnd } from './trace-end.tsx';
import { TraceSetup } from './trace-setup.tsx';

interface BodyProps {
  readonly target: ChosenTarget;
  /** Of the MCP server, where it is known. */
  readonly url: string | null;
}

/** What is below the title of a traced sign-in. */
export function TraceBody(props: BodyProps): ReactNode {
  const { target, url } = props;
  const run = useApp(({ traces }) => traces.runs[keyOfTarget(target)]);
  if (run === undefined) return <TraceSetup target={target} url={url} before={null} />;
  const isNew = run.phase === 'failed' && run.messages.length === 0;
  return (
    <>
      <p className="visually-hidden" role="status" data-testid="trace-live">
        {sentence(run)}
      </p>
      {run.phase === 'failed' && run.error !== null ? (
        <ErrorCard title={TRACE.failed} error={run.error} />
      ) : null}
      {isNew ? (
        <TraceSetup target={target} url={url} before={run.settings} />
      ) : (
        <Going target={target} url={url} run={run} />
      )}
    </>
  );
}

function Going(props: BodyProps & { readonly run: TraceRun }): ReactNode {
  const { run, target, url } = props;
  return (
    <>
      <Strip target={target} run={run} />
      <CalledBanner called={run.called} />
      {run.phase === 'finished' ? <TraceEnd target={target} run={run} /> : null}
      <TraceDiagram run={run} url={url} />
    </>
  );
}

/** One line of fixed height: what is being done, with Stop; or how to do it again. */
function Strip(props: { readonly target: ChosenTarget; readonly run: TraceRun }): ReactNode {
  const { run, target } = props;
  const { dismissTrace } = useActions();
  const isBusy = run.phase === 'starting' || run.phase === 'running';
  return (
    <div className="strip">
      {isBusy ? (
        <Busy {...props} />
      ) : (
        <>
          <p className="strip-text quiet">{run.phase === 'finished' ? TRACE.ended : ''}</p>
          <Button onPress={() => dismissTrace(target)}>{TRACE.again}</Button>
        </>
      )}
    </div>
  );
}

function Busy(props: { readonly target: ChosenTarget; readonly run: TraceRun }): ReactNode {
  const { stopTrace } = useActions();
  const { progress, phase, stopping } = props.run;
  const text = progress?.text ?? TRACE.starting;
  return (
    <>
      <progress
        className="strip-bar"
        aria-label={text}
        max={progress?.total ?? 1}
        value={progress?.done ?? 0}
      />
      <p className="strip-text">
        {text}{' '}
        {progress === null ? null : (
          <span className="quiet">{TRACE.step(progress.done, progress.total)}</span>
        )}
      </p>
      <Button
        onPress={() => void stopTrace(props.target)}
        isDisabled={phase === 'starting' || stopping}
      >
        <Square className="icon" aria-hidden="true" />
        {stopping ? TRACE.stopping : TRACE.stop}
      </Button>
    </>
  );
}

/** What a screen reader hears: the progress, then what was called, then the end. */
function sentence(run: TraceRun): string {
  if (run.phase === 'failed') return run.error === null ? '' : describeError(run.error).message;
  if (run.called !== null) return `${run.called.headline} ${run.called.next}`;
  if (run.phase === 'finished') return TRACE.ended;
  return run.progress?.text ?? TRACE.starting;
}
