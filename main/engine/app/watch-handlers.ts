import { AppError } from '../../contract/errors.ts';
import type { Emit, Handlers } from '../../contract/host.ts';
import type { CallInput } from '../../contract/table.ts';
import type { WatchEnd, WatchNews } from '../../contract/watch.ts';
import { watchedTarget } from '../watch/watched-target.ts';
import type { AppOptions } from './app-options.ts';
import type { RunEvents, Runs, Work } from './runs.ts';

/** The handlers of watching the logs. One at a time in a window: a person tries again in one place. */
export function watchHandlers(
  runs: Runs,
  options: AppOptions,
): Pick<Handlers, 'watch.start' | 'watch.stop'> {
  const events = watchEvents(options.emit);
  return {
    'watch.start': (input) => {
      if (runs.has('watch')) throw new AppError('watch-running');
      return { runId: runs.start(events, watchOf(input, options)) };
    },
    'watch.stop': ({ runId }) => {
      runs.cancel('watch', runId);
      return {};
    },
  };
}

function watchEvents(emit: Emit): RunEvents<WatchNews, WatchEnd> {
  return {
    kind: 'watch',
    tell: (runId, news) => emit('watch.news', { runId, news }),
    finished: (runId, end) => emit('watch.ended', { runId, end }),
    failed: (runId, error) => emit('watch.failed', { runId, error }),
  };
}

function watchOf(
  { target }: CallInput<'watch.start'>,
  { ports, loadRules, loadWatch }: AppOptions,
): Work<WatchNews, WatchEnd> {
  const choice = target === null ? ({ kind: 'everything' } as const) : toChoice(target.id);
  return async (signal, onNews) => {
    const [watch, { modes }] = await Promise.all([loadWatch(), loadRules()]);
    const request = {
      target: await watchedTarget(choice, ports, signal),
      until: 'first-end',
    } as const;
    return (await watch(request, { ports, modes, signal, onNews })).end;
  };
}

function toChoice(id: string): { readonly kind: 'target'; readonly id: string } {
  return { kind: 'target', id };
}
