import type { Logs } from '../../engine/ports.ts';

export interface LogsOptions {
  /** Folders outside of which nothing is read, for a copied profile; null for the real machine. */
  readonly roots: readonly string[] | null;
}

/** The Logs port on node:fs. */
export function createLogs(_options: LogsOptions): Logs {
  return {
    scan: () => Promise.resolve({ kind: 'missing' }),
    follow: () => Promise.resolve(),
  };
}
