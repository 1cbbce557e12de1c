import { Option } from 'commander';
import type { TerminalCommand } from '../command.ts';
import { runCompare, type CompareOptions } from '../compare/run-compare.ts';
import { addPlaceOptions } from '../options/add-options.ts';

export const command: TerminalCommand = {
  summary:
    'compare the places where a server stands, and say why it works in one and not in another',
  declare: (program, done) => {
    program
      .argument('[target]', 'name or URL of a server; none means all that stand in two places')
      .addOption(
        new Option(
          '--with <file>',
          'a configuration (JSON or TOML) or a saved report to compare with; repeatable',
        )
          .argParser((file: string, all: readonly string[]) => [...all, file])
          .default([], 'none'),
      )
      .option('--works <place>', 'a place that works: its letter, client, scope or file')
      .option('--fails <place>', 'a place that fails');
    addPlaceOptions(program)
      .option('--json', 'print it as JSON (unblank.comparison/1)')
      .option('--output <file>', 'write it to a file instead of stdout')
      .action(async (target: string | undefined, options: CompareOptions) =>
        done(await runCompare(target, options)),
      );
  },
};
