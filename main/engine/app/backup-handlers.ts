import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/host.ts';
import type { Backup } from '../../contract/repair.ts';
import type { RepairHost } from './repair-desk.ts';

/** The backups as the window was last shown them: it names their files by place (safety B7). */
export class ShownBackups {
  #backups: readonly Backup[] = [];

  show(backups: readonly Backup[]): Backup[] {
    this.#backups = backups;
    return [...backups];
  }

  add(backup: Backup): Backup {
    this.#backups = [backup, ...this.#backups];
    return backup;
  }

  /** @throws AppError `unknown-backup` */
  get(id: string): Backup {
    const found = this.#backups.find((one) => one.id === id);
    if (found === undefined) throw new AppError('unknown-backup', { backup: id });
    return found;
  }
}

/**
 * The files that a window chose, by name.
 * @returns null for all of them
 * @throws AppError `unknown-backup` where the backup or a place in it was never shown
 */
export function shownFiles(
  shown: ShownBackups,
  { backup, chosen }: { readonly backup: string; readonly chosen: readonly number[] | null },
): readonly string[] | null {
  const { files } = shown.get(backup);
  if (chosen === null) return null;
  return chosen.map((at) => {
    const file = files[at];
    if (file === undefined) throw new AppError('unknown-backup', { backup });
    return file.file;
  });
}

/**
 * The handlers of backups; restoring one is a plan like any other (repair-handlers.ts).
 * @param signal ends a backup when the window closes
 */
export function backupHandlers(
  shown: ShownBackups,
  { openRepairDesk }: Pick<RepairHost, 'openRepairDesk'>,
  signal: AbortSignal,
): Pick<Handlers, 'backup.create' | 'backup.list'> {
  return {
    'backup.create': async () => {
      const { backups } = await openRepairDesk();
      const backup = await backups.create({ signal, onProgress: () => undefined });
      return { backup: shown.add(backup) };
    },
    'backup.list': async () => {
      const { backups } = await openRepairDesk();
      return { backups: shown.show(await backups.list()) };
    },
  };
}
