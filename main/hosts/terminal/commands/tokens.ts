import { Argument } from 'commander';
import type { TerminalCommand } from '../command.ts';
import { TOKEN_ACTIONS, type TokenAction, type TokensOptions } from '../tokens/run-tokens.ts';
import { tokensHere } from '../tokens/tokens-here.ts';

export const command: TerminalCommand = {
  summary: 'list, delete or revoke the tokens that traces have kept; never shows a value',
  declare: (program, done) =>
    program
      .addArgument(new Argument('<action>', 'what to do').choices(TOKEN_ACTIONS))
      .argument('[id...]', 'ids as the list shows them')
      .option('--all', 'all of them')
      .option('--yes', 'do not ask before deleting')
      .option('--json', 'print it as JSON (unblank.tokens/1)')
      .action(async (action: TokenAction, ids: string[], options: TokensOptions) =>
        done(await tokensHere({ action, ids, options })),
      ),
};
