import { AppError } from '../../../contract/errors.ts';
import { EXIT } from '../exit-codes.ts';
import { asDocument, type RepairHost } from '../repair/repair-host.ts';
import { backupsText } from './backups-text.ts';

/** The options of `unblank backup` as the parser hands them over. */
export interface BackupOptions {
  readonly list?: boolean;
  readonly prune?: boolean;
  readonly json?: boolean;
}

/**
 * `unblank backup`: backs up everything that Unblank can change, lists what is kept, or drops old ones.
 * @returns the exit code: 1 where a listed backup is damaged
 * @throws AppError `bad-option` for options that do not go together
 */
export async function runBackup(options: BackupOptions, host: RepairHost): Promise<number> {
  if (options.list && options.prune)
    throw new AppError('bad-option', { reason: 'Choose one of --list and --prune.' });
  if (options.prune) return prune(options, host);
  const backups = options.list ? await host.backups.list() : [await host.backups.create(host.call)];
  const { json = false, list = false } = options;
  host.out(
    json
      ? asDocument('unblank.backups/1', { backups })
      : backupsText(backups, host.style, list ? 'listed' : 'made'),
  );
  return backups.some(({ damaged }) => damaged.length > 0) ? EXIT.findings : EXIT.ok;
}

async function prune({ json }: BackupOptions, { backups, out }: RepairHost): Promise<number> {
  const removed = await backups.prune();
  const count = removed.length === 1 ? '1 backup is' : `${removed.length} backups are`;
  const text = removed.length === 0 ? 'No backup is old enough to drop.' : `${count} dropped.`;
  out(json ? asDocument('unblank.backups/1', { removed }) : `${text}\n`);
  return EXIT.ok;
}
