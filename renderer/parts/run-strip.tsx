import { RefreshCw, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { useActions } from '../store/app-context.tsx';
import type { Run } from '../store/diagnoses.ts';
import { reportOf } from '../store/diagnoses.ts';
import { DIAGNOSIS } from '../texts.ts';
import { formatSeconds, formatTime } from '../view/format-time.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { TraceButton } from './trace-button.tsx';
import { WatchButton } from './watch-button.tsx';

interface StripProps {
  readonly target: ChosenTarget;
  readonly run: Run | undefined;
}

/**
 * One line of fixed height: what is being done, with Stop; or when it was done, with Check again.
 * Its height is reserved, so nothing moves when one becomes the other.
 */
export function RunStrip(props: StripProps): ReactNode {
  const { run } = props;
  // A check that failed has its own second try, where one can help.
  if (run === undefined || (run.phase === 'failed' && run.previous === null)) return null;
  const isBusy = run.phase === 'starting' || run.phase === 'running';
  return <div className="strip">{isBusy ? <Busy {...props} /> : <Done {...props} />}</div>;
}

function Busy(props: StripProps): ReactNode {
  const { stop } = useActions();
  const { run, target } = props;
  const running = run?.phase === 'running' ? run : null;
  const progress = running?.progress ?? null;
  const stopping = running?.stopping ?? false;
  return (
    <>
      <progress
        className="strip-bar"
        aria-label={progress?.text ?? DIAGNOSIS.starting}
        max={progress?.total ?? 1}
        value={progress?.done ?? 0}
      />
      <p className="strip-text">
        {progress?.text ?? DIAGNOSIS.starting}{' '}
        {progress === null ? null : (
          <span className="quiet">{DIAGNOSIS.step(progress.done, progress.total)}</span>
        )}
      </p>
      <Button onPress={() => void stop(target)} isDisabled={running === null || stopping}>
        <Square className="icon" aria-hidden="true" />
        {stopping ? DIAGNOSIS.stopping : DIAGNOSIS.stop}
      </Button>
    </>
  );
}

function Done(props: StripProps): ReactNode {
  const { check } = useActions();
  const report = reportOf(props.run);
  const target = report?.targets[0];
  return (
    <>
      <p className="strip-text quiet">
        {report === null
          ? ''
          : DIAGNOSIS.checked(formatTime(report.startedAt), formatSeconds(report.durationMs))}
      </p>
      {report === null || target === undefined ? null : (
        <CopyButton
          text={async () => (await import('../view/report-text.ts')).reportText(report, target)}
          label={DIAGNOSIS.copyReport}
        />
      )}
      {target !== undefined && target.url !== null ? <TraceButton target={props.target} /> : null}
      <WatchButton target={props.target} isShort />
      <Button onPress={() => void check(props.target)}>
        <RefreshCw className="icon" aria-hidden="true" />
        {DIAGNOSIS.again}
      </Button>
    </>
  );
}
