import { build, type Metafile } from 'esbuild';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUNDLES, type Bundle } from './bundles.ts';
import { checkBundle, describeCheck } from './check-bundles.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const row = (changes: Partial<Bundle>): Bundle => ({
  name: 'sample',
  folder: 'dist/sample',
  entries: { index: 'main/engine/sample.ts' },
  options: { platform: 'node' },
  layers: ['contract', 'engine'],
  lazy: [],
  budget: null,
  copies: [],
  ...changes,
});

/** Bundles sources given as text, as if they lay in the repository. */
async function metafileOf(sources: Record<string, string>, bundle: Bundle): Promise<Metafile> {
  const place = (file: string) => path.join(ROOT, file);
  const result = await build({
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    splitting: true,
    format: 'esm',
    chunkNames: 'chunk-[hash]',
    entryPoints: { ...bundle.entries },
    outdir: bundle.folder,
    logLevel: 'silent',
    ...bundle.options,
    metafile: true,
    plugins: [
      {
        name: 'sources',
        setup(hooks) {
          hooks.onResolve({ filter: /^\.|^main\// }, ({ path: to, resolveDir, kind }) => ({
            path: kind === 'entry-point' ? place(to) : path.resolve(resolveDir, to),
          }));
          hooks.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
            const contents = sources[path.relative(ROOT, file).split(path.sep).join('/')];
            return contents === undefined ? null : { contents, resolveDir: path.dirname(file) };
          });
        },
      },
    ],
  });
  return result.metafile;
}

async function failuresOf(sources: Record<string, string>, changes: Partial<Bundle> = {}) {
  const bundle = row(changes);
  return checkBundle(bundle, await metafileOf(sources, bundle)).failures;
}

describe('the check of the bundles', () => {
  test('passes a bundle that holds its own layers only', async () => {
    const sources = {
      'main/engine/sample.ts': "import { one } from '../contract/sample.ts'; console.log(one);",
      'main/contract/sample.ts': 'export const one = 1;',
    };
    expect(await failuresOf(sources)).toEqual([]);
  });

  test('names a source of a layer that the bundle may not hold', async () => {
    const sources = { 'main/platform/sample.ts': 'console.log(1);' };
    const failures = await failuresOf(sources, { entries: { index: 'main/platform/sample.ts' } });
    expect(failures).toEqual([
      'sample holds main/platform/sample.ts (platform); it may hold: contract, engine.',
    ]);
  });

  test('names an import that the layer table forbids, also of a Node module', async () => {
    const sources = {
      'main/engine/sample.ts': "import { readFileSync } from 'node:fs'; console.log(readFileSync);",
    };
    const failures = await failuresOf(sources);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain('engine may not import node:fs');
  });

  test('J6: names a test file that got into a bundle', async () => {
    const sources = {
      'main/engine/sample.ts': "import { one } from './sample.test.ts'; console.log(one);",
      'main/engine/sample.test.ts': 'export const one = 1;',
    };
    const failures = await failuresOf(sources);
    expect(failures.some((one) => one.includes('holds main/engine/sample.test.ts (tests)'))).toBe(
      true,
    );
  });

  test('names code that is loaded at the start though it must wait', async () => {
    const sources = {
      'main/engine/sample.ts': "import { one } from './slow.ts'; console.log(one);",
      'main/engine/slow.ts': 'export const one = 1;',
    };
    expect(await failuresOf(sources, { lazy: ['main/engine/slow.ts'] })).toEqual([
      'sample loads main/engine/slow.ts at its start; import() it on demand.',
    ]);
  });

  test('accepts the same code as a chunk that is loaded on demand', async () => {
    const sources = {
      'main/engine/sample.ts': "const { one } = await import('./slow.ts'); console.log(one);",
      'main/engine/slow.ts': 'export const one = 1;',
    };
    expect(await failuresOf(sources, { lazy: ['main/engine/slow.ts'] })).toEqual([]);
  });

  test('names a package outside the bundle that is loaded at the start though it must wait', async () => {
    const sources = {
      'main/hosts/browser/sample.ts': "import { chromium } from 'playwright-core'; chromium;",
    };
    const failures = await failuresOf(sources, {
      entries: { index: 'main/hosts/browser/sample.ts' },
      layers: ['hosts/browser'],
      lazy: ['playwright-core'],
      options: { platform: 'node', external: ['playwright-core'] },
    });
    expect(failures).toEqual(['sample loads playwright-core at its start; import() it on demand.']);
  });

  test('passes over a value that the bundler put in', async () => {
    const sources = { 'main/engine/sample.ts': 'console.log(CHANNELS.calls, CHANNELS.events);' };
    const define = { CHANNELS: JSON.stringify({ calls: ['a'], events: ['b'] }) };
    expect(await failuresOf(sources, { options: { define } })).toEqual([]);
  });

  test('names a bundle over its budget, with both figures', async () => {
    const text = 'x'.repeat(3000);
    const sources = { 'main/engine/sample.ts': `console.log('${text}');` };
    const failures = await failuresOf(sources, { budget: 2048 });
    expect(failures[0]).toMatch(/^sample loads 3\.0 KB at its start, over its 2\.0 KB\.$/);
  });

  test('prints name, size and budget on one line', () => {
    const check = { name: 'main', size: 2048, budget: 4096, initial: 1024, failures: [] };
    expect(describeCheck(check)).toBe('main         2.0 KB      4.0 KB  at start 1.0 KB');
  });
});

describe('the table of bundles', () => {
  test('J6: no bundle is written with a source map or unminified', () => {
    const maps = BUNDLES.map((one) => [one.options.sourcemap, one.options.minify]);
    expect(maps.every(([map, minify]) => map === false && minify === true)).toBe(true);
  });

  test('the preload and the bridge know the channel names and may not hold the schemas', () => {
    const small = BUNDLES.filter((one) => ['preload', 'bridge'].includes(one.name));
    expect(small).toHaveLength(2);
    for (const one of small) {
      const channels: unknown = JSON.parse(one.options.define?.CHANNELS ?? '');
      expect(channels).toMatchObject({ calls: expect.arrayContaining(['app.about']) });
      expect(one.budget).toBeLessThanOrEqual(12 * 1024);
    }
  });
});
