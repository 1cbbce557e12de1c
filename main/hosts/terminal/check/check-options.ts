import { Option, type Command } from 'commander';
import type { NetworkOptions, PlaceOptions, ReportOptions } from '../options/add-options.ts';
import type { ShapeOptions } from './report-shapes.ts';

/** The options of `unblank check` as the parser hands them over. */
export interface CheckOptions extends PlaceOptions, NetworkOptions, ReportOptions, ShapeOptions {
  readonly client?: string;
  readonly offline?: boolean;
  readonly register?: boolean;
  readonly keychain?: boolean;
  /** A saved report: what is in it does not count. */
  readonly baseline?: string;
}

/** What a pipeline needs of a check: other shapes of the report, and what is not new. */
export function addPipelineOptions(program: Command): Command {
  return program
    .option('--sarif', 'print the report as SARIF 2.1.0, as GitHub code scanning takes it')
    .option('--junit', 'print the report as JUnit XML')
    .option('--markdown', 'print the report as Markdown, for a job summary or an issue')
    .addOption(
      new Option(
        '--also <format=file>',
        'write it in another format as well (json, sarif, junit, markdown, text); repeatable',
      )
        .argParser((one: string, all: readonly string[]) => [...all, one])
        .default([], 'none'),
    )
    .option(
      '--baseline <file>',
      'a report saved with --json --output: findings that are in it do not count',
    );
}
