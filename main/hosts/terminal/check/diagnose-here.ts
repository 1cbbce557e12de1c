import type { Report } from '../../../contract/report.ts';
import type { Ports } from '../../../engine/ports.ts';
import { diagnose, type DiagnoseRequest } from '../../../engine/run/diagnose.ts';
import { TOOL } from '../../../platform/tool.ts';
import { interruptible } from '../interruptible.ts';
import { progressLine } from '../progress-line.ts';
import { RULES } from '../../../engine/run/rules.ts';

/** A diagnosis in a terminal: progress on stderr, Ctrl-C stops it and still gives a report. */
export async function diagnoseHere(options: {
  readonly ports: Ports;
  readonly request: DiagnoseRequest;
}): Promise<Report> {
  const progress = progressLine(process.stderr);
  const { ports, request } = options;
  const more = { ports, ...RULES, tool: TOOL, onProgress: progress.show };
  try {
    return await interruptible((signal) => diagnose(request, { ...more, signal }));
  } finally {
    progress.end();
  }
}
