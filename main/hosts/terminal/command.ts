import type { Command as Program } from 'commander';

/** One command of the command line. Its file is all there is to add; the list is generated. */
export interface TerminalCommand {
  readonly summary: string;
  /** Declares arguments and options and the action; the action resolves with the exit code. */
  readonly declare: (program: Program, done: (code: number) => void) => void;
}
