import type { Report } from '../../../contract/report.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { findingText } from './finding-text.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

/**
 * The machine: which files were read and what is wrong with them. Left out where the report is
 * about one URL and the machine has nothing to do with it.
 */
export function machineText(report: Report, style: TerminalStyle): string {
  const { installs, configs, logs, facts, findings } = report.machine;
  if (report.targets.length > 0 && findings.length === 0) return '';
  const found = configs.map(
    (one) => `  ${CLIENT_WORDS[one.client]} (${one.scope})  ${one.state}  ${style.dim(one.file)}`,
  );
  const here = installs.map(
    (one) => `  ${CLIENT_WORDS[one.client]}${one.version ? ` ${one.version}` : ''}`,
  );
  const nothing = [
    '  No configuration of Claude Desktop or Claude Code was found here.',
    '  Check a server by its address (unblank check URL), or see the demo (unblank demo).',
  ];
  return [
    style.bold('This machine'),
    [...new Set(here), ...(found.length > 0 ? found : nothing)].join('\n'),
    ...(found.length > 0 && report.targets.length === 0
      ? ['  None of these files names an MCP server.']
      : []),
    ...findings.map((one) => findingText(one, style, null)),
    ...listed(
      'Logs, newest first',
      logs.slice(0, LOG_LIMIT).map(({ file, note }) => [file, note] as const),
      style,
    ),
    ...listed(
      'About this machine',
      facts.map(({ what, value }) => [what, value] as const),
      style,
    ),
  ].join('\n\n');
}

/** More logs are in the JSON report. */
const LOG_LIMIT = 5;

function listed(
  title: string,
  rows: readonly (readonly [string, string])[],
  style: TerminalStyle,
): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(([what, value]) => paragraph(`${what}: ${value}`, style.width, 2));
  return [`${style.bold(title)}\n\n${lines.join('\n')}`];
}
