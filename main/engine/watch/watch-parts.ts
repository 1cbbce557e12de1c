import type { Incident } from '../model/log-evidence.ts';
import type { FoundLog } from '../local/logs/find-logs.ts';
import type { LogSource, SessionEvent } from '../local/logs/log-reader.ts';
import type { Ports, ScannedLine } from '../ports.ts';

export type { LogSource, SessionEvent };

/** One file read line by line. */
export interface WatchReader {
  readonly take: (lines: readonly ScannedLine[]) => readonly SessionEvent[];
  /** Addresses of servers that its lines have named, masked. */
  readonly urls: () => readonly string[];
}

/** What watching is made of: where logs lie, how they are read, how lines become a story. */
export interface WatchParts {
  readonly findLogs: (
    ports: Pick<Ports, 'files' | 'place'>,
  ) => Promise<{ readonly logs: readonly FoundLog[] }>;
  readonly createReader: (source: LogSource) => WatchReader;
  readonly step: (
    open: Incident | null,
    event: SessionEvent,
    source: LogSource,
  ) => { readonly open: Incident | null; readonly ended: Incident | null };
}
