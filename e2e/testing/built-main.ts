import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUNDLES } from '../../build/bundles.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../electron-stand-in/fixtures');

/**
 * Bundles a main process of e2e/electron-stand-in/fixtures as the shipped one is bundled, gives it to
 * the work and removes it.
 * @param name of the fixture, without its ending
 */
export async function withBuiltMain<T>(
  name: string,
  work: (main: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unblank-fixture-main-'));
  try {
    const { options } = BUNDLES.find((one) => one.name === 'main')!;
    const entryPoints = { main: path.join(FIXTURES, `${name}.ts`) };
    await build({ ...options, entryPoints, outdir: folder, outExtension: { '.js': '.mjs' } });
    return await work(path.join(folder, 'main.mjs'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
