import { AppError } from '../../contract/errors.ts';
import type { Backup } from '../../contract/repair.ts';
import type { Ports } from '../ports.ts';
import type { RepairPorts } from '../repair-ports.ts';
import { foldJournal } from '../repair/journal/fold.ts';
import { createJournalFile } from '../repair/journal/journal-file.ts';
import type { Applied, Backups, RepairCall } from '../repair/repairs.ts';
import { applyRestore, type RestoreJournal } from './apply-restore.ts';
import { changeableFiles } from './changeable-files.ts';
import type { BackupStore } from './create-backup-store.ts';
import { inTurns } from './in-turns.ts';
import { listBackups } from './list-backups.ts';
import { hashesNeeded, lastGoodSet, setsToDrop } from './prune-sets.ts';
import { planRestore, type RestorePlan } from './restore-plan.ts';

export interface BackupsOptions {
  readonly repair: RepairPorts;
  readonly ports: Pick<Ports, 'files' | 'machine' | 'place' | 'clock'>;
  /** The same store as the runner's. */
  readonly store: BackupStore;
}

/** Another process of ours is given so long to end its change (safety G17). */
const LOCK_MS = 5000;
/** Previews that can be applied; older ones are out of date. */
const TICKETS = 16;

interface Desk extends BackupsOptions {
  readonly journal: RestoreJournal;
  readonly tickets: Map<string, RestorePlan>;
}

/**
 * Backups for all hosts: everything that Unblank can change, held against the disk, put back with the
 * same promise as a repair. What is put back is a change of the journal and is undone there.
 */
export function createBackups(options: BackupsOptions): Backups {
  const desk: Desk = { ...options, journal: createJournalFile(options.repair), tickets: new Map() };
  const { store, repair } = options;
  return {
    create: (call) => create(desk, call),
    list: () => listBackups({ store, changes: repair.changes }),
    previewRestore: async (backup, files) => {
      const plan = await planRestore({ ...repair, store, ports: options.ports }, backup, files);
      remember(desk.tickets, plan);
      return plan.preview;
    },
    apply: (ticket, confirm, call) => apply(desk, ticket, confirm, call),
    prune: () => locked(desk, () => prune(desk)),
  };
}

function remember(tickets: Map<string, RestorePlan>, plan: RestorePlan): void {
  tickets.set(plan.preview.ticket, plan);
  const [oldest] = tickets.keys();
  if (tickets.size > TICKETS && oldest !== undefined) tickets.delete(oldest);
}

async function create(desk: Desk, { signal, onProgress }: RepairCall): Promise<Backup> {
  const { store, repair, ports } = desk;
  const found = await changeableFiles(ports);
  const places = new Set<string>();
  const id = await locked(desk, async () => {
    if (signal.aborted) throw new AppError('stopped');
    onProgress({ text: 'Reading the files', done: 0, total: found.length });
    const looked = await inTurns(found, ({ path }) => repair.changes.inspect(path));
    // A link and the file that it leads to are one file; what cannot be read is named by `list`.
    const files = looked.filter(
      ({ bytes, realPath }) => bytes !== null && places.size < places.add(realPath).size,
    );
    if (signal.aborted) throw new AppError('stopped');
    const kept = await store.keep(files, 'asked');
    onProgress({ text: 'Backed up', done: found.length, total: found.length });
    return kept.id;
  });
  await locked(desk, () => prune(desk)).catch(() => []);
  const made = (await listBackups({ store: onlySet(store, id), changes: repair.changes }))[0];
  if (made === undefined) throw new AppError('unknown-backup', { backup: id });
  return made;
}

function onlySet(store: BackupStore, id: string): BackupStore {
  const list = async () => [{ id, read: { kind: 'set' as const, set: await store.read(id) } }];
  return { ...store, list };
}

async function prune({ store, journal, ports }: Desk): Promise<readonly string[]> {
  const { events, newer } = await journal.read();
  // Changes that this version does not know may need any backup.
  if (newer) return [];
  const changes = foldJournal(events);
  const sets = await store.list();
  const good = await lastGoodSet(store, sets);
  const ids = setsToDrop(sets, good, changes, ports.clock.now());
  await store.drop(ids);
  await store.sweep(hashesNeeded(changes));
  return ids;
}

async function apply(
  desk: Desk,
  ticket: string,
  confirm: Parameters<Backups['apply']>[1],
  call: RepairCall,
): Promise<Applied> {
  const plan = desk.tickets.get(ticket);
  if (plan === undefined) throw new AppError('stale-ticket');
  // SECURITY: B8: good once, whatever becomes of it.
  desk.tickets.delete(ticket);
  const release = await desk.repair.lock.hold(LOCK_MS);
  if (release === null) return { kind: 'refused', ...LOCKED };
  try {
    return await applyRestore({ ...desk, now: () => desk.ports.clock.now() }, plan, confirm, call);
  } finally {
    await release();
  }
}

const LOCKED = {
  why: 'Another Unblank changes files just now.',
  whatToDo: 'Let it end, then try again.',
};

async function locked<T>({ repair }: Desk, work: () => Promise<T>): Promise<T> {
  const release = await repair.lock.hold(LOCK_MS);
  if (release === null) throw new AppError('repair-running');
  try {
    return await work();
  } finally {
    await release();
  }
}
