/**
 * `npm run oracle`: what real clients do with the servers of the hospital, beside what Unblank
 * predicts. `npm run oracle -- [--client=ID@VERSION] [--configs] [--fixes] [SERVER…]`; with --configs only
 * what Claude Code makes of configurations (configs/), with --fixes only what it makes of set-ups before
 * and after Unblank’s fix (fixes/). Opt-in: it runs programs that the user has
 * installed (`npm run oracle -- --install` fetches them into .oracle/, which git ignores), and writes
 * what they did to recorded/ and configs/recorded/, which `npm test` replays. Where the system allows
 * it, all of it runs in a network of its own that has only loopback.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import type { Patient } from '../../main/hospital/patient.ts';
import { PATIENTS } from '../../main/hospital/patients/index.generated.ts';
import { startPatient } from '../../main/hospital/start-patient.ts';
import { recordConfigs } from './configs/record-configs.ts';
import { recordFixes } from './fixes/record-fixes.ts';
import { REAL_CLIENTS } from './clients/index.ts';
import { isMet } from './is-met.ts';
import { predictAll } from './predict.ts';
import { recordFile, type Recorded } from './recorded.ts';
import type { RealClient } from './real-client.ts';

const FOLDER = path.join(ROOT, '.oracle');
const args = process.argv.slice(2);

if (args.includes('--install')) install();
else if (process.env.UNBLANK_ORACLE_ALONE === undefined && canBeAlone()) runAlone();
else await main(args);

function install(): void {
  for (const client of REAL_CLIENTS) {
    const folder = folderOf(client);
    const command = ['install', '--ignore-scripts', '--force', '--prefix', folder, client.packages];
    const { status } = spawnSync('npm', command, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}

function folderOf({ id, version }: RealClient): string {
  return path.join(FOLDER, `${id}-${version}`);
}

function canBeAlone(): boolean {
  return spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
}

function runAlone(): void {
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const script = 'ip link set lo up && exec "$@"';
  const { status } = spawnSync('unshare', ['-rn', 'sh', '-c', script, 'sh', ...again], {
    stdio: 'inherit',
    env: { ...process.env, UNBLANK_ORACLE_ALONE: '1' },
  });
  process.exitCode = status ?? 1;
}

async function main(words: readonly string[]): Promise<void> {
  const only = words.find((one) => one.startsWith('--client='))?.slice('--client='.length);
  const names = words.filter((one) => !one.startsWith('--'));
  const alone = process.env.UNBLANK_ORACLE_ALONE === '1';
  console.log(alone ? 'In a network that has only loopback.' : 'In the network of this machine.');
  const patients = (PATIENTS as readonly Patient[]).filter(isMet);
  const wanted = patients.filter((one) => names.length === 0 || names.includes(one.name));
  const asked = REAL_CLIENTS.filter(
    ({ id, version }) => only === undefined || `${id}@${version}`.startsWith(only),
  );
  for (const client of asked) {
    const program = client.program(folderOf(client));
    if (!existsSync(program)) {
      console.log(`${client.id} ${client.version} is not installed; npm run oracle -- --install`);
      continue;
    }
    const isAll = !words.includes('--configs') && !words.includes('--fixes');
    if (isAll) await judge(client, program, wanted);
    if (client.id !== 'claude-code' || names.length > 0) continue;
    if (isAll || words.includes('--configs')) await recordConfigs(program, client.version, alone);
    if (isAll || words.includes('--fixes')) await recordFixes(program, client.version);
  }
}

async function judge(
  client: RealClient,
  program: string,
  patients: readonly Patient[],
): Promise<void> {
  const before = await readRecords(client);
  for (const patient of patients) {
    const record = await meet(client, program, patient);
    before.set(patient.name, record.seen);
    console.log(record.line);
  }
  const rows = [...before.values()].sort((one, two) => (one.patient < two.patient ? -1 : 1));
  await mkdir(path.dirname(recordFile(client)), { recursive: true });
  await writeFile(recordFile(client), `${JSON.stringify(rows, null, 2)}\n`);
}

async function readRecords(client: RealClient): Promise<Map<string, Recorded>> {
  const text = await readFile(recordFile(client), 'utf8').catch(() => '[]');
  return new Map((JSON.parse(text) as Recorded[]).map((one) => [one.patient, one]));
}

async function meet(client: RealClient, program: string, patient: Patient) {
  const running = await startPatient(patient.name);
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-oracle-'));
  try {
    if (running.ca !== null) await writeFile(path.join(home, 'ca.pem'), running.ca);
    const real = await client.connect(program, running, home);
    const last = running.requests[real.requests - 1];
    const lastRequest =
      last === undefined ? null : `${last.method} ${new URL(last.url).pathname} ${last.status}`;
    const { connected } = real;
    const seen: Recorded = {
      patient: patient.name,
      connected,
      said: clean(real.said, home),
      lastRequest,
    };
    const all = await predictAll(running);
    const ours = all.find((one) => one.client === client.id && one.version === client.version);
    const predicted = ours?.verdict.outcome !== 'blocked';
    const mark = predicted === real.connected ? 'same' : 'DIFF';
    const stop = ours?.verdict.stopsAt;
    const asked = stop ? `${stop.method} ${new URL(stop.url).pathname}` : '-';
    const line = `${mark} ${client.id} ${client.version} ${patient.name}: we ${ours?.verdict.outcome} ${ours?.verdict.cause ?? ''} at ${asked}; it ${real.connected ? 'connected' : `stopped after ${lastRequest}: ${seen.said}`}`;
    return { seen, line };
  } finally {
    await running.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** Ports, ids and folders differ from run to run. */
function clean(said: string | null, home: string): string | null {
  const here = said?.replaceAll(home, 'HOME').replace(/:\d{4,5}\b/g, ':PORT');
  return here?.replace(/[0-9a-f-]{32,}/g, 'ID').trim() ?? null;
}
