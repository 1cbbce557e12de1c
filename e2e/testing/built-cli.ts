import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../../build/bundles.ts';
import { ROOT } from '../../build/build.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Whoever reads stdout: to the end, or gone at once, as `head -0` is. */
type Reader = 'stays' | 'leaves';

/**
 * The command line as it is shipped, bundled afresh into a folder of its own, so that tests see
 * what users run and not what happens to lie in dist. The folder is below the repository, because
 * the bundle finds its few packages from there.
 */
export async function builtCli(): Promise<{
  /** Its entry, for whoever starts it in a way of their own. */
  file: string;
  run: (args: readonly string[], env?: Record<string, string>, reader?: Reader) => Promise<Ended>;
  remove: () => Promise<void>;
}> {
  const bundle = BUNDLES.find((one) => one.name === 'cli')!;
  const folder = await mkdtemp(path.join(ROOT, 'node_modules', '.cli-'));
  const entryPoints = Object.fromEntries(
    Object.entries(bundle.entries).map(([name, source]) => [name, path.join(ROOT, source)]),
  );
  await build({ ...bundle.options, entryPoints, outdir: path.join(folder, 'cli') });
  const file = path.join(folder, 'cli', 'unblank.js');
  return {
    file,
    run: (args, env = {}, reader = 'stays') => runNode([file, ...args], env, reader),
    remove: () => rm(folder, { recursive: true }),
  };
}

function runNode(
  args: readonly string[],
  env: Record<string, string>,
  reader: Reader,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, args, { env: { PATH, ...env } });
    let [stdout, stderr] = ['', ''];
    if (reader === 'leaves') child.stdout.destroy();
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
