import type { Report } from '../../../contract/report.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { findingText } from './finding-text.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

/**
 * What is wrong with the machine: its findings. Where no server is named, also which files were read
 * and which logs lie here, because there is nothing else to show.
 */
export function machineText(report: Report, style: TerminalStyle): string {
  const { findings } = report.machine;
  const isAll = report.targets.length === 0;
  if (!isAll && findings.length === 0) return '';
  return [
    style.bold('This machine'),
    ...(isAll ? [filesText(report, style)] : []),
    ...findings.map((one) => findingText(one, style, null)),
    ...(isAll ? logsText(report, style) : []),
  ].join('\n\n');
}

function filesText({ machine: { installs, configs } }: Report, style: TerminalStyle): string {
  const found = configs.map(
    (one) => `  ${CLIENT_WORDS[one.client]} (${one.scope})  ${one.state}  ${style.dim(one.file)}`,
  );
  const here = installs.map(
    (one) => `  ${CLIENT_WORDS[one.client]}${one.version ? ` ${one.version}` : ''}`,
  );
  const lines = [...new Set(here), ...found].join('\n');
  const says = found.length > 0 ? '  None of these files names an MCP server.' : NOTHING;
  return [lines, says].filter((one) => one !== '').join('\n\n');
}

const NOTHING = [
  '  No configuration of Claude Desktop or Claude Code was found here.',
  '  Check a server by its address (unblank check URL), or see the demo (unblank demo).',
].join('\n');

/** More logs are in the JSON report. */
const LOG_LIMIT = 5;

function logsText({ machine: { logs } }: Report, style: TerminalStyle): readonly string[] {
  const rows = logs.slice(0, LOG_LIMIT).map(({ file, note }) => [file, note] as const);
  return listed('Logs, newest first', rows, style);
}

/** What else is true of the machine, at the end of a report of all of it. */
export function aboutText({ targets, machine }: Report, style: TerminalStyle): string {
  if (targets.length === 1) return '';
  const rows = machine.facts.map(({ what, value }) => [what, value] as const);
  return listed('About this machine', rows, style).join('');
}

function listed(
  title: string,
  rows: readonly (readonly [string, string])[],
  style: TerminalStyle,
): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(([what, value]) => paragraph(`${what}: ${value}`, style.width, 2));
  return [`${style.bold(title)}\n\n${lines.join('\n')}`];
}
