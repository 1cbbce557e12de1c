import { Option } from 'commander';
import { openRepairs } from '../../shared/repair/open-repairs.ts';
import type { TerminalCommand } from '../command.ts';
import { addNetworkOptions, addPlaceOptions } from '../options/add-options.ts';
import { repairHere, type RepairPlaceOptions } from '../repair/repair-here.ts';
import { addChangeOptions } from '../repair/repair-options.ts';
import { runFix, type FixOptions } from '../repair/run-fix.ts';

export const command: TerminalCommand = {
  summary: 'list what can be repaired here, preview one fix, and apply it',
  declare: (program, done) => {
    program
      .argument('[fix]', 'id of a fix, or a code that offers one; none lists the fixes')
      .option('--target <server>', 'only this server: its name or URL')
      .addOption(
        new Option('--set <name=value>', 'answer what a fix asks; repeatable')
          .argParser((one: string, all: readonly string[]) => [...all, one])
          .default([], 'none'),
      )
      .option('--for <platform>', 'which platform the text is for, where a fix offers several')
      .option('--offline', 'contact nobody; the checks then read this machine only');
    addChangeOptions(program, 'unblank.fixes/1, unblank.fix/1');
    addNetworkOptions(addPlaceOptions(program)).action(
      async (wanted: string | undefined, options: FixOptions & RepairPlaceOptions) =>
        done(await repairHere(options, openRepairs, (host) => runFix(wanted, options, host))),
    );
  },
};
