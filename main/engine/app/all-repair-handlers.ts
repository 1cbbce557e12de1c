import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/host.ts';
import type { REPAIR_CALLS } from '../../contract/repair-calls.ts';
import type { AppOptions } from './app-options.ts';
import { backupHandlers, ShownBackups } from './backup-handlers.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import type { FinishedReports } from './finished-reports.ts';
import { journalHandlers } from './journal-handlers.ts';
import type { RepairDesk, RepairHost } from './repair-desk.ts';
import { repairHandlers } from './repair-handlers.ts';
import { runningHandlers } from './running-handlers.ts';
import type { Runs } from './runs.ts';

/**
 * The handlers of everything that changes or saves something. The desk is opened when it is first
 * asked for.
 * @param signal ends what is under way when the window closes
 */
export function allRepairHandlers(
  runs: Runs,
  reports: FinishedReports,
  { emit, ports, repair = NO_REPAIR }: Pick<AppOptions, 'emit' | 'ports' | 'repair'>,
  signal: AbortSignal,
): Pick<Handlers, keyof typeof REPAIR_CALLS> {
  const backups = new ShownBackups();
  const host = { ...repair, openRepairDesk: openOnce(repair), emit, clock: ports.clock };
  return {
    ...repairHandlers(runs, { backups, reports }, host),
    ...runningHandlers(ports),
    ...journalHandlers(host, signal),
    ...backupHandlers(backups, host, signal),
    ...bundleHandlers(reports, host, signal),
  };
}

/** One desk for a window: its tickets are known to no other. One that failed is opened again. */
function openOnce({ openRepairDesk }: RepairHost): () => Promise<RepairDesk> {
  let opening: Promise<RepairDesk> | null = null;
  return () => {
    opening ??= openRepairDesk().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

/** A host that changes nothing. */
const NO_REPAIR: RepairHost = {
  openRepairDesk: () =>
    Promise.reject(new AppError('call-refused', { reason: 'this host changes nothing' })),
  confirm: () => Promise.resolve(false),
  savePlace: { before: () => null, choose: () => Promise.resolve(null) },
};
