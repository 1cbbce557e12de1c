import { Option } from 'commander';
import { CLIENT_IDS, SIGN_IN_WAYS } from '../../../contract/words.ts';
import type { TerminalCommand } from '../command.ts';
import { addNetworkOptions, addPlaceOptions, addReportOptions } from '../options/add-options.ts';
import { SECRET_VARIABLE } from '../trace/read-secret.ts';
import { traceHere } from '../trace/trace-here.ts';
import type { TraceCliOptions } from '../trace/trace-options.ts';

export const command: TerminalCommand = {
  summary: 'sign in to a server step by step as a client would, and say where it ends and why',
  declare: (program, done) => {
    program
      .argument('[target]', 'URL or name of one configured server')
      .addOption(
        new Option('--as <client>', 'whose sign-in it is')
          .choices(CLIENT_IDS)
          .default('claude-hosted'),
      )
      .addOption(
        new Option(
          '--browser <way>',
          'where the page is shown: a window of its own, your own browser, or nowhere (paste the address)',
        ).choices(SIGN_IN_WAYS),
      )
      .option('--headless', 'show no window; only pages that need no click end well')
      .option('--keep', 'keep the tokens in the keychain instead of revoking them')
      .option(
        '--thorough',
        'also try what must be refused: wrong verifier, no verifier, other client',
      )
      .option('--client-id <id>', 'a client that was registered by hand')
      .option('--client-secret', `ask for its secret, where ${SECRET_VARIABLE} does not hold it`)
      .option('--scope <scopes>', 'scopes to ask for instead of the client’s own');
    addNetworkOptions(program);
    addPlaceOptions(program)
      .option('--save <file>', 'save the trace (unblank.trace/1); no token or secret is in it')
      .option('--replay <file>', 'judge a saved trace again; asks nobody')
      .option(
        '--vendor-mail [reference]',
        'where everything passes and hosted Claude still fails: the report to its vendor, with the ofid_… of its error',
      );
    addReportOptions(program).action(async (target: string | undefined, options: TraceCliOptions) =>
      done(await traceHere(target, options)),
    );
  },
};
