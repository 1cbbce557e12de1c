import { watch } from '../../../engine/watch/watch.ts';
import type { TerminalCommand } from '../command.ts';
import { addPlaceOptions } from '../options/add-options.ts';
import { runWatch } from '../watch/run-watch.ts';
import type { WatchCliOptions } from '../watch/watch-options.ts';

export const command: TerminalCommand = {
  summary: 'follow what Claude writes while you try again in it, and say what happens',
  declare: (program, done) => {
    program.argument('[target]', 'URL or name of one server; none means every server');
    addPlaceOptions(program)
      .option('--until-stopped', 'go on after an attempt has ended, until Ctrl-C')
      .option('--json', 'print how it ended as JSON (unblank.watch/1)')
      .action(async (target: string | undefined, options: WatchCliOptions) => {
        const { stdout, stderr, env } = process;
        done(await runWatch(target, options, { watch, stdout, stderr, env }));
      });
  },
};
