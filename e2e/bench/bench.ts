/**
 * `npm run bench`: prints figures and what they are measured against, in one run and on this
 * machine. It passes no judgement: a figure is for people, and a timed test fails by itself.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, isBuilt, ROOT } from '../../build/build.ts';
import { checkBundles, describeCheck } from '../../build/check-bundles.ts';
import { reportSchema, type Report, type ReportExchange } from '../../main/contract/report.ts';
import { startPatient } from '../../main/hospital/start-patient.ts';

const CLI = path.join(ROOT, 'dist', 'cli', 'unblank.js');
const STARTS = 15;
const CHECKS = 7;
const DELAY_MS = 100;
/** First POST, resource metadata, server metadata: each needs what the one before answered. */
const CLIENT_CHAIN = 3;

interface Ended {
  readonly code: number | null;
  readonly ms: number;
  readonly stdout: string;
}

/** Runs Node with some arguments; the output is read, so that writing it is part of the time. */
function runNode(args: readonly string[]): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ms: performance.now() - started, stdout }));
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(what: string, figure: string, aim: string): void {
  console.log(`${what.padEnd(46)}${figure.padStart(12)}   aim ${aim}`);
}

/** One after the other in turns, so that what else the machine does meets both. */
async function benchStart(): Promise<void> {
  const plain: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    plain.push((await runNode(['-e', '0'])).ms);
    ours.push((await runNode([CLI, '--version'])).ms);
  }
  console.log(`Start, median of ${STARTS}`);
  line('  node -e 0', `${median(plain).toFixed(1)} ms`, '-');
  line('  unblank --version', `${median(ours).toFixed(1)} ms`, '-');
  line('  ratio', (median(ours) / median(plain)).toFixed(2), '1.5 or less');
}

interface CheckRun {
  readonly durationMs: number;
  readonly requests: number;
  /** Most requests that ran strictly one after the other. */
  readonly inRow: number;
}

async function checkOnce(): Promise<CheckRun> {
  const patient = await startPatient('healthy', { delayMs: DELAY_MS });
  try {
    const connect = patient.connectTo.flatMap((rule) => ['--connect-to', rule]);
    const args = [CLI, 'check', patient.url, '--json', '--fail-on', 'never', ...connect];
    const report = readReport(await runNode(args));
    const trace = report.targets.flatMap((target) => target.trace);
    return { durationMs: report.durationMs, requests: trace.length, inRow: longestRow(trace) };
  } finally {
    await patient.close();
  }
}

function readReport({ code, stdout }: Ended): Report {
  const report = reportSchema.safeParse(parseJson(stdout));
  if (!report.success) throw new Error(`unblank check ended with ${code} and without a report.`);
  if (!report.data.complete) throw new Error('The check of the healthy server was not complete.');
  return report.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Of all that ended before it began, each takes the first to end: the greedy row is the longest. */
function longestRow(trace: readonly ReportExchange[]): number {
  const spans = trace.map((one) => {
    const from = Date.parse(one.startedAt);
    return { from, to: from + one.durationMs };
  });
  let row = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.sort((one, other) => one.to - other.to)) {
    if (from < free) continue;
    row += 1;
    free = to;
  }
  return row;
}

async function benchVerdict(): Promise<void> {
  const runs: CheckRun[] = [];
  for (let round = 0; round < CHECKS; round += 1) runs.push(await checkOnce());
  const ms = median(runs.map((run) => run.durationMs));
  const rows = median(runs.map((run) => run.inRow));
  console.log(`\nVerdict on a healthy server, ${DELAY_MS} ms an answer, median of ${CHECKS}`);
  line('  check URL, from its report', `${ms.toFixed(1)} ms`, '-');
  line('  requests in all', String(runs[0]?.requests), '-');
  line(
    `  ratio to what a client needs, ${CLIENT_CHAIN} in a row`,
    ratio(ms, CLIENT_CHAIN),
    '1.2 or less',
  );
  line(`  ratio to what the check did, ${rows} in a row`, ratio(ms, rows), '-');
}

function ratio(ms: number, inRow: number): string {
  return (ms / (inRow * DELAY_MS)).toFixed(2);
}

async function printSizes(): Promise<void> {
  console.log('\nBundles, minified: all of it, budget, loaded at the start');
  for (const check of await checkBundles()) console.log(`  ${describeCheck(check)}`);
}

async function main(): Promise<void> {
  if (!(await isBuilt())) await build();
  await benchStart();
  await benchVerdict();
  await printSizes();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
