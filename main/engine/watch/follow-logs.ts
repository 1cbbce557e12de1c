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
/** A client writes into one of its newest files, or into a new one; thousands of old ones can lie there. */
const AT_START = 256;
/** So many files in one watch can only be made to be many. */
const AT_MOST = 1024;
/** A file as long as this did not begin just now: it was moved here when its log was rotated. */
const NEW_BYTES = 4 * 1024 * 1024;
/** Longest text of a line that is read. */
const LINE_LENGTH = 64 * 1024;

/**
 * Follows every log of this machine, also those that appear meanwhile, until the signal says stop.
 * Of a file that is there at the start only new lines are read, of one that appears the whole.
 */
export async function followLogs(options: FollowOptions, signal: AbortSignal): Promise<void> {
  const { ports, findLogs } = options;
  const known = new Set<string>();
  const following: Promise<void>[] = [];
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const all = await findLogs(ports, signal).catch(() => []);
    const found = all.filter(({ file }) => !known.has(file));
    for (const { file } of found) known.add(file);
    const wanted = isFirst ? await newest(found, ports) : found;
    for (const source of wanted.slice(0, AT_MOST - following.length))
      following.push(
        followOne(source, !isFirst, options, signal).catch(() => options.onLost(source)),
      );
    options.onLook(following.length);
    await pause(ports.clock, LOOK_MS, signal);
  }
  await Promise.all(following);
}

async function newest(
  found: readonly LogSource[],
  { files }: FollowOptions['ports'],
): Promise<readonly LogSource[]> {
  if (found.length <= AT_START) return found;
  const dated = await Promise.all(
    found.map(async (source) => ({
      source,
      at: (await files.stat(source.file))?.modifiedAt ?? 0,
    })),
  );
  return dated
    .toSorted((one, two) => two.at - one.at)
    .slice(0, AT_START)
    .map(({ source }) => source);
}

async function followOne(
  source: LogSource,
  isNew: boolean,
  { ports, open }: FollowOptions,
  signal: AbortSignal,
): Promise<void> {
  const { files, logs } = ports;
  const size = isNew ? ((await files.stat(source.file))?.size ?? 0) : 0;
  const from = isNew && size <= NEW_BYTES ? 'beginning' : undefined;
  await logs.follow(source.file, LINE_LENGTH, open(source, isNew), signal, from);
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
