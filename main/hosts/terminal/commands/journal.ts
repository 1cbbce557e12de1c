import { openRepairs } from '../../shared/repair/open-repairs.ts';
import type { TerminalCommand } from '../command.ts';
import { addPlaceOptions } from '../options/add-options.ts';
import { repairHere, type RepairPlaceOptions } from '../repair/repair-here.ts';
import { addChangeOptions } from '../repair/repair-options.ts';
import { runJournal, type JournalOptions } from '../repair/run-journal.ts';

export const command: TerminalCommand = {
  summary: 'what Unblank changed here, and how it stands now',
  declare: (program, done) => {
    program
      .argument('[change...]', 'ids of changes; none means all')
      .option('--recheck', 'look again whether each change is still there and still helps')
      .option('--finish <change>', 'go on with a change that was interrupted or wiped')
      .option('--markdown', 'print it as Markdown, to keep a working fix for the team')
      .option('--output <file>', 'write it to a file instead of stdout');
    addChangeOptions(program, 'unblank.journal/1; with --finish unblank.fix/1');
    addPlaceOptions(program).action(
      async (ids: string[], options: JournalOptions & RepairPlaceOptions) =>
        done(await repairHere(options, openRepairs, (host) => runJournal(ids, options, host))),
    );
  },
};
