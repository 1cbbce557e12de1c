import { openRepairs } from '../../shared/repair/open-repairs.ts';
import { runBundle, type BundleOptions } from '../bundle/run-bundle.ts';
import type { TerminalCommand } from '../command.ts';
import { addNetworkOptions, addPlaceOptions } from '../options/add-options.ts';
import { repairHere, type RepairPlaceOptions } from '../repair/repair-here.ts';

export const command: TerminalCommand = {
  summary: 'make a redacted zip for support or an issue; uploads nothing',
  declare: (program, done) => {
    program
      .argument(
        '[target...]',
        'URLs or names of configured servers; none means everything configured',
      )
      .option('--output <file>', 'the zip to save')
      .option('--show <entry>', 'print one entry exactly as it would be saved; saves nothing')
      .option('--yes', 'save it without asking')
      .option('--offline', 'contact nobody')
      .option('--json', 'print the manifest as JSON (unblank.bundle/1)');
    addNetworkOptions(addPlaceOptions(program)).action(
      async (targets: string[], options: BundleOptions & RepairPlaceOptions) =>
        done(await repairHere(options, openRepairs, (host) => runBundle(targets, options, host))),
    );
  },
};
