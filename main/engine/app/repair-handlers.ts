import { AppError } from '../../contract/errors.ts';
import type { Emit, Handlers } from '../../contract/host.ts';
import type { RepairPlan } from '../../contract/repair-calls.ts';
import type { Preview } from '../../contract/repair.ts';
import type { Applied, RepairCall, RepairPlace } from '../repair/repairs.ts';
import { parseAddress } from '../run/parse-address.ts';
import type { Progress } from '../run/diagnose.ts';
import { shownFiles, type ShownBackups } from './backup-handlers.ts';
import type { FinishedReports } from './finished-reports.ts';
import type { RepairDesk, RepairHost } from './repair-desk.ts';
import type { RunEvents, Runs, Work } from './runs.ts';

/** Who applies a ticket: what was previewed as a restore is restored, and nothing else. */
type Applier = 'repairs' | 'backups';

/** What this window has seen: lists by whose places it names files, reports by whose ids it names fixes. */
interface Shown {
  readonly backups: ShownBackups;
  readonly reports: FinishedReports;
}

/** The most previews that can wait for their apply; a person looks at a few. */
const WAITING = 50;

/**
 * The handlers of changing something: previewed, then done by the ticket of that preview.
 * SECURITY: B8. A ticket is good once, and only one that this window was given; what it stands for is
 * checked again by the repair itself. SECURITY: A12. What was begun goes on without the window.
 */
export function repairHandlers(
  runs: Runs,
  shown: Shown,
  host: Pick<RepairHost, 'openRepairDesk' | 'confirm'> & { readonly emit: Emit },
): Pick<Handlers, 'repair.preview' | 'repair.apply' | 'repair.cancel'> {
  const tickets = new Map<string, Applier>();
  const keep = (applier: Applier, preview: Preview): void => {
    const oldest = tickets.keys().next();
    if (tickets.size >= WAITING && oldest.done !== true) tickets.delete(oldest.value);
    tickets.set(preview.ticket, applier);
  };
  return {
    'repair.preview': ({ plan }) => {
      const work = previewOf(plan, shown, host);
      const kept: Work<Progress, Preview> = async (signal, tell) => {
        const preview = await work(signal, tell);
        keep(plan.kind === 'restore' ? 'backups' : 'repairs', preview);
        return preview;
      };
      return { runId: runs.start(previewEvents(host.emit), kept) };
    },
    'repair.apply': ({ ticket }) => {
      // One change at a time; a ticket that waits for its turn is not used up.
      if (runs.has('repair')) throw new AppError('repair-running');
      const applier = tickets.get(ticket);
      if (applier === undefined || !tickets.delete(ticket)) throw new AppError('stale-ticket');
      return { runId: runs.start(appliedEvents(host.emit), applyOf(applier, ticket, host)) };
    },
    'repair.cancel': ({ runId }) => {
      runs.cancel(runs.has('repair', runId) ? 'repair' : 'repair-preview', runId);
      return {};
    },
  };
}

function previewEvents(emit: Emit): RunEvents<Progress, Preview> {
  return {
    kind: 'repair-preview',
    tell: (runId, progress) => emit('repair.progress', { runId, ...progress }),
    finished: (runId, preview) => emit('repair.previewed', { runId, preview }),
    failed: (runId, error) => emit('repair.failed', { runId, error }),
  };
}

function appliedEvents(emit: Emit): RunEvents<Progress, Applied> {
  return {
    kind: 'repair',
    tell: (runId, progress) => emit('repair.progress', { runId, ...progress }),
    finished: (runId, applied) => emit('repair.applied', { runId, applied }),
    failed: (runId, error) => emit('repair.failed', { runId, error }),
  };
}

/** Bad addresses are refused before a run begins. */
function previewOf(
  plan: RepairPlan,
  shown: Shown,
  { openRepairDesk }: Pick<RepairHost, 'openRepairDesk'>,
): Work<Progress, Preview> {
  const place = plan.kind === 'fix' ? placeOf(plan, shown.reports) : null;
  const files = plan.kind === 'restore' ? shownFiles(shown.backups, plan) : null;
  return async (signal, onProgress) => {
    const desk = await openRepairDesk();
    return previewBy(desk, plan, { place, files }, { signal, onProgress });
  };
}

interface Read {
  readonly place: RepairPlace | null;
  readonly files: readonly string[] | null;
}

function previewBy(
  { repairs, backups }: RepairDesk,
  plan: RepairPlan,
  { place, files }: Read,
  call: RepairCall,
): Promise<Preview> {
  if (plan.kind === 'undo') return repairs.previewUndo(plan.entry);
  if (plan.kind === 'finish') return repairs.previewFinish(plan.entry);
  if (plan.kind === 'restore') return backups.previewRestore(plan.backup, files);
  return repairs.preview(plan.fix, place ?? HERE, plan.answers, call);
}

/** This machine as a whole: nobody is asked. */
const HERE: RepairPlace = { target: null, offline: true };

function placeOf(
  { target, fix }: Extract<RepairPlan, { kind: 'fix' }>,
  reports: FinishedReports,
): RepairPlace {
  const offered = reports.offering(fix);
  const shown = offered === null ? {} : { shown: offered };
  if (target === null) return { ...HERE, ...shown };
  const named = target.kind === 'server' ? target.id : parseAddress(target.address);
  return { target: named, offline: false, ...shown };
}

function applyOf(
  applier: Applier,
  ticket: string,
  { openRepairDesk, confirm }: Pick<RepairHost, 'openRepairDesk' | 'confirm'>,
): Work<Progress, Applied> {
  return async (signal, onProgress) => {
    const desk = await openRepairDesk();
    return desk[applier].apply(ticket, confirm, { signal, onProgress });
  };
}
