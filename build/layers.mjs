/**
 * The layer table: who may import whom, in one place. The linter reads it (build/eslint), and the
 * check of the bundles reads it too. Plain JavaScript, so that ESLint can load it on every Node that
 * we support; `tsc` checks its types all the same.
 *
 * A file belongs to the layer with the longest matching folder; tests and fakes are told by their
 * name before that. What a layer does not list, it may not import: types included.
 */

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {readonly string[]} folders Folders (with a slash at the end) or files, from the root.
 * @property {readonly string[]} layers Layers it may import, besides itself; `*` for all.
 * @property {readonly string[]} packages npm packages it may import; `*` for all that are listed.
 * @property {readonly string[]} builtins Node modules it may import, without `node:`; `*` for all.
 * @property {string} advice What to do instead of an import that is not listed.
 * @property {Readonly<Record<string, string>>} globals Globals it may not touch, with what to use.
 */

/** Node modules that reach neither a network nor another program. */
const EVERYDAY = [
  'assert',
  'buffer',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'module',
  'os',
  'path',
  'process',
  'readline',
  'readline/promises',
  'stream',
  'stream/promises',
  'timers/promises',
  'url',
  'util',
  'worker_threads',
  'zlib',
];
const NETWORK = ['dns', 'dns/promises', 'http', 'http2', 'https', 'net', 'tls'];

const PORTS = 'main/engine/ports.ts';
const NO_FETCH = {
  fetch: 'ports.http (E1: one HTTP port)',
  WebSocket: 'ports.http (E1: one HTTP port)',
  EventSource: 'ports.http (E1: one HTTP port)',
};
const PURE = {
  ...NO_FETCH,
  process: `ports.place (${PORTS})`,
  console: 'a returned value; only a host prints',
  setTimeout: `ports.clock.after (${PORTS})`,
  setInterval: `ports.clock.after (${PORTS})`,
  setImmediate: `ports.clock.after (${PORTS})`,
  performance: `ports.clock.monotonic (${PORTS})`,
  'Date.now': `ports.clock.now (${PORTS})`,
  'new Date': `ports.clock.now (${PORTS})`,
  'Math.random': `a value from a port (${PORTS})`,
  crypto: `a value from a port (${PORTS})`,
};
const WINDOW = {
  fetch: 'a call of the contract (main/contract/table.ts)',
  XMLHttpRequest: 'a call of the contract (main/contract/table.ts)',
  WebSocket: 'a call of the contract (main/contract/table.ts)',
  EventSource: 'an event of the contract (main/contract/table.ts)',
  localStorage: 'the store in memory (F1: nothing is kept in a window)',
  sessionStorage: 'the store in memory (F1: nothing is kept in a window)',
  indexedDB: 'the store in memory (F1: nothing is kept in a window)',
};

/** Everything below the hosts; each host adds `hosts/shared`. */
const UNDER_HOSTS = ['contract', 'engine', 'platform', 'hospital', 'package'];
const HOST_ADVICE =
  'Hosts do not know each other: what two of them need goes to main/hosts/shared, what can be decided without a host to main/engine.';

