import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { reportSchema, type Report } from '../../main/contract/report.ts';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import { runProgram } from '../oracle/run-program.ts';
import { longestRow } from './longest-row.ts';
import { line, median, run, runNode, runNodeTold, type Ended } from './measure.ts';

const CLI = path.join(ROOT, 'dist', 'cli', 'unblank.js');
const ORACLE = path.join(ROOT, '.oracle');
const CHECKS = 7;
const DELAY_MS = 100;
const MANY = 200;

interface CheckRun {
  readonly durationMs: number;
  readonly requests: number;
  /** Most requests that ran strictly one after the other. */
  readonly inRow: number;
}

/** Time to a verdict, alone and beside the real clients that are installed for the oracle. */
export async function benchVerdict(): Promise<void> {
  const runs: CheckRun[] = [];
  for (let round = 0; round < CHECKS; round += 1) runs.push(await checkOnce());
  const ms = median(runs.map((one) => one.durationMs));
  const rows = median(runs.map((one) => one.inRow));
  console.log(`\nVerdict on a healthy server, ${DELAY_MS} ms an answer, median of ${CHECKS}`);
  line('  check URL, from its report', `${ms.toFixed(0)} ms`, '-');
  line('  requests in all', String(runs[0]?.requests), '-');
  line(`  ratio to its longest row, ${rows} in a row`, (ms / (rows * DELAY_MS)).toFixed(2), '1.15');
  await besideClients();
}

async function checkOnce(): Promise<CheckRun> {
  const patient = await startPatient('healthy', { delayMs: DELAY_MS });
  try {
    const report = readReport(await runNode(argumentsFor([patient])));
    const trace = report.targets.flatMap((target) => target.trace);
    return { durationMs: report.durationMs, requests: trace.length, inRow: longestRow(trace) };
  } finally {
    await patient.close();
  }
}

/** The whole time of a program, ours too, on the same kind of server in the same run. */
async function besideClients(): Promise<void> {
  const claude = path.join(
    ORACLE,
    'claude-code-2.1.330/node_modules/@anthropic-ai/claude-code-linux-x64/claude',
  );
  const remote = path.join(ORACLE, 'mcp-remote-0.15.1/node_modules/.bin/mcp-remote-client');
  const ours = await wall(({ url }) =>
    runNode([CLI, 'check', url, '--json', '--fail-on', 'never']),
  );
  line('  unblank check, the whole program', `${ours.toFixed(0)} ms`, '-');
  if (existsSync(claude))
    await lineFor('claude mcp list', ours, (one, home) => list(claude, one, home));
  if (existsSync(remote))
    await lineFor('mcp-remote up to its sign-in page', ours, (one, home) =>
      signIn(remote, one, home),
    );
  if (!existsSync(claude))
    console.log('  real clients: not installed (npm run oracle -- --install)');
}

type Timed = Pick<Ended, 'ms'>;
type Way = (patient: RunningPatient, home: string) => Promise<Timed>;

async function lineFor(name: string, ours: number, way: Way): Promise<void> {
  const ms = await wall(way);
  line(`  ${name}`, `${ms.toFixed(0)} ms`, '-');
  line(`  unblank to ${name}`, (ours / ms).toFixed(2), '-');
}

async function wall(way: Way): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const patient = await startPatient('healthy', { delayMs: DELAY_MS });
    const home = await mkdtemp(path.join(tmpdir(), 'unblank-bench-'));
    try {
      times.push((await way(patient, home)).ms);
    } finally {
      await patient.close();
      await rm(home, { recursive: true, force: true });
    }
  }
  return median(times);
}

async function list(claude: string, { url }: RunningPatient, home: string): Promise<Ended> {
  const env = { ...alone(home), DISABLE_TELEMETRY: '1', DISABLE_AUTOUPDATER: '1' };
  const quiet = { ...env, CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', TERM: 'dumb' };
  await run(claude, ['mcp', 'add', '--transport', 'http', '-s', 'user', 'bench', url], quiet);
  return run(claude, ['mcp', 'list'], quiet);
}

/** Until it has the address of the sign-in page: from there on it waits for a person. */
async function signIn(remote: string, { url }: RunningPatient, home: string): Promise<Timed> {
  const started = performance.now();
  await runProgram({
    command: process.execPath,
    args: [remote, url, '--allow-http', '--debug'],
    env: { HOME: home, PATH: '/usr/bin:/bin', BROWSER: '/bin/true' },
    cwd: home,
    limitMs: 20_000,
    isOver: (text) => text.includes('visiting:'),
  });
  return { ms: performance.now() - started };
}

function alone(home: string): NodeJS.ProcessEnv {
  return { HOME: home, PATH: '/usr/bin:/bin' };
}

/** Two hundred servers at once beside one, and what that takes of memory. */
export async function benchMany(): Promise<void> {
  const one = await checkMany(1);
  const many = await checkMany(MANY);
  console.log(`\n${MANY} servers at once, ${DELAY_MS} ms an answer`);
  line('  one server, the whole program', `${one.ms.toFixed(0)} ms`, '-');
  line(`  ${MANY} servers`, `${many.ms.toFixed(0)} ms`, '-');
  line('  ratio', (many.ms / one.ms).toFixed(1), '2');
  line('  requests', String(many.requests), '-');
  line('  requests a second', ((many.requests / many.ms) * 1000).toFixed(0), '-');
  line('  memory at most, one and all', `${one.mb.toFixed(0)}, ${many.mb.toFixed(0)} MB`, '-');
}

async function checkMany(count: number): Promise<{ ms: number; mb: number; requests: number }> {
  const started = Array.from({ length: count }, () =>
    startPatient('healthy', { delayMs: DELAY_MS }),
  );
  const patients = await Promise.all(started);
  try {
    const ended = await runNodeTold(argumentsFor(patients));
    readReport(ended);
    const requests = patients.reduce((all, one) => all + one.requests.length, 0);
    return { ms: ended.ms, mb: ended.peakMb ?? Number.NaN, requests };
  } finally {
    await Promise.all(patients.map((one) => one.close()));
  }
}

function argumentsFor(patients: readonly RunningPatient[]): string[] {
  return [CLI, 'check', ...patients.map((one) => one.url), '--json', '--fail-on', 'never'];
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
