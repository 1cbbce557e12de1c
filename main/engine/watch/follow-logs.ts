import type { FoundLog } from '../local/logs/find-logs.ts';
import type { Clock, Ports, ScannedLine } from '../ports.ts';
import type { LogSource, WatchParts } from './watch-parts.ts';

export interface FollowOptions {
  readonly ports: Pick<Ports, 'files' | 'logs' | 'place' | 'clock'>;
  readonly findLogs: WatchParts['findLogs'];
  /** Called once per file; what it returns is given the new lines. */
  readonly open: (source: LogSource, isNew: boolean) => (lines: readonly ScannedLine[]) => void;
  /** Called after every look, with the number of files that are followed. */
  readonly onLook: (files: number) => void;
  /** A file that can no longer be read. */
  readonly onLost: (source: LogSource) => void;
}

/** How often new files are looked for. */
const LOOK_MS = 1000;
/** Where looking takes long, it is done less often: at most a tenth of the time goes to it. */
const LOOK_SHARE = 10;
/** A client writes into one of its newest files, or into a new one; an older one shows when written. */
const AT_START = 48;
/** Each is asked after five times a second; one that is long silent makes room for a new one. */
const AT_MOST = 96;
/** A file as long as this did not begin just now: it was moved here when its log was rotated. */
const NEW_BYTES = 4 * 1024 * 1024;
/** Longest text of a line that is read. */
const LINE_LENGTH = 64 * 1024;

/**
 * Follows every log of this machine, also those that appear meanwhile, until the signal says stop.
 * Of a file that is there at the start only new lines are read, of one that appears the whole.
 */
export async function followLogs(options: FollowOptions, signal: AbortSignal): Promise<void> {
  const { clock } = options.ports;
  const followers = new Followers(options, signal);
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const begun = clock.monotonic();
    // A port that throws is a folder that cannot be read now (safety L2).
    const { logs } = await options.findLogs(options.ports).catch(() => ({ logs: [] }));
    if (signal.aborted) break;
    followers.take(logs, isFirst);
    const took = clock.monotonic() - begun;
    await pause(clock, Math.max(LOOK_MS, took * LOOK_SHARE), signal);
  }
  await followers.ended();
}

interface Following {
  readonly stop: () => void;
  readonly ended: Promise<void>;
}

/** The files that are followed, the one that was heard of last at the end. */
class Followers {
  readonly #options: FollowOptions;
  readonly #signal: AbortSignal;
  readonly #following = new Map<string, Following>();
  /** When each was last changed, as far as it was looked at. */
  readonly #seen = new Map<string, number>();
  readonly #left = new Set<string>();

  constructor(options: FollowOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** @param logs what is there, the newest first */
  take(logs: readonly FoundLog[], isFirst: boolean): void {
    const fresh = logs.filter(({ source: { file }, modifiedAt }) => {
      const seen = this.#seen.get(file) ?? -Infinity;
      return !this.#following.has(file) && modifiedAt > seen;
    });
    for (const { source, modifiedAt } of logs) this.#seen.set(source.file, modifiedAt);
    for (const log of fresh.slice(0, isFirst ? AT_START : AT_MOST).toReversed())
      this.#begin(log, !isFirst);
    this.#options.onLook(this.#following.size);
  }

  async ended(): Promise<void> {
    await Promise.all([...this.#following.values()].map((one) => one.ended));
  }

  #begin({ source, size }: FoundLog, isNew: boolean): void {
    const { file } = source;
    const { ports, open, onLost } = this.#options;
    // What was already read of a file that had to make room is not read again.
    const from = isNew && size <= NEW_BYTES && !this.#left.has(file) ? 'beginning' : undefined;
    const own = new AbortController();
    const until = AbortSignal.any([this.#signal, own.signal]);
    const take = open(source, isNew);
    const onLines = (lines: readonly ScannedLine[]): void => {
      this.#heard(file);
      take(lines);
    };
    const ended = ports.logs
      .follow(file, LINE_LENGTH, onLines, until, from)
      .catch(() => onLost(source));
    this.#following.set(file, { stop: () => own.abort(), ended });
    if (this.#following.size > AT_MOST) this.#makeRoom();
  }

  #heard(file: string): void {
    const one = this.#following.get(file);
    if (one === undefined) return;
    this.#following.delete(file);
    this.#following.set(file, one);
  }

  #makeRoom(): void {
    const [file, one] = this.#following.entries().next().value ?? [];
    if (file === undefined || one === undefined) return;
    this.#following.delete(file);
    this.#left.add(file);
    one.stop();
  }
}

/** Waits, or less where the signal comes before. */
function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const stop = clock.after(ms, end);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
