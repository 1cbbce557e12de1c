import { describe, expect, test } from 'vitest';
import { createFakeFiles, type FakeTree } from '../testing/fake-files.ts';
import { createFakePlace, type FakePlaceOptions } from '../testing/fake-place.ts';
import { COMMITTED_LOCATION } from './claude-locations.ts';
import { gatherConfigs } from './gather-configs.ts';
import { CONFIG_LOCATIONS } from './locations.ts';
import { readConfig } from './read-config.ts';

const { signal } = new AbortController();
const HOME = '/home/ada';
const PROJECT = `${HOME}/app`;
const URL_TEXT = 'https://mcp.acme.dev/mcp';
const under = (key: string, urlKey = 'url'): string =>
  JSON.stringify({ [key]: { acme: { [urlKey]: URL_TEXT } } });

async function entriesIn(tree: FakeTree, options: FakePlaceOptions = {}) {
  const place = createFakePlace({ project: PROJECT, ...options });
  const files = createFakeFiles(tree);
  const { read } = await gatherConfigs({ files, place }, signal);
  return read.flatMap(({ config }) => config.entries);
}

const WINDOWS = `${HOME}/AppData`;
const PACKAGE = `${WINDOWS}/Local/Packages/Claude_pzs8sxrjxfjjc/LocalCache`;
const MAC = `${HOME}/Library/Application Support`;
const MANIFEST = JSON.stringify({
  name: 'ext',
  display_name: 'My extension',
  server: { type: 'node', mcp_config: { command: 'node', args: ['a.js'] } },
});
const PROFILE = JSON.stringify({
  managedMcpServers: [{ name: 'acme', transport: 'http', url: URL_TEXT }],
});
const TOML = `[mcp_servers.acme]\nurl = "${URL_TEXT}"\n`;

