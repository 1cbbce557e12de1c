import type { Command } from 'commander';

/** The options of every command that changes something after a preview. */
export function addChangeOptions(program: Command, schema: string): Command {
  return program
    .option('--dry-run', 'show what would be done, and end')
    .option('--yes', 'do it without asking')
    .option('--json', `print it as JSON (${schema})`);
}
