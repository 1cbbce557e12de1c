import type { Report } from '../../../contract/report.ts';
import type { Ports } from '../../../engine/ports.ts';
import { diagnose, type DiagnoseRequest } from '../../../engine/run/diagnose.ts';
import { TOOL } from '../../../platform/tool.ts';
import { progressLine } from '../progress-line.ts';
import { RULES } from '../../../engine/run/rules.ts';

/** A diagnosis in a terminal: progress on stderr, Ctrl-C stops it and still gives a report. */
export async function diagnoseHere(options: {
  readonly ports: Ports;
  readonly request: DiagnoseRequest;
}): Promise<Report> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  const progress = progressLine(process.stderr);
  try {
    return await diagnose(options.request, {
      ports: options.ports,
      ...RULES,
      tool: TOOL,
      signal: controller.signal,
      onProgress: progress.show,
    });
  } finally {
    progress.end();
    process.removeListener('SIGINT', stop);
  }
}
