import type { Backup } from '../../contract/repair.ts';
import type { Changes, FileNow } from '../repair-ports.ts';
import { backupTime } from './backup-id.ts';
import type { KeptFile } from './backup-set.ts';
import type { BackupStore, ListedSet, ObjectState } from './create-backup-store.ts';
import { inTurns } from './in-turns.ts';

interface Listing {
  readonly store: BackupStore;
  readonly changes: Pick<Changes, 'inspect'>;
}

/** Every backup held against the disk, newest first; damage is named (safety G12). */
export async function listBackups({ store, changes }: Listing): Promise<readonly Backup[]> {
  const sets = await store.list();
  const files = sets.flatMap(({ read }) => (read.kind === 'set' ? read.set.files : []));
  const paths = [...new Set(files.map(({ path }) => path))];
  const hashes = [...new Set(files.map(({ hash }) => hash))];
  const now = new Map(await inTurns(paths, async (one) => [one, await changes.inspect(one)]));
  const states = new Map(await inTurns(hashes, async (one) => [one, await store.check(one)]));
  return sets.map((one) => toBackup(one, now, states));
}

/** How a kept file lies on the disk now; its permissions are part of it. */
export function stateNow(file: KeptFile, now: FileNow | undefined): Backup['files'][number]['now'] {
  if (now === undefined || (now.exists && now.bytes === null)) return 'unreadable';
  if (!now.exists) return now.obstacle === null ? 'gone' : 'unreadable';
  return now.hash === file.hash && hasMode(file, now) ? 'same' : 'differs';
}

/** Has it the permissions that were kept? Where one of the two has none, they do not differ. */
export function hasMode(file: KeptFile, now: FileNow): boolean {
  return file.mode === null || now.mode === null || file.mode === now.mode;
}

/** Permissions as people write them. */
export function octal(mode: number | null): string | null {
  return mode === null ? null : mode.toString(8).padStart(3, '0');
}

function toBackup(
  { id, read }: ListedSet,
  now: ReadonlyMap<string, FileNow>,
  states: ReadonlyMap<string, ObjectState>,
): Backup {
  if (read.kind !== 'set') return damagedBackup(id, read);
  const { at, why, tool, files } = read.set;
  return {
    ...{ id, at: new Date(at).toISOString(), why, version: tool },
    files: files.map((file) => ({
      ...{ file: file.path, hash: file.hash, size: file.size, mode: octal(file.mode) },
      modifiedAt: file.modifiedAt === null ? null : new Date(file.modifiedAt).toISOString(),
      now: stateNow(file, now.get(file.path)),
    })),
    damaged: files.flatMap(({ path, hash }) => DAMAGE[states.get(hash) ?? 'gone'](path)),
  };
}

const DAMAGE: Readonly<Record<ObjectState, (path: string) => string[]>> = {
  good: () => [],
  gone: (path) => [`The copy of ${path} is gone.`],
  damaged: (path) => [`The copy of ${path} is not what was kept.`],
};

function damagedBackup(id: string, read: Exclude<ListedSet['read'], { kind: 'set' }>): Backup {
  const reason = read.kind === 'newer' ? 'A newer Unblank wrote it.' : read.reason;
  return { id, at: backupTime(id), why: 'asked', version: '?', files: [], damaged: [reason] };
}
