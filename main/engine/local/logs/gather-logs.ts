import type { NotExamined } from '../../model/evidence.ts';
import type { LogFile, LogFormat } from '../../model/log-evidence.ts';
import type { LogScan, LogScanOptions, Ports } from '../../ports.ts';
import { visible } from '../../redact/visible.ts';
import { findLogs, type FoundLog } from './find-logs.ts';
import { createLogReader } from './log-reader.ts';
import { needlesFor } from './signatures/index.ts';

export interface LogsRequest {
  /** Only the newest bytes of each file; null for all of it. */
  readonly newestBytes: number | null;
  /**
   * Told as soon as the newest part of a file was read, and again when the rest was, where that
   * made a difference: the later one stands for the same `file`.
   */
  readonly onLog?: (log: LogFile) => void;
}

export interface GatheredLogs {
  readonly logs: readonly LogFile[];
  readonly notExamined: readonly NotExamined[];
}

type LogPorts = Pick<Ports, 'files' | 'logs' | 'place' | 'clock'>;

/** Longest text of a line; what known clients write of use stands in its beginning. */
const LINE_LENGTH = 8192;
/** Files that are read at once: one is looked at while the other is on its way from the disk. */
const AT_ONCE = 2;
/** A log up to this size is read in a moment, so it is told once. */
const READ_AT_ONCE = 8 * 1024 * 1024;

/**
 * Reads the logs of all known clients, the newest first. Reads only; nothing in a log is opened,
 * followed or run (safety G3, I1).
 * @param ports files, logs and place
 * @param request how much, and who is told meanwhile
 * @param signal stops it; what was not read by then is named in `notExamined`
 * @returns one entry per log that is there; never rejects for what lies on the disk (safety L2)
 */
export async function gatherLogs(
  ports: LogPorts,
  request: LogsRequest,
  signal: AbortSignal,
): Promise<GatheredLogs> {
  if (signal.aborted) return { logs: [], notExamined: [{ what: 'logs', why: STOPPED }] };
  const found = await findLogs(ports);
  const logs: (LogFile | null)[] = found.logs.map(() => null);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < found.logs.length && !signal.aborted; at = next++) {
      const log = found.logs[at];
      if (log !== undefined) logs[at] = await readLog(log, ports, request, signal);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const read = logs.filter((one) => one !== null);
  return {
    logs: read,
    notExamined: [...found.notExamined, ...read.flatMap(unread), ...stopped(logs, signal)],
  };
}

const STOPPED = 'The run was stopped before this was read.';

async function readLog(
  { source, size, modifiedAt }: FoundLog,
  { logs }: LogPorts,
  { newestBytes, onLog }: LogsRequest,
  signal: AbortSignal,
): Promise<LogFile | null> {
  const reader = createLogReader(source);
  const options = optionsFor(source.format, newestBytes);
  let parts = 0;
  const scan = await logs
    .scan(
      source.file,
      options,
      (lines) => {
        reader.take(lines);
        parts += 1;
        if (parts > 1 || onLog === undefined || size <= READ_AT_ONCE) return;
        onLog(reader.result({ kind: 'scanned', size, modifiedAt, read: 'newest', note: null }));
      },
      signal,
    )
    .catch((error: unknown): LogScan => ({ kind: 'unreadable', reason: String(error) }));
  if (scan.kind === 'missing') return null;
  const log = reader.result(scan);
  onLog?.(log);
  return log;
}

/** Of each format the same needles, so that the scanner prepares its search for them once. */
const NEEDLES = new Map<LogFormat, readonly string[]>();

function optionsFor(format: LogFormat, newestBytes: number | null): LogScanOptions {
  const needles = NEEDLES.get(format) ?? needlesFor(format);
  NEEDLES.set(format, needles);
  return { needles, newestBytes, lineLength: LINE_LENGTH, heads: format !== 'code-jsonl' };
}

function unread({ file, read, note }: LogFile): NotExamined[] {
  if (read !== 'none' && note === null) return [];
  return [{ what: file, why: visible(note ?? 'The log could not be read.') }];
}

function stopped(logs: readonly (LogFile | null)[], signal: AbortSignal): NotExamined[] {
  const left = logs.filter((one) => one === null).length;
  if (!signal.aborted || left === 0) return [];
  const files = left === 1 ? 'One log was' : `${left} logs were`;
  return [{ what: 'logs', why: `${files} not read: the time was over, or the run was stopped.` }];
}
