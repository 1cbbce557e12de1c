import { CLIENT_IDS } from '../../../contract/words.ts';
import { runCheck } from '../check/run-check.ts';
import { addPipelineOptions, type CheckOptions } from '../check/check-options.ts';
import type { TerminalCommand } from '../command.ts';
import { addNetworkOptions, addPlaceOptions, addReportOptions } from '../options/add-options.ts';

export const command: TerminalCommand = {
  summary: 'diagnose a server by its URL or name, or everything configured on this machine',
  declare: (program, done) => {
    program
      .argument(
        '[target...]',
        'URLs or names of configured servers; none means everything configured',
      )
      .option(
        '--client <ids>',
        `only these clients, with commas, an older version as id@version: ${CLIENT_IDS.join(', ')}`,
      );
    addPlaceOptions(program)
      .option(
        '--offline',
        'contact nobody; judge what lies here: configurations, logs, what clients keep',
      )
      .option(
        '--register',
        'also try client registration; leaves a client behind where it cannot be deleted',
      );
    program.option(
      '--keychain',
      'on macOS, also look whether the keychain holds Claude Code’s sign-in; asks before it does',
    );
    addNetworkOptions(program);
    addPipelineOptions(program);
    addReportOptions(program).action(async (targets: string[], options: CheckOptions) =>
      done(await runCheck(targets, options)),
    );
  },
};
