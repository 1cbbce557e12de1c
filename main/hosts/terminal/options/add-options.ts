import { Option, type Command } from 'commander';
import { SYSTEMS, type System } from '../../../contract/words.ts';

/** Which profile is examined, as the parser hands it over. */
export interface PlaceOptions {
  readonly home?: string;
  readonly os?: System;
  readonly project?: string;
}

/** How servers are reached. */
export interface NetworkOptions {
  readonly connectTo: readonly string[];
  readonly cacert?: string;
}

/** What becomes of the report. */
export interface ReportOptions {
  readonly json?: boolean;
  readonly output?: string;
  readonly failOn: 'error' | 'warning' | 'never';
}

export function addPlaceOptions(program: Command): Command {
  return program
    .option('--home <dir>', 'examine a copied profile instead of this user')
    .addOption(new Option('--os <system>', 'system whose layout the home has').choices(SYSTEMS))
    .option('--project <dir>', 'project folder whose .mcp.json is read (default: the current one)');
}

export function addNetworkOptions(program: Command): Command {
  return program
    .addOption(
      new Option('--connect-to <rule>', 'HOST:PORT:HOST2:PORT2, as curl has it; repeatable')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--cacert <file>', 'PEM file of certificate authorities to trust as well');
}

export function addReportOptions(program: Command): Command {
  return program
    .option('--json', 'print the report as JSON (unblank.report/1)')
    .option('--output <file>', 'write the report to a file instead of stdout')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    );
}

function collect(value: string, all: readonly string[]): readonly string[] {
  return [...all, value];
}
