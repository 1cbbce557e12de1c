import { Command, CommanderError } from 'commander';
import { AppError, describeError } from '../../contract/errors.ts';
import { TOOL } from '../../platform/tool.ts';
import { endDespiteKeychain } from '../shared/end-program.ts';
import { reportBug } from '../shared/report-bug.ts';
import type { TerminalCommand } from './command.ts';
import { COMMANDS } from './commands/index.generated.ts';
import { EXIT } from './exit-codes.ts';
import { openWindow } from './open-window.ts';

const ABOUT = `Finds out why a custom MCP server with OAuth does not connect in Claude Desktop,
claude.ai or Claude Code, and names the step and the cause per client.`;

const AFTER = `
Try:
  unblank demo                                a broken server, diagnosed in front of you
  unblank check https://mcp.example.com/mcp   your own
  unblank check                               everything configured on this machine

Exit: 0 nothing at or over the threshold, 1 findings, 2 wrong use, 3 incomplete, 4 internal fault,
137 the keychain did not answer and was left waiting.`;

/** Arguments with which `unblank` opens the window instead of running a command. */
const WINDOW_OPTIONS = /^--(home|os|project)(=|$)/;

/**
 * Runs the command line and sets the exit code. Never throws and never prints a stack trace.
 * @param argv the arguments after the program
 */
export async function run(argv: readonly string[]): Promise<void> {
  // A reader that goes away (`unblank check | head`) is no fault of anybody. What was started is
  // still ended properly: the demo has a server and a folder to remove.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = fail(error);
  });
  process.on('unhandledRejection', (error) => {
    process.exitCode = fail(error);
  });
  // SECURITY: D16. Node would print the message, and a secret may stand in it.
  process.on('uncaughtException', (error) => process.exit(fail(error)));
  try {
    process.exitCode = await dispatch(argv);
  } catch (error) {
    process.exitCode = fail(error);
  }
  await endDespiteKeychain();
}

async function dispatch(argv: readonly string[]): Promise<number> {
  if (argv.length === 0 || WINDOW_OPTIONS.test(argv[0] ?? '')) return openWindow(argv);
  const wanted = COMMANDS.filter((one) => one.name === argv[0]);
  const loaded = await Promise.all((wanted.length > 0 ? wanted : COMMANDS).map(load));
  let exit: number = EXIT.ok;
  const program = createProgram();
  for (const { name, command } of loaded) {
    const sub = program.command(name).description(command.summary).exitOverride();
    command.declare(sub, (code) => (exit = code));
  }
  await program.parseAsync(argv, { from: 'user' });
  return exit;
}

interface Loaded {
  readonly name: string;
  readonly command: TerminalCommand;
}

async function load(one: (typeof COMMANDS)[number]): Promise<Loaded> {
  return { name: one.name, command: (await one.load()).command };
}

function createProgram(): Command {
  return new Command('unblank')
    .description(ABOUT)
    .version(`unblank ${TOOL.version}`, '-v, --version')
    .addHelpText('after', AFTER)
    .showSuggestionAfterError()
    .exitOverride();
}

/** Every error becomes a sentence and an exit code. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (!(error instanceof AppError)) return failInternally(error);
  const { message, advice } = describeError(error);
  process.stderr.write(`${message}\n${advice}\n`);
  return error.code === 'internal' || error.code === 'demo-failed' ? EXIT.internal : EXIT.usage;
}

function failInternally(error: unknown): number {
  const reference = reportBug(error);
  process.stderr.write(`${describeError({ code: 'internal', params: { reference } }).advice}\n`);
  return EXIT.internal;
}
