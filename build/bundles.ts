import type { BuildOptions } from 'esbuild';
import { CALLS, EVENTS } from '../main/contract/table.ts';

/** One bundle: what goes in, where it comes out, what it may hold and how large it may be. */
export interface Bundle {
  readonly name: string;
  /** Folder of its outputs, from the root of the repository. */
  readonly folder: string;
  /** Names of the outputs and the sources they start from. */
  readonly entries: Readonly<Record<string, string>>;
  readonly options: BuildOptions;
  /** Layers of build/layers.mjs whose code it may hold. */
  readonly layers: readonly string[];
  /** Folders and packages that may be in it only as a chunk that is loaded on demand. */
  readonly lazy: readonly string[];
  /** Most bytes of scripts that a start may read; null where nobody waits for it. */
  readonly budget: number | null;
  /** Files that are copied beside the outputs as they are. */
  readonly copies: readonly string[];
}

const KB = 1024;
const CORE_LAYERS = ['contract', 'engine', 'platform', 'hospital', 'package', 'hosts/shared'];

/**
 * What a preload knows of the table: its channel names, without the schemas and their library, so
 * that it stays under its 12 KB.
 */
const CHANNELS = JSON.stringify({ calls: Object.keys(CALLS), events: Object.keys(EVENTS) });

/** A bundled CommonJS package asks for Node's modules through `require`, which ESM does not have. */
const REQUIRE =
  "import { createRequire as unblankRequire } from 'node:module';const require = unblankRequire(import.meta.url);";

const SHARED: BuildOptions = {
  bundle: true,
  minify: true,
  metafile: true,
  // J6: no maps, and with them no sources, in what is shipped. Licence notes go beside the code.
  sourcemap: false,
  legalComments: 'external',
  charset: 'utf8',
  logLevel: 'silent',
};
const HOSPITAL_ONLY = ['selfsigned'];
/** Binaries for the keychain: loaded on first use, and missing on some machines (safety F8). */
const NOT_BUNDLED = [...HOSPITAL_ONLY, '@napi-rs/keyring', 'keytar'];
const NODE: BuildOptions = {
  ...SHARED,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunk-[hash]',
  // jsonc-parser's `main` hides its own files behind a wrapper that no bundler sees through.
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE },
  // 350 KB of certificate making that no patient of the demo needs; `npm run hospital` has it.
  external: NOT_BUNDLED,
};
const PAGE: BuildOptions = { ...SHARED, platform: 'browser', target: 'chrome130', format: 'iife' };
/** Screens that are opened later are scripts of their own, so the page is a module. */
const SPLIT: BuildOptions = { ...PAGE, format: 'esm', splitting: true, chunkNames: 'chunk-[hash]' };

/** Every bundle. To add one, add a row; build.ts, check-bundles.ts and the tests read it from here. */
export const BUNDLES: readonly Bundle[] = [
  {
    name: 'main',
    folder: 'dist/electron',
    entries: { main: 'main/hosts/electron/main.ts' },
    options: { ...NODE, external: ['electron', ...NOT_BUNDLED] },
    layers: [...CORE_LAYERS, 'hosts/electron'],
    lazy: ['main/hospital/', 'main/engine/run/rules.ts'],
    budget: 400 * KB,
    copies: [],
  },
  {
    name: 'preload',
    folder: 'dist/electron',
    entries: { preload: 'preload/preload.ts' },
    // A sandboxed preload cannot be an ES module.
    options: {
      ...SHARED,
      platform: 'node',
      target: 'chrome130',
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      external: ['electron'],
      define: { CHANNELS },
    },
    layers: ['contract', 'preload'],
    lazy: [],
    budget: 12 * KB,
    copies: [],
  },
  {
    name: 'renderer',
    folder: 'dist/renderer',
    entries: { index: 'renderer/index.tsx' },
    options: { ...SPLIT, jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' } },
    layers: ['contract', 'renderer'],
    lazy: ['renderer/repair/', 'renderer/sign-in/', 'renderer/watch/'],
    budget: 300 * KB,
    copies: ['renderer/index.html'],
  },
  {
    name: 'bridge',
    folder: 'dist/browser',
    entries: { bridge: 'main/hosts/browser/page/bridge.ts' },
    options: { ...PAGE, define: { CHANNELS } },
    layers: ['contract', 'hosts/browser'],
    lazy: [],
    budget: 12 * KB,
    copies: [],
  },
  {
    name: 'browser',
    folder: 'dist/browser',
    entries: {
      main: 'main/hosts/browser/main.ts',
      'open-app-window': 'main/hosts/browser/open-app-window.ts',
    },
    options: { ...NODE, external: ['playwright-core', ...NOT_BUNDLED] },
    layers: [...CORE_LAYERS, 'hosts/browser'],
    lazy: ['main/hospital/', 'playwright-core'],
    budget: null,
    copies: [],
  },
  {
    name: 'cli',
    folder: 'dist/cli',
    entries: { unblank: 'main/hosts/terminal/unblank.ts' },
    options: {
      ...NODE,
      external: ['playwright-core', ...NOT_BUNDLED],
      banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
    },
    layers: [...CORE_LAYERS, 'hosts/terminal'],
    lazy: ['main/hospital/', 'playwright-core'],
    budget: null,
    copies: [],
  },
];
