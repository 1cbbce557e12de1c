import type { Report } from '../../../contract/report.ts';
import { reportText } from '../report/report-text.ts';
import { terminalStyle, type TerminalStyle } from '../report/terminal-style.ts';
import { writeOutput } from '../write-output.ts';

export interface WriteOptions {
  readonly format: 'text' | 'json';
  /** A file, or null for stdout. */
  readonly output: string | null;
  /** Another text than that of a check. */
  readonly render?: (report: Report, style: TerminalStyle) => string;
}

/**
 * Puts a report where the user wants it: stdout carries the document and nothing else (safety K2).
 * @throws AppError `file-unwritable`
 */
export async function writeReport(report: Report, options: WriteOptions): Promise<void> {
  const { format, output, render = reportText } = options;
  const stream = output === null ? process.stdout : {};
  const text =
    format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : render(report, terminalStyle(stream, process.env));
  if (output === null) return void process.stdout.write(text);
  await writeOutput(output, text);
}
