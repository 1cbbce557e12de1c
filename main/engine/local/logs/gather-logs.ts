import type { NotExamined } from '../../model/evidence.ts';
import type { LogFile } from '../../model/log-evidence.ts';
import type { Ports } from '../../ports.ts';

/** Stand-in until the real one is here. */
export function gatherLogs(
  _ports: Pick<Ports, 'files' | 'logs' | 'place' | 'clock'>,
  _request: { readonly newestBytes: number | null; readonly onLog?: (log: LogFile) => void },
  _signal: AbortSignal,
): Promise<{ logs: readonly LogFile[]; notExamined: readonly NotExamined[] }> {
  return Promise.resolve({ logs: [], notExamined: [] });
}
