import { Option } from 'commander';
import { CLIENT_IDS, SYSTEMS } from '../../../contract/words.ts';
import { runCheck } from '../check/run-check.ts';
import type { CheckOptions } from '../check/check-options.ts';
import type { TerminalCommand } from '../command.ts';

export const command: TerminalCommand = {
  summary: 'diagnose a server by its URL or name, or everything configured on this machine',
  declare: (program, done) =>
    program
      .argument(
        '[target...]',
        'URLs or names of configured servers; none means everything configured',
      )
      .option(
        '--client <ids>',
        `only these clients, with commas, an older version as id@version: ${CLIENT_IDS.join(', ')}`,
      )
      .option('--home <dir>', 'examine a copied profile instead of this user')
      .addOption(new Option('--os <system>', 'system whose layout the home has').choices(SYSTEMS))
      .option(
        '--project <dir>',
        'project folder whose .mcp.json is read (default: the current one)',
      )
      .option('--offline', 'contact nobody; judge the configuration only')
      .option(
        '--register',
        'also try client registration; leaves a client behind where it cannot be deleted',
      )
      .option(
        '--connect-to <rule>',
        'HOST:PORT:HOST2:PORT2, as curl has it; repeatable',
        collect,
        [],
      )
      .option('--cacert <file>', 'PEM file of certificate authorities to trust as well')
      .option('--json', 'print the report as JSON (unblank.report/1)')
      .option('--output <file>', 'write the report to a file instead of stdout')
      .addOption(
        new Option('--fail-on <severity>', 'exit 1 from this severity on')
          .choices(['error', 'warning', 'never'])
          .default('error'),
      )
      .action(async (targets: string[], options: CheckOptions) =>
        done(await runCheck(targets, options)),
      ),
};

function collect(value: string, all: readonly string[]): readonly string[] {
  return [...all, value];
}
