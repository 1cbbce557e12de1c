import { AppError } from '../../../contract/errors.ts';
import type { Backup } from '../../../contract/repair.ts';
import { carryOut } from '../repair/carry-out.ts';
import type { ChangeOptions, RepairHost } from '../repair/repair-host.ts';

/** The options of `unblank restore` as the parser hands them over. */
export interface RestoreOptions extends ChangeOptions {
  readonly file: readonly string[];
}

/**
 * `unblank restore`: previews what a backup would bring back, and brings it back, all files or none.
 * @param wanted id of a backup, its beginning, or `latest`
 * @returns the exit code
 * @throws AppError `bad-option` for what names no backup or no file of it
 */
export async function runRestore(
  wanted: string,
  options: RestoreOptions,
  host: RepairHost,
): Promise<number> {
  const { backups } = host;
  const backup = chosenBackup(wanted, await backups.list());
  const files = options.file.map((one) => chosenFile(one, backup));
  const preview = await backups.previewRestore(backup.id, files.length === 0 ? null : files);
  const apply: typeof backups.apply = (...args) => backups.apply(...args);
  return carryOut({ schema: 'unblank.restore/1', preview, apply }, options, host);
}

/** @throws AppError `bad-option` */
function chosenBackup(wanted: string, backups: readonly Backup[]): Backup {
  const [newest] = backups;
  if (wanted === 'latest' && newest !== undefined) return newest;
  const exact = backups.find(({ id }) => id === wanted);
  const found = backups.filter(({ id }) => wanted.length >= 4 && id.startsWith(wanted));
  const [one, other] = found;
  if (exact !== undefined) return exact;
  if (one !== undefined && other === undefined) return one;
  const reason =
    found.length > 1
      ? `${wanted.slice(0, 40)} stands for several backups; give more of its id.`
      : `There is no backup ${wanted.slice(0, 40)}. “unblank backup --list” lists them.`;
  throw new AppError('bad-option', { reason });
}

/** By its number in the list, its path, or the end of its path. @throws AppError `bad-option` */
function chosenFile(wanted: string, { files }: Backup): string {
  const numbered = /^\d+$/.test(wanted) ? files[Number(wanted) - 1] : undefined;
  if (numbered !== undefined) return numbered.file;
  const exact = files.find(({ file }) => file === wanted);
  if (exact !== undefined) return exact.file;
  const tail = wanted.replaceAll('\\', '/');
  const found = files.filter(({ file }) => `/${file.replaceAll('\\', '/')}`.endsWith(`/${tail}`));
  const [one, other] = found;
  if (one !== undefined && other === undefined) return one.file;
  const reason =
    found.length > 1
      ? `Several files of this backup end in ${wanted}; give a number of the list.`
      : `This backup has no file ${wanted}. “unblank backup --list” lists its files.`;
  throw new AppError('bad-option', { reason });
}
