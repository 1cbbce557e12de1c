import type { WatchEnd, WatchNews } from '../../contract/watch.ts';
import type { KnownServer } from '../local/join/known.ts';
import type { Mode } from '../model/mode.ts';
import type { Ports } from '../ports.ts';

/** The one server that is looked for in the logs; without entries a connector on Anthropic’s side. */
export type WatchTarget = KnownServer;

export interface WatchRequest {
  /** Null for every server that the logs name. */
  readonly target: WatchTarget | null;
  /** `first-end` stops at the first attempt that came to an end; `stopped` goes on until told. */
  readonly until: 'first-end' | 'stopped';
}

export interface WatchOptions {
  readonly ports: Pick<Ports, 'files' | 'logs' | 'place' | 'clock'>;
  /** Where the title of a mode and what to do are taken from. */
  readonly modes: readonly Mode[];
  readonly signal: AbortSignal;
  readonly onNews: (news: WatchNews) => void;
}

export interface WatchResult {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Log files that were followed at its end. */
  readonly files: number;
  readonly end: WatchEnd;
  /** What was told, oldest first; the last of them where there were very many. */
  readonly news: readonly WatchNews[];
}

/** Follows the logs, as watch.ts exports it. */
export type Watch = (request: WatchRequest, options: WatchOptions) => Promise<WatchResult>;
