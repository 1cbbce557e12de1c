import { AppError } from '../../contract/errors.ts';
import type { Emit, Handlers } from '../../contract/host.ts';
import type { CallInput } from '../../contract/table.ts';
import { redactNews } from '../redact/news.ts';
import type { TraceNews, TraceRequest } from '../run/trace-request.ts';
import type { AppOptions } from './app-options.ts';
import { atTarget, choiceOf } from './choose-target.ts';
import type { FinishedReports } from './finished-reports.ts';
import type { RunEvents, Runs, Work } from './runs.ts';

/**
 * The handlers of a traced sign-in. One at a time in a window: its user can look at one sign-in page,
 * and two would race for the same listener and the same kept tokens.
 */
export function traceHandlers(
  runs: Runs,
  reports: FinishedReports,
  options: AppOptions,
): Pick<Handlers, 'trace.start' | 'trace.cancel' | 'vendor.report'> {
  const events = traceEvents(options.emit, reports);
  return {
    'trace.start': (input) => {
      if (runs.has('trace')) throw new AppError('trace-running');
      return { runId: runs.start(events, traceOf(input, options)) };
    },
    'trace.cancel': ({ runId }) => {
      runs.cancel('trace', runId);
      return {};
    },
    'vendor.report': async ({ runId, reference }) => {
      const report = reports.get(runId);
      const given = reference.trim();
      const write = await options.loadVendorMail();
      return write(report, given === '' ? null : given);
    },
  };
}

// SECURITY: A13, H3. What is on its way to the window passes the gate of a report, too.
function traceEvents(emit: Emit, reports: FinishedReports): RunEvents<TraceNews> {
  return {
    kind: 'trace',
    tell: (runId, news) => emitNews(emit, runId, redactNews(news)),
    finished: (runId, report) => {
      reports.keep(runId, report);
      emit('trace.finished', { runId, report });
    },
    failed: (runId, error) => emit('trace.failed', { runId, error }),
  };
}

function emitNews(emit: Emit, runId: string, news: TraceNews): void {
  if (news.kind === 'progress') {
    const { text, done, total } = news;
    return emit('trace.progress', { runId, text, done, total });
  }
  const { called } = news;
  const [messages, exchanges] = [[...news.messages], [...news.exchanges]];
  emit('trace.sequence', { runId, messages, exchanges, called });
}

function traceOf(input: CallInput<'trace.start'>, options: AppOptions): Work<TraceNews> {
  const chosen = choiceOf(input.target);
  const { signIn, loadRules, loadTrace, tool } = options;
  if (!signIn.ways.some(({ name }) => name === input.way))
    throw new AppError('no-way', { reason: NO_WAY[input.way] });
  return (signal, onNews) =>
    atTarget(chosen, options, async ({ ports, ...place }) => {
      const [trace, rules] = await Promise.all([loadTrace(), loadRules()]);
      const common = { ports, tool, signal, signIn, onNews, ...rules };
      const request = { ...requestOf(input), ...place };
      const onProgress = (progress: object & Progress): void =>
        onNews({ kind: 'progress', ...progress });
      return (await trace(request, { ...common, onProgress })).report;
    });
}

type Progress = Omit<Extract<TraceNews, { kind: 'progress' }>, 'kind'>;

const NO_WAY: Record<CallInput<'trace.start'>['way'], string> = {
  isolated: 'it cannot open an isolated window.',
  system: 'it cannot hand a page to your browser.',
};

/** The secret of a client cannot be given in a window: it would cross the bridge. */
function requestOf(
  input: CallInput<'trace.start'>,
): Omit<TraceRequest, 'choice' | 'connectTo' | 'ca'> {
  const { as, way, keep, thorough, clientId } = input;
  const client = clientId === null ? null : { id: clientId, secret: null };
  return { as, way, headless: false, keep, thorough, client, scope: null };
}