/** @type {readonly Layer[]} */
export const LAYERS = [
  {
    name: 'contract',
    folders: ['main/contract/'],
    layers: [],
    packages: ['zod'],
    builtins: [],
    advice: 'The contract stands alone: what both sides need belongs in main/contract.',
    globals: PURE,
  },
  {
    name: 'engine',
    folders: ['main/engine/'],
    layers: ['contract'],
    packages: [
      '@noble/hashes',
      'diff',
      'jsonc-parser',
      'jsonrepair',
      'ipaddr.js',
      'oauth4webapi',
      'smol-toml',
      'zod',
    ],
    builtins: [],
    advice: `What the engine needs from outside comes through a port (${PORTS}).`,
    globals: PURE,
  },
  {
    name: 'platform',
    folders: ['main/platform/'],
    layers: ['contract', 'engine', 'package'],
    packages: ['@napi-rs/keyring', 'keytar', 'yauzl', 'yazl'],
    builtins: [...EVERYDAY, ...NETWORK, 'child_process'],
    advice: 'The platform implements the ports of the engine and knows no host.',
    globals: NO_FETCH,
  },
  {
    name: 'hosts/shared',
    folders: ['main/hosts/shared/'],
    layers: UNDER_HOSTS,
    packages: [],
    builtins: [...EVERYDAY, 'child_process'],
    advice: HOST_ADVICE,
    globals: NO_FETCH,
  },
  {
    name: 'hosts/electron',
    folders: ['main/hosts/electron/'],
    layers: [...UNDER_HOSTS, 'hosts/shared'],
    packages: ['electron'],
    builtins: EVERYDAY,
    advice: HOST_ADVICE,
    globals: NO_FETCH,
  },
  {
    name: 'hosts/browser',
    folders: ['main/hosts/browser/'],
    layers: [...UNDER_HOSTS, 'hosts/shared'],
    packages: ['playwright-core'],
    builtins: EVERYDAY,
    advice: HOST_ADVICE,
    globals: NO_FETCH,
  },
  {
    name: 'hosts/terminal',
    folders: ['main/hosts/terminal/'],
    layers: [...UNDER_HOSTS, 'hosts/shared'],
    packages: ['commander', 'fast-wrap-ansi', 'fast-xml-parser', 'picocolors'],
    builtins: EVERYDAY,
    advice: HOST_ADVICE,
    globals: NO_FETCH,
  },
  {
    name: 'hospital',
    folders: ['main/hospital/'],
    layers: [],
    packages: ['selfsigned'],
    builtins: [...EVERYDAY, ...NETWORK],
    advice: 'The hospital is servers to be examined: it knows nothing of who examines them.',
    globals: NO_FETCH,
  },
  {
    name: 'preload',
    folders: ['preload/'],
    layers: ['contract'],
    packages: ['electron'],
    builtins: [],
    advice: 'The preload exposes the client of the contract, nothing else (B4).',
    globals: WINDOW,
  },
  {
    name: 'renderer',
    folders: ['renderer/'],
    layers: ['contract'],
    packages: ['lucide-react', 'react', 'react-dom', 'zustand'],
    builtins: [],
    advice: 'A screen asks through the client of the contract (main/contract/client.ts).',
    globals: WINDOW,
  },
  {
    name: 'build',
    folders: ['build/', 'eslint.config.mjs'],
    layers: [...UNDER_HOSTS, 'hosts/shared', 'hosts/electron', 'hosts/browser', 'hosts/terminal'],
    packages: [
      'electron-builder',
      'esbuild',
      'eslint',
      'playwright',
      'prettier',
      'typescript-eslint',
      'vitest',
      'zod',
    ],
    builtins: ['*'],
    advice: 'Tools read the main process; they never load a window.',
    globals: {},
  },
  {
    name: 'tests',
    folders: ['e2e/', 'vitest.config.ts'],
    layers: ['*'],
    packages: [
      '*',
      '@cloudflare/workers-oauth-provider',
      '@modelcontextprotocol/sdk',
      '@testing-library/react',
      'ajv',
      'ajv-formats',
      'fast-check',
      'jose',
      'jsdom',
      'oidc-provider',
      'playwright',
      'typescript',
      'vitest',
      'yaml',
    ],
    builtins: ['*'],
    advice: 'Tests see everything.',
    globals: {},
  },
  {
    name: 'package',
    folders: ['package.json'],
    layers: [],
    packages: [],
    builtins: [],
    advice: 'It holds the name and the version.',
    globals: {},
  },
];

/** Files that belong to the layer `tests` wherever they lie. */
export const TEST_FILE = /\.test\.tsx?$|\/testing\//;

/**
 * Modules that only a few files of their layer may import, whatever the layer lists. The layers
 * `build` and `tests` are not held to it.
 * @typedef {object} Door
 * @property {readonly string[]} modules As written without `node:`.
 * @property {readonly string[]} names Only these exports of the module; empty for the whole module.
 * @property {readonly string[]} folders Folders or files that may.
 * @property {string} why The safety requirement and the way to go instead.
 */

/** @type {readonly Door[]} */
export const DOORS = [
  {
    modules: NETWORK,
    names: [],
    folders: ['main/platform/http/', 'main/platform/loopback/', 'main/hospital/'],
    why: 'E1: only the HTTP port sends, and only the callback listener listens (C7). Use ports.http (main/engine/ports.ts).',
  },
  {
    modules: ['@napi-rs/keyring', 'keytar'],
    names: [],
    folders: ['main/platform/secrets/'],
    why: 'F1: secrets lie behind the SecretStore port only (main/engine/sign-in-ports.ts).',
  },
  {
    modules: ['oauth4webapi'],
    names: [],
    folders: ['main/engine/handshake/oauth/', 'main/engine/run/sign-in-to.ts'],
    why: 'E1: without options it calls fetch; handshake/oauth/ask-strictly.ts sends it through ports.http.',
  },
  {
    modules: ['child_process'],
    names: [],
    folders: [
      'main/hosts/shared/open-system-browser.ts',
      'main/hosts/shared/open-app.ts',
      'main/hosts/shared/sign-in/start-browser.ts',
      'main/platform/machine/run-system-program.ts',
    ],
    why: 'I1, I3: programs are started in four files only, and never one that a configuration names.',
  },
  {
    modules: ['electron'],
    names: ['ipcMain'],
    folders: ['main/hosts/electron/ipc-host.ts'],
    why: 'B1, B2: every call passes the sender check of main/hosts/electron/ipc-host.ts.',
  },
  {
    modules: ['electron'],
    names: ['ipcRenderer'],
    folders: ['preload/'],
    why: 'B2: only the preload speaks with the host.',
  },
];

/** What the engine and the contract use in place of a Node module. */
export const INSTEAD_OF = /** @type {Readonly<Record<string, string>>} */ ({
  fs: `ports.files (${PORTS})`,
  os: `ports.place (${PORTS})`,
  path: `ports.place.join (${PORTS})`,
  process: `ports.place (${PORTS})`,
  timers: `ports.clock (${PORTS})`,
  perf_hooks: `ports.clock (${PORTS})`,
  ...Object.fromEntries(NETWORK.map((name) => [name, `ports.http (${PORTS})`])),
});
