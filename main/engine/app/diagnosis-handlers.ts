import type { Emit, Handlers } from '../../contract/host.ts';
import type { CallInput } from '../../contract/table.ts';
import type { Progress } from '../run/diagnose.ts';
import type { AppOptions } from './app-options.ts';
import { atTarget, choiceOf } from './choose-target.ts';
import type { FinishedReports } from './finished-reports.ts';
import type { RunEvents, Runs, Work } from './runs.ts';

/** The handlers of a diagnosis. */
export function diagnosisHandlers(
  runs: Runs,
  reports: FinishedReports,
  options: AppOptions,
): Pick<Handlers, 'diagnosis.start' | 'diagnosis.cancel'> {
  const events = diagnosisEvents(options.emit, reports);
  return {
    'diagnosis.start': (input) => ({ runId: runs.start(events, diagnosisOf(input, options)) }),
    'diagnosis.cancel': ({ runId }) => {
      runs.cancel('diagnosis', runId);
      return {};
    },
  };
}

function diagnosisEvents(emit: Emit, reports: FinishedReports): RunEvents<Progress> {
  return {
    kind: 'diagnosis',
    tell: (runId, progress) => emit('diagnosis.progress', { runId, ...progress }),
    finished: (runId, report) => {
      reports.keep(runId, report);
      emit('diagnosis.finished', { runId, report });
    },
    failed: (runId, error) => emit('diagnosis.failed', { runId, error }),
  };
}

/** Bad addresses are refused before a run begins, so the field can say so at once. */
function diagnosisOf(
  { target, register }: CallInput<'diagnosis.start'>,
  options: AppOptions,
): Work<Progress> {
  const chosen = choiceOf(target);
  const { loadRules, tool } = options;
  return (signal, onProgress) =>
    atTarget(chosen, options, async ({ ports, ...place }) => {
      const request = { ...place, clients: null, offline: false, register };
      const { diagnose } = await import('../run/diagnose.ts');
      return diagnose(request, { ports, ...(await loadRules()), tool, signal, onProgress });
    });
}
