import { openRepairs } from '../../shared/repair/open-repairs.ts';
import { runBackup, type BackupOptions } from '../backup/run-backup.ts';
import type { TerminalCommand } from '../command.ts';
import { addPlaceOptions } from '../options/add-options.ts';
import { repairHere, type RepairPlaceOptions } from '../repair/repair-here.ts';

export const command: TerminalCommand = {
  summary: 'back up every file that Unblank can change, and only those',
  declare: (program, done) => {
    addPlaceOptions(program)
      .option('--list', 'list what is kept, held against the disk and checked for damage')
      .option('--prune', 'drop old backups; never the last good one')
      .option('--json', 'print it as JSON (unblank.backups/1)')
      .action(async (options: BackupOptions & RepairPlaceOptions) =>
        done(await repairHere(options, openRepairs, (host) => runBackup(options, host))),
      );
  },
};
