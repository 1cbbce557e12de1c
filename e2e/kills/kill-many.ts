import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Started } from './run-work.ts';

export interface KillRun {
  /** A bundle that calls `runWork`. */
  readonly file: string;
  readonly args: readonly string[];
  readonly kills: number;
  /** The moments of the kills follow from it. */
  readonly seed: number;
  /** The longest that a child works before it is killed. */
  readonly upToMs: number;
  /**
   * Called after each kill, while nothing runs.
   * @param done number of the last step that was told to be done; null before the first start
   * @returns what is wrong, a line each
   */
  readonly judge: (done: number | null) => readonly string[];
}

export interface KillFigures {
  readonly kills: number;
  /** Steps that were done altogether. */
  readonly steps: number;
  readonly ms: number;
  readonly problems: readonly string[];
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a child, kills it -9 at a random moment, judges what it left, and starts the next one, which
 * must find and mend what is left. The next child loads while the one before it works, because
 * loading takes most of the time.
 */
export async function killMany(run: KillRun): Promise<KillFigures> {
  const begin = performance.now();
  const random = createRandom(run.seed);
  const problems: string[] = [];
  let done: number | null = null;
  let steps = 0;
  let next = start(run);
  for (let kill = 1; kill <= run.kills && problems.length < 5; kill += 1) {
    const child = next;
    const life = await child.letWork();
    next = start(run);
    // Some are killed while they start, which is when they mend what the one before them left.
    if (random() < 0.75) await life.started;
    await new Promise((resolve) => setTimeout(resolve, random() * run.upToMs));
    const end = await life.kill();
    steps += end.steps.length;
    done = end.steps.at(-1) ?? end.started?.step ?? done;
    const wrong = [...end.problems, ...run.judge(done)];
    problems.push(...wrong.map((line) => `kill ${kill}, step ${done ?? '-'}: ${line}`));
  }
  await next.end();
  return { kills: run.kills, steps, ms: performance.now() - begin, problems };
}

interface Life {
  /** Resolves when it told that it has started, or has ended. */
  readonly started: Promise<unknown>;
  kill(): Promise<Told>;
}

interface Told {
  readonly started: Started | null;
  readonly steps: readonly number[];
  readonly problems: readonly string[];
}

function start({ file, args }: KillRun): { letWork(): Promise<Life>; end(): Promise<void> } {
  const child: Child = spawn(process.execPath, [file, ...args], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let [out, errors] = ['', ''];
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdin.on('error', () => undefined);
  const said = (what: RegExp) =>
    new Promise<void>((resolve) => {
      child.stdout.on('data', () => what.test(out) && resolve());
    });
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  const [loaded, started] = [said(/^loaded\n/), said(/\nstarted .*\n/)];
  const end = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  return {
    end,
    async letWork() {
      await Promise.race([loaded, closed]);
      child.stdin.write('go\n');
      const kill = async () => {
        await end();
        return read(out, errors);
      };
      return { started: Promise.race([started, closed]), kill };
    },
  };
}

/** A line that was cut off by the kill was not told. */
function read(out: string, errors: string): Told {
  const lines = out.split('\n').slice(0, -1);
  const line = lines.find((one) => one.startsWith('started '));
  const started = line === undefined ? null : (JSON.parse(line.slice(8)) as Started);
  const steps = lines.filter((one) => /^\d+$/.test(one)).map(Number);
  const crash = errors === '' ? [] : [`it ended by itself: ${errors.slice(0, 600)}`];
  return { started, steps, problems: [...(started?.problems ?? []), ...crash] };
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
