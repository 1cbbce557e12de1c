import type { LogScan, Logs } from '../../engine/ports.ts';
import { nodeFileSystem, type FileSystem } from '../file-system.ts';
import { openPlainFile } from '../open-plain-file.ts';
import { createBufferPool } from './buffer-pool.ts';
import { createFinderShelf } from './finder-shelf.ts';
import { followLog } from './follow-log.ts';
import { scanLog, stoppedScan } from './scan-log.ts';
import { untilStopped } from './until-stopped.ts';

export interface LogsOptions {
  /** Folders outside of which nothing is read, for a copied profile; null for the real machine. */
  readonly roots: readonly string[] | null;
  readonly fs?: FileSystem;
  /** How long a follower waits until it looks again. */
  readonly pauseMs?: number;
}

const NOT_BEGUN: LogScan = { kind: 'unreadable', reason: 'it was stopped before it was opened' };
/** Asking is what works on every drive; watching does not tell of changes on those of a network. */
const PAUSE_MS = 200;

/**
 * The Logs port on node:fs. It all happens in this thread, a piece of 512 KiB at a time, while the
 * next one is on its way from the disk. Measured before it was chosen, 82 texts on 1 GiB: one
 * alternation as a RegExp 575 MiB/s and 120 MiB of memory, one lane of window-search.ts 750 and 53;
 * four lanes are faster than ripgrep, so there is no worker and no WebAssembly
 * (`npm run bench -- logs`).
 */
export function createLogs({ roots, fs = nodeFileSystem, pauseMs = PAUSE_MS }: LogsOptions): Logs {
  const pool = createBufferPool();
  const finderOf = createFinderShelf();
  return {
    scan(path, options, onLines, signal) {
      let stopped = NOT_BEGUN;
      const work = async (): Promise<LogScan> => {
        const log = await openPlainFile(fs, roots, path);
        if (log.kind !== 'open') return log;
        stopped = stoppedScan(log.facts);
        const buffers = pool.take(log.facts.size);
        try {
          const scan = await scanLog({ log, options, buffers, finderOf, onLines, signal });
          pool.give(buffers);
          return scan;
        } finally {
          // What was read is right, whatever a drive says at the end.
          await log.file.close().catch(() => undefined);
        }
      };
      return signal.aborted
        ? Promise.resolve(NOT_BEGUN)
        : untilStopped(work(), signal, () => stopped);
    },
    follow: (path, lineLength, onLines, signal, from = 'end') =>
      untilStopped(
        followLog({ fs, roots, pauseMs, path, lineLength, onLines, signal, from }),
        signal,
        () => undefined,
      ),
  };
}
