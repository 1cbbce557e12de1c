import type { Incident, LogEvent, LogFile } from '../model/log-evidence.ts';
import type { Ports, ScannedLine } from '../ports.ts';

/** A log file that a client writes, as its path tells. */
export type LogSource = Pick<LogFile, 'client' | 'format' | 'file' | 'server' | 'project' | 'hash'>;

/** An event with what tells two runs in one file apart. */
export type ReadEvent = LogEvent & { readonly session: string | null };

/** One file read line by line. */
export interface WatchReader {
  readonly take: (lines: readonly ScannedLine[]) => readonly ReadEvent[];
  /** Addresses of servers that its lines have named, masked. */
  readonly urls: () => readonly string[];
}

/** What watching is made of: where logs lie, how they are read, how lines become a story. */
export interface WatchParts {
  readonly findLogs: (
    ports: Pick<Ports, 'files' | 'place'>,
    signal: AbortSignal,
  ) => Promise<readonly LogSource[]>;
  readonly createReader: (source: LogSource) => WatchReader;
  readonly step: (
    open: Incident | null,
    event: ReadEvent,
    source: LogSource,
  ) => { readonly open: Incident | null; readonly ended: Incident | null };
}
