import { openRepairs } from '../../shared/repair/open-repairs.ts';
import type { TerminalCommand } from '../command.ts';
import { addPlaceOptions } from '../options/add-options.ts';
import { repairHere, type RepairPlaceOptions } from '../repair/repair-here.ts';
import type { ChangeOptions } from '../repair/repair-host.ts';
import { addChangeOptions } from '../repair/repair-options.ts';
import { runUndo } from '../repair/run-undo.ts';

export const command: TerminalCommand = {
  summary: 'take back a change that Unblank made, after a preview',
  declare: (program, done) => {
    program.argument('[change]', 'id of a change in the journal; none means the newest');
    addChangeOptions(program, 'unblank.undo/1');
    addPlaceOptions(program).action(
      async (wanted: string | undefined, options: ChangeOptions & RepairPlaceOptions) =>
        done(await repairHere(options, openRepairs, (host) => runUndo(wanted, options, host))),
    );
  },
};
