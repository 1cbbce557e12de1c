import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../../build/bundles.ts';

/**
 * Bundles a child of this folder, so that starting it costs no compiling, gives it to the work and
 * removes it.
 * @param name of its file, without its ending
 */
export async function withBuiltChild<T>(
  name: string,
  work: (file: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unblank-kills-'));
  try {
    const { options } = BUNDLES.find((one) => one.name === 'cli')!;
    const entryPoints = { [name]: path.join(import.meta.dirname, `${name}.ts`) };
    const outdir = path.join(folder, 'built');
    await build({ ...options, entryPoints, outdir, outExtension: { '.js': '.mjs' } });
    return await work(path.join(outdir, `${name}.mjs`), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
