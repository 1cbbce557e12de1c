import type { ReactNode } from 'react';
import type { ChosenTarget, OverviewServer } from '../../main/contract/table.ts';
import { BackButton } from '../parts/back-button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { IdleBody } from '../parts/idle-body.tsx';
import { ReportBody } from '../parts/report-body.tsx';
import { RunStrip } from '../parts/run-strip.tsx';
import { WaitingBody } from '../parts/waiting-body.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { keyOfTarget, reportOf, type Run } from '../store/diagnoses.ts';
import { DIAGNOSIS } from '../texts.ts';
import { serverOf, titleOf } from '../view/title-of.ts';

interface DiagnosisProps {
  readonly target: ChosenTarget;
}

/** The diagnosis of one server: before it, while it runs, when it failed, when it is done. */
export function DiagnosisScreen(props: DiagnosisProps): ReactNode {
  const { target } = props;
  const run = useApp((state) => state.diagnoses.runs[keyOfTarget(target)]);
  const server = useApp(({ overview }) => serverOf(target, overview));
  const url = reportOf(run)?.targets[0]?.url ?? server?.url ?? null;
  const title = titleOf(target, server);
  return (
    <article aria-busy={run?.phase === 'starting' || run?.phase === 'running'}>
      <BackButton />
      <header className="head">
        <h1 className="title" tabIndex={-1}>
          {title}
        </h1>
        {url === null || url === title ? null : <p className="mono quiet head-url">{url}</p>}
        {target.kind === 'demo' ? <p className="hint">{DIAGNOSIS.demoAbout}</p> : null}
      </header>
      <RunStrip target={target} run={run} />
      <Body target={target} run={run} server={server} />
    </article>
  );
}

function Body(
  props: DiagnosisProps & {
    readonly run: Run | undefined;
    readonly server: OverviewServer | undefined;
  },
): ReactNode {
  const { check } = useActions();
  const { run, server, target } = props;
  if (run === undefined) return <NotStarted target={target} server={server} />;
  const report = reportOf(run);
  if (run.phase === 'failed')
    return (
      <>
        <ErrorCard
          title={DIAGNOSIS.failedTitle}
          error={run.error}
          onRetry={() => void check(target)}
        />
        {report === null ? null : <Earlier target={target} run={run} />}
      </>
    );
  if (run.phase === 'finished') return <ReportBody chosen={target} report={run.report} />;
  return report === null ? <WaitingBody /> : <Earlier target={target} run={run} />;
}

/** The last report while there is no newer one, and said to be that. */
function Earlier(props: DiagnosisProps & { readonly run: Run }): ReactNode {
  const report = reportOf(props.run);
  if (report === null) return null;
  return (
    <>
      <p className="hint earlier-note">{DIAGNOSIS.lastResult}</p>
      <div className="earlier">
        <ReportBody chosen={props.target} report={report} />
      </div>
    </>
  );
}

function NotStarted(
  props: DiagnosisProps & { readonly server: OverviewServer | undefined },
): ReactNode {
  if (props.server !== undefined) return <IdleBody target={props.target} server={props.server} />;
  return (
    <section className="first">
      <h2 className="headline">{DIAGNOSIS.gone}</h2>
      <p className="prose">{DIAGNOSIS.goneText}</p>
    </section>
  );
}
