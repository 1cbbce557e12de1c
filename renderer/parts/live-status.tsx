import type { ReactNode } from 'react';
import { describeError } from '../../main/contract/errors.ts';
import { CLIENT_WORDS, OUTCOME_WORDS } from '../../main/contract/words.ts';
import { useApp } from '../store/app-context.tsx';
import { keyOfTarget, type Run } from '../store/diagnoses.ts';
import { DIAGNOSIS } from '../texts.ts';

/** Says progress and results of the shown diagnosis to screen readers. */
export function LiveStatus(): ReactNode {
  const run = useApp(({ route, diagnoses }) =>
    route.screen === 'diagnosis' ? diagnoses.runs[keyOfTarget(route.props.target)] : undefined,
  );
  return (
    <p className="visually-hidden" role="status" data-testid="live">
      {sentence(run)}
    </p>
  );
}

function sentence(run: Run | undefined): string {
  if (run === undefined) return '';
  if (run.phase === 'starting') return DIAGNOSIS.starting;
  if (run.phase === 'running') return run.progress?.text ?? DIAGNOSIS.starting;
  if (run.phase === 'failed') return describeError(run.error).message;
  const verdicts = run.report.targets[0]?.verdicts ?? [];
  if (verdicts.length === 0) return DIAGNOSIS.noTarget;
  return verdicts
    .map((one) => DIAGNOSIS.announceDone(CLIENT_WORDS[one.client], OUTCOME_WORDS[one.outcome]))
    .join('. ');
}
