import type { ReactNode } from 'react';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { BackButton } from '../parts/back-button.tsx';
import { useApp } from '../store/app-context.tsx';
import { keyOfTarget, reportOf } from '../store/diagnoses.ts';
import { isTracing } from '../store/traces.ts';
import { SIGN_IN } from '../texts.ts';
import { serverOf, titleOf } from '../view/title-of.ts';
import { TraceBody } from './trace-body.tsx';

/** The traced sign-in of one server: before it, while it goes on, when it has ended. */
export function TracePage(props: { readonly target: ChosenTarget }): ReactNode {
  const { target } = props;
  const key = keyOfTarget(target);
  const server = useApp(({ overview }) => serverOf(target, overview));
  const busy = useApp(({ traces }) => isTracing(traces.runs[key]));
  const report = useApp(({ diagnoses }) => reportOf(diagnoses.runs[key]));
  const name = titleOf(target, server);
  const given = target.kind === 'address' ? target.address : (server?.url ?? null);
  const url = report?.targets[0]?.url ?? given;
  return (
    <article className="trace" aria-busy={busy}>
      <BackButton />
      <header className="head">
        <h1 className="title" tabIndex={-1}>
          {SIGN_IN.title(name)}
        </h1>
        {url === null || url === name ? null : <p className="mono quiet head-url">{url}</p>}
      </header>
      <TraceBody target={target} url={url} />
    </article>
  );
}
