import type { Handlers } from '../../contract/host.ts';
import type { AppOptions } from './app-options.ts';
import { modePage, pageUrl } from './catalogue.ts';
import { allRepairHandlers } from './all-repair-handlers.ts';
import { compareHandlers } from './compare-handlers.ts';
import { diagnosisHandlers } from './diagnosis-handlers.ts';
import { FinishedReports } from './finished-reports.ts';
import { Runs } from './runs.ts';
import { tokenHandlers } from './token-handlers.ts';
import { traceHandlers } from './trace-handlers.ts';
import { watchHandlers } from './watch-handlers.ts';

/** A window's handlers for every call of the table, and an end for what they started. */
export function createAppHandlers(options: AppOptions): {
  handlers: Handlers;
  close: () => Promise<void>;
} {
  const runs = new Runs(options.ports.clock, options.onBug);
  const reports = new FinishedReports();
  const whole = new AbortController();
  const handlers: Handlers = {
    ...shownHandlers(options, whole.signal),
    ...compareHandlers(options, whole.signal),
    ...diagnosisHandlers(runs, reports, options),
    ...traceHandlers(runs, reports, options),
    ...watchHandlers(runs, options),
    ...tokenHandlers(options, whole.signal),
    ...allRepairHandlers(runs, reports, options, whole.signal),
  };
  const close = async (): Promise<void> => {
    whole.abort();
    await runs.close();
  };
  return { handlers, close };
}

/** What is only read and shown. */
function shownHandlers(
  options: AppOptions,
  signal: AbortSignal,
): Pick<Handlers, 'app.about' | 'machine.overview' | 'mode.explain' | 'page.open'> {
  const rules = () => options.loadRules();
  const modes = async () => (await rules()).modes;
  return {
    'app.about': () => ({
      version: options.tool.version,
      host: options.host,
      os: options.ports.place.os,
    }),
    // Read when the window is there: nothing of it is needed to open one.
    'machine.overview': async () => {
      const { readOverview } = await import('./overview.ts');
      return readOverview(options.ports, await rules(), signal);
    },
    'mode.explain': async ({ code }) => modePage(await modes(), code),
    'page.open': async ({ page }) => {
      await options.openUrl(pageUrl(await modes(), page));
      return {};
    },
  };
}
