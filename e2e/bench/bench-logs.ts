import { build as bundle } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { needlesFor } from '../../main/engine/local/logs/signatures/index.ts';
import type { LogsFigures } from './bench-logs-child.ts';
import { generateLog } from './generated-log.ts';
import { line, median, run, runNode } from './measure.ts';

const CHILD = path.join(ROOT, 'e2e', 'bench', 'bench-logs-child.ts');
const MIB = 1024 * 1024;
const SIZE = 1024 * MIB;
const ROUNDS = 3;
const SPARSE = 2000;

interface Bench {
  readonly log: string;
  readonly needles: string;
  readonly child: string;
}
interface Measured {
  readonly ours: readonly LogsFigures[];
  /** Milliseconds of each run of ripgrep; empty where there is none. */
  readonly theirs: readonly number[];
}

/**
 * Log scanning on a generated log of 1 GiB with the texts that are looked for in a server's log of
 * Claude Desktop, from the memory of the system; ripgrep looks for the same ones, in turns with ours.
 * Its time has its start in it, and no line numbers; ours has no start, and line numbers.
 */
export async function benchLogs(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unblank-bench-logs-'));
  const at = (name: string) => path.join(folder, name);
  const bench = { log: at('bench.log'), needles: at('needles'), child: at('child.mjs') };
  try {
    const needles = [...new Set(needlesFor('desktop-server'))];
    await writeFile(bench.needles, `${needles.join('\n')}\n`);
    await bundleChild(bench.child);
    console.log(`\nLog scanning, 1 GiB, ${needles.length} texts, median of ${ROUNDS}`);
    await benchSparse(bench, needles);
    await benchDense(bench, needles);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function benchSparse(bench: Bench, needles: readonly string[]): Promise<void> {
  await generateLog({ path: bench.log, bytes: SIZE, every: SPARSE, needles });
  const measured = await measure(bench);
  const ours = speedOf(measured.ours.map(({ ms }) => ms));
  const theirs = speedOf(measured.theirs);
  line(`  one line in ${SPARSE} a hit`, `${ours.toFixed(0)} MiB/s`, '-');
  if (measured.theirs.length === 0) console.log('  ripgrep is not installed: not measured');
  else {
    line('  ripgrep', `${theirs.toFixed(0)} MiB/s`, '-');
    line('  ratio', (ours / theirs).toFixed(2), '0.8 or more');
  }
  printRest(measured.ours);
}

async function benchDense(bench: Bench, needles: readonly string[]): Promise<void> {
  await generateLog({ path: bench.log, bytes: SIZE, every: 1, needles });
  const measured = await measureOurs(bench, ROUNDS);
  const ours = speedOf(measured.map(({ ms }) => ms));
  line('  every line a hit', `${ours.toFixed(0)} MiB/s`, '150 MiB/s or more');
  printRest(measured);
}

function printRest(ours: readonly LogsFigures[]): void {
  const of = (value: (one: LogsFigures) => number) => median(ours.map(value));
  line('    first lines after', `${of((one) => one.firstMs).toFixed(0)} ms`, '100 ms or less');
  line('    memory grows by', `${of((one) => one.memoryMb).toFixed(0)} MiB`, '40 MiB or less');
  line('    thread held at once for', `${of((one) => one.stallMs).toFixed(0)} ms`, '16 ms or less');
  line('    processor time of that', `${of((one) => one.busyMs).toFixed(0)} ms`, '-');
}

async function measure(bench: Bench): Promise<Measured> {
  const [ours, theirs]: [LogsFigures[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const time = await ripgrep(['-F', '-f', bench.needles, bench.log]);
    if (time !== null) theirs.push(time);
    ours.push(...(await measureOurs(bench, 1)));
  }
  return { ours, theirs };
}

async function measureOurs({ child, log, needles }: Bench, rounds: number): Promise<LogsFigures[]> {
  const figures: LogsFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { code, stdout } = await runNode([child, log, needles]);
    if (code !== 0) throw new Error(`The scan of the log ended with ${code}.`);
    figures.push(JSON.parse(stdout) as LogsFigures);
  }
  return figures;
}

/** Milliseconds, or null where it is not installed. It writes what it finds, as ours hands it over. */
async function ripgrep(args: readonly string[]): Promise<number | null> {
  const ended = await run('rg', ['--no-config', ...args], process.env).catch(() => null);
  return ended === null || ended.code !== 0 ? null : ended.ms;
}

function speedOf(times: readonly number[]): number {
  return SIZE / MIB / (median(times) / 1000);
}

async function bundleChild(outfile: string): Promise<void> {
  await bundle({
    ...{ entryPoints: [CHILD], outfile, bundle: true, minify: true },
    ...{ platform: 'node', format: 'esm', target: 'node20.19', logLevel: 'silent' },
  });
}
