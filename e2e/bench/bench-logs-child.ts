/**
 * `bench-logs-child.ts LOG NEEDLES`: scans a log as the app does, in a process of its own, and prints
 * what that took as `LogsFigures`. Bundled before it runs (bench-logs.ts), as what is shipped is.
 */
import { readFileSync } from 'node:fs';
import { createLogs } from '../../main/platform/logs/create-logs.ts';

export interface LogsFigures {
  readonly ms: number;
  readonly lines: number;
  /** From the call to the first lines. */
  readonly firstMs: number;
  /** Largest resident memory, more than before the scan. */
  readonly memoryMb: number;
  /** The longest time in which the thread did nothing else. */
  readonly stallMs: number;
  /** The most processor time of the process in such a time: what is left on an idle machine. */
  readonly busyMs: number;
}

/** Ticks as often as it may; what lies between two ticks is one piece of work, or two. */
function watchThread() {
  let [stallMs, busyMs] = [0, 0];
  let [at, used] = [performance.now(), process.cpuUsage()];
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(used);
    stallMs = Math.max(stallMs, performance.now() - at);
    busyMs = Math.max(busyMs, (user + system) / 1000);
    [at, used] = [performance.now(), process.cpuUsage()];
  }, 1);
  return () => {
    clearInterval(timer);
    return { stallMs, busyMs };
  };
}

async function scan(log: string, needles: readonly string[]): Promise<LogsFigures> {
  const before = process.memoryUsage.rss();
  const stop = watchThread();
  const started = performance.now();
  let [lines, firstMs] = [0, Number.NaN];
  await createLogs({ roots: null }).scan(
    log,
    { needles, newestBytes: null, lineLength: 4000 },
    (more) => {
      if (lines === 0) firstMs = performance.now() - started;
      lines += more.length;
    },
    new AbortController().signal,
  );
  const ms = performance.now() - started;
  const memoryMb = (process.resourceUsage().maxRSS * 1024 - before) / (1024 * 1024);
  return { ms, lines, firstMs, memoryMb, ...stop() };
}

const [log = '', needles = ''] = process.argv.slice(2);
const figures = await scan(log, readFileSync(needles, 'utf8').trimEnd().split('\n'));
process.stdout.write(JSON.stringify(figures));
