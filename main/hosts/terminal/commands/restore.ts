import { Option } from 'commander';
import { openRepairs } from '../../shared/repair/open-repairs.ts';
import { runRestore, type RestoreOptions } from '../backup/run-restore.ts';
import type { TerminalCommand } from '../command.ts';
import { addPlaceOptions } from '../options/add-options.ts';
import { repairHere, type RepairPlaceOptions } from '../repair/repair-here.ts';
import { addChangeOptions } from '../repair/repair-options.ts';

export const command: TerminalCommand = {
  summary: 'bring files of a backup back, after a preview; all of them or none',
  declare: (program, done) => {
    program
      .argument('<backup>', 'id of a backup as “unblank backup --list” shows it, or latest')
      .addOption(
        new Option(
          '--file <file>',
          'only this file: its number in the list, or its name; repeatable',
        )
          .argParser((one: string, all: readonly string[]) => [...all, one])
          .default([], 'all'),
      );
    addChangeOptions(program, 'unblank.restore/1');
    addPlaceOptions(program).action(
      async (wanted: string, options: RestoreOptions & RepairPlaceOptions) =>
        done(await repairHere(options, openRepairs, (host) => runRestore(wanted, options, host))),
    );
  },
};