describe('G16: every client’s place on every system', () => {
  test.each([
    ['linux', 'vscode', 'user', `${HOME}/.config/Code/User/mcp.json`, under('servers')],
    ['darwin', 'vscode', 'user', `${MAC}/Code/User/mcp.json`, under('servers')],
    ['win32', 'vscode', 'user', `${WINDOWS}/Roaming/Code/User/mcp.json`, under('servers')],
    ['linux', 'vscode', 'user', `${HOME}/.config/Code/User/profiles/x/mcp.json`, under('servers')],
    ['linux', 'vscode', 'project', `${PROJECT}/.vscode/mcp.json`, under('servers')],
    ['win32', 'cursor', 'user', `${HOME}/.cursor/mcp.json`, under('mcpServers')],
    ['linux', 'cursor', 'project', `${PROJECT}/.cursor/mcp.json`, under('mcpServers')],
    [
      'darwin',
      'windsurf',
      'user',
      `${HOME}/.codeium/windsurf/mcp_config.json`,
      under('mcpServers', 'serverUrl'),
    ],
    ['linux', 'gemini', 'user', `${HOME}/.gemini/settings.json`, under('mcpServers', 'httpUrl')],
    [
      'linux',
      'gemini',
      'antigravity',
      `${HOME}/.gemini/antigravity/mcp_config.json`,
      under('mcpServers', 'serverUrl'),
    ],
    ['win32', 'codex', 'user', `${HOME}/.codex/config.toml`, TOML],
    ['linux', 'codex', 'project', `${PROJECT}/.codex/config.toml`, TOML],
    ['darwin', 'claude-desktop-3p', 'managed', `${MAC}/Claude-3p/configLibrary/a.json`, PROFILE],
    [
      'win32',
      'claude-desktop-3p',
      'managed',
      `${PACKAGE}/Local/Claude-3p/configLibrary/a.json`,
      PROFILE,
    ],
  ] as const)('%s: %s %s', async (os, client, scope, file, text) => {
    const entries = await entriesIn({ [file]: text }, { os, copied: true });
    expect(entries).toMatchObject([
      { client, scope, file, name: 'acme', url: URL_TEXT, transport: 'http' },
    ]);
  });

  test.each([
    ['linux', `${HOME}/.config/Claude`],
    ['win32', `${PACKAGE}/Roaming/Claude`],
  ] as const)('%s: what an extension starts is a server by its shown name', async (os, folder) => {
    const file = `${folder}/Claude Extensions/acme.ext/manifest.json`;
    expect(await entriesIn({ [file]: MANIFEST }, { os })).toMatchObject([
      { scope: 'extension', name: 'My extension', command: 'node', pointer: '/server/mcp_config' },
    ]);
  });

  test('CODEX_HOME is followed', async () => {
    const entries = await entriesIn({ '/c/config.toml': TOML }, { env: { CODEX_HOME: '/c' } });
    expect(entries).toHaveLength(1);
  });

  test('in Gemini url alone is SSE, and a type is written nowhere', async () => {
    const tree = { [`${HOME}/.gemini/settings.json`]: under('mcpServers') };
    expect(await entriesIn(tree)).toMatchObject([{ transport: 'sse', declaredType: null }]);
  });

  test('a committed mcp.json is found by no client, and can be read for a comparison', async () => {
    const file = `${PROJECT}/mcp.json`;
    expect(await entriesIn({ [file]: under('mcpServers') })).toEqual([]);
    const bytes = new TextEncoder().encode(under('mcpServers'));
    const read = readConfig(COMMITTED_LOCATION, file, { kind: 'bytes', bytes });
    expect(read?.config.entries).toMatchObject([{ scope: 'repository', name: 'acme' }]);
  });

  test('where the project is the home, a file is read once', async () => {
    const tree = { [`${HOME}/.cursor/mcp.json`]: under('mcpServers') };
    expect(await entriesIn(tree, { project: HOME })).toMatchObject([{ scope: 'user' }]);
  });

  test('no two rows name the same file', () => {
    const keys = CONFIG_LOCATIONS.map(
      ({ base, path, systems }) => `${base}/${path.join('/')} ${systems.join()}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('plugins of Claude Code', () => {
  const cache = `${HOME}/.claude/plugins/cache/market/plug`;
  const index = (path: string): string =>
    JSON.stringify({
      version: 2,
      plugins: { 'plug@market': [{ scope: 'user', installPath: path }] },
    });
  const flat = (name: string): string => JSON.stringify({ [name]: { command: 'x' } });
  const both = {
    [`${cache}/1.0.0/.mcp.json`]: flat('old'),
    [`${cache}/2.0.0/.mcp.json`]: flat('new'),
  };

  test.each([
    ['/home/ada/.claude/plugins/cache/market/plug/2.0.0', false],
    ['C:\\Users\\Ada\\.claude\\plugins\\cache\\market\\plug\\2.0.0', true],
  ])('of two versions the one that is installed counts: %s', async (path, copied) => {
    const tree = { ...both, [`${HOME}/.claude/plugins/installed_plugins.json`]: index(path) };
    const entries = await entriesIn(tree, { copied });
    expect(entries.map(({ name, scope }) => [name, scope])).toEqual([['new', 'plugin']]);
  });

  test('G3: a path in the index is never opened', async () => {
    const tree = {
      ...both,
      [`${HOME}/.claude/plugins/installed_plugins.json`]: index('/etc/secret/x'),
      '/etc/secret/x/.mcp.json': flat('outside'),
    };
    const place = createFakePlace({ project: PROJECT });
    const files = createFakeFiles(tree);
    await gatherConfigs({ files, place }, signal);
    expect(files.asked.filter((path) => path.startsWith('/etc/secret'))).toEqual([]);
  });

  test.each([
    ['.mcp.json', JSON.stringify({ mcpServers: { p: { command: 'x' } } })],
    ['.mcp.json', flat('p')],
    [
      '.claude-plugin/plugin.json',
      JSON.stringify({ name: 'plug', mcpServers: { p: { command: 'x' } } }),
    ],
  ])('%s as %s', async (name, text) => {
    const entries = await entriesIn({ [`${cache}/1.0.0/${name}`]: text });
    expect(entries.map((entry) => entry.name)).toEqual(['p']);
  });
});

test('of the profiles of the third-party mode the one that is applied counts', async () => {
  const folder = `${HOME}/AppData/Local/Claude-3p/configLibrary`;
  const tree = {
    [`${folder}/a.json`]: PROFILE,
    [`${folder}/b.json`]: PROFILE.replace('acme', 'other'),
    [`${folder}/_meta.json`]: JSON.stringify({ appliedId: 'b' }),
  };
  const entries = await entriesIn(tree, { os: 'win32' });
  expect(entries.map(({ name }) => name)).toEqual(['other']);
  const { [`${folder}/_meta.json`]: _, ...without } = tree;
  expect(await entriesIn(without, { os: 'win32' })).toHaveLength(2);
});
