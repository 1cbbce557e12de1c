import { build as bundle } from 'esbuild';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { needlesFor } from '../../main/engine/local/logs/signatures/index.ts';
import { withHome, type Home } from '../homes/home.ts';
import { busyHome } from './bench-check-home.ts';
import type { RepairFigures } from './bench-repair-child.ts';
import { generateLog } from './generated-log.ts';
import { line, median, runNodeTold } from './measure.ts';

const CHILD = path.join(ROOT, 'e2e', 'bench', 'bench-repair-child.ts');
const MIB = 1024 * 1024;
const LOG = 64 * MIB;
const ROUNDS = 3;

interface Measured extends RepairFigures {
  readonly peakMb: number;
}

/**
 * What repairing costs, each in a process of its own: a bundle of 50 MB of logs (redacted, zipped,
 * looked at again, saved, looked at again), a backup and a restore of the same home, and redaction
 * against reading the same file.
 */
export async function benchRepair(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unblank-bench-repair-'));
  try {
    const child = path.join(folder, 'child.cjs');
    await bundleChild(child);
    await withHome(stocked(busyHome()), async ({ home }) => {
      printBundle(await measure(child, 'bundle', home));
      printBackup(await measure(child, 'backup', home));
    });
    const log = path.join(folder, 'bench.log');
    const needles = [...new Set(needlesFor('desktop-server'))];
    await generateLog({ path: log, bytes: LOG, every: 2000, needles });
    printRedaction(await measure(child, 'redact', log), (await stat(log)).size);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a user of some years has besides: settings, and the stores of ten sign-ins. */
function stocked(home: Home): Home {
  const urls = Array.from({ length: 10 }, (_, at) => `https://store-${at}.example/mcp`);
  const settled = home
    .codeSettings({ permissions: { allow: ['mcp__acme'] } })
    .codeSignIns({ mcpOAuth: {} });
  return urls.reduce(
    (built, url, at) =>
      built
        .remoteFile(url, 'tokens.json', { access_token: `not-a-token-${at}`, token_type: 'bearer' })
        .remoteFile(url, 'client_info.json', { client_id: `client-${at}` }),
    settled,
  );
}

function printBundle(figures: readonly Measured[]): void {
  console.log(`\nBundle of a home with 10 servers and 50 MB of logs, median of ${ROUNDS}`);
  const ms = (name: string) => `${of(figures, name).toFixed(0)} ms`;
  line('  collected, redacted, zipped, read again', ms('preview'), '-');
  line('  saved, read again, looked at for secrets', ms('save'), '-');
  line(
    '  size',
    `${(median(figures.map(({ bytes }) => bytes)) / MIB).toFixed(1)} MiB`,
    '25 or less',
  );
  const peak = median(figures.map(({ peakMb }) => peakMb));
  line('  memory at most', `${peak.toFixed(0)} MiB`, 'under 150 MiB');
}

function printBackup(figures: readonly Measured[]): void {
  console.log('Backup of the same home, all that can be changed');
  const ms = (name: string) => `${of(figures, name).toFixed(0)} ms`;
  line('  backed up, fsynced, read again', ms('backup'), '100 ms or less');
  line('  one file put back: preview, backup, write', ms('restore'), '100 ms or less');
}

function printRedaction(figures: readonly Measured[], size: number): void {
  const [read, redact] = [of(figures, 'read'), of(figures, 'redact')];
  const speed = (ms: number) => `${(size / MIB / (ms / 1000)).toFixed(0)} MiB/s`;
  console.log('Redaction of a log of 64 MiB');
  line('  reading it as text', speed(read), '-');
  line('  reading and redacting it', speed(redact), '100 MiB/s or more');
  line('  ratio', (redact / read).toFixed(1), '-');
}

function of(figures: readonly Measured[], name: string): number {
  return median(figures.map(({ ms }) => ms[name] ?? Number.NaN));
}

async function measure(child: string, what: string, target: string): Promise<Measured[]> {
  const all: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { code, stdout, peakMb } = await runNodeTold([child, what, target]);
    if (code !== 0 || peakMb === null) throw new Error(`The ${what} ended with ${code}.`);
    all.push({ ...(JSON.parse(stdout) as RepairFigures), peakMb });
  }
  return all;
}

async function bundleChild(outfile: string): Promise<void> {
  await bundle({
    ...{ entryPoints: [CHILD], outfile, bundle: true, minify: true },
    ...{ platform: 'node', format: 'cjs', target: 'node20.19', logLevel: 'silent' },
    mainFields: ['module', 'main'],
  });
}
