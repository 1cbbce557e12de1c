import { describe, expect, test } from 'vitest';
import { findInFiles } from '../testing/judge-files.ts';
import { mode as f116 } from './f116-pending-or-disabled.ts';

const STATE = '/home/ada/.claude.json';
const SETTINGS = '/home/ada/.claude/settings.json';
const PROJECT = '/home/ada/app/.mcp.json';
const POLICY = '/etc/claude-code/managed-settings.json';
const http = (url = 'https://mcp.acme.dev/mcp') => ({ type: 'http', url });
const servers = (entries: object): string => JSON.stringify({ mcpServers: entries }, null, 2);
const state = (project: object, entries: object = {}): string =>
  JSON.stringify({ mcpServers: entries, projects: { '/home/ada/app': project } });

describe('F116', () => {
  const project = servers({ a: http() });

  test('a project server that nobody decided about waits for approval', async () => {
    const found = await findInFiles(f116, { [PROJECT]: project });
    expect(found).toMatchObject([{ severity: 'warning', evidence: [{ file: PROJECT, line: 3 }] }]);
  });
  test.each([
    [SETTINGS, JSON.stringify({ enableAllProjectMcpServers: true })],
    [STATE, state({ enabledMcpjsonServers: ['a'] })],
  ])('it is fine where %s says yes: %s', async (file, text) => {
    expect(await findInFiles(f116, { [PROJECT]: project, [file]: text })).toEqual([]);
  });
  test('a yes in the project’s own settings counts once the project is trusted', async () => {
    const said = {
      [PROJECT]: project,
      '/home/ada/app/.claude/settings.local.json': '{"enabledMcpjsonServers":["a"]}',
    };
    expect(await findInFiles(f116, said)).toHaveLength(1);
    const trusted = { ...said, [STATE]: state({ hasTrustDialogAccepted: true }) };
    expect(await findInFiles(f116, trusted)).toEqual([]);
  });
  test('a file that cannot be read asks nobody', async () => {
    expect(await findInFiles(f116, { [PROJECT]: project.slice(0, -1) })).toEqual([]);
  });
  test('a yes for another project is none', async () => {
    const other = JSON.stringify({ projects: { '/srv/b': { enabledMcpjsonServers: ['a'] } } });
    expect(await findInFiles(f116, { [PROJECT]: project, [STATE]: other })).toHaveLength(1);
  });
  test.each([
    ['/home/ada/app/.claude/settings.local.json', '{"disabledMcpjsonServers":["a"]}'],
    [STATE, state({ disabledMcpjsonServers: ['a'] })],
  ])('a no in %s is told as refused', async (file, text) => {
    const found = await findInFiles(f116, { [PROJECT]: project, [file]: text });
    expect(found.map(({ title }) => title)).toEqual(['The server “a” was refused']);
  });
  test('a user server that is off in one project is a warning that names the project', async () => {
    const text = state({ disabledMcpServers: ['a'] }, { a: http(), b: http() });
    const [found, ...more] = await findInFiles(f116, { [STATE]: text });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'warning', title: 'The server “a” is switched off' });
    expect(found?.detail).toContain('/home/ada/app');
  });
  test('a local server is off only by its own project', async () => {
    const text = JSON.stringify({
      projects: {
        '/one': { mcpServers: { a: http() } },
        '/two': { disabledMcpServers: ['a'] },
      },
    });
    expect(await findInFiles(f116, { [STATE]: text })).toEqual([]);
  });
  const PLUGIN = '/home/ada/.claude/plugins/cache/market/tools/1.0.0/.mcp.json';
  const plugins = (on: boolean) => JSON.stringify({ enabledPlugins: { 'tools@market': on } });

  test.each<[Record<string, string>, number]>([
    [{ [SETTINGS]: plugins(false) }, 1],
    [{ [SETTINGS]: plugins(true) }, 0],
    [{}, 0],
    [{ [SETTINGS]: plugins(true), '/home/ada/app/.claude/settings.json': plugins(false) }, 1],
    [{ [SETTINGS]: plugins(false), '/home/ada/app/.claude/settings.local.json': plugins(true) }, 0],
    [{ [POLICY]: plugins(false), '/home/ada/app/.claude/settings.local.json': plugins(true) }, 1],
    [{ [SETTINGS]: JSON.stringify({ enabledPlugins: { 'tools@other': false } }) }, 0],
  ])('the server of a plugin by %j is off: %i', async (settings, count) => {
    const found = await findInFiles(f116, { [PLUGIN]: project, ...settings });
    expect(found).toHaveLength(count);
    for (const one of found)
      expect(one).toMatchObject({
        severity: 'advice',
        title: 'The plugin of “a” is switched off',
      });
  });
  test.each([
    [
      '/home/ada/.codeium/windsurf/mcp_config.json',
      servers({ a: { serverUrl: 'https://x.dev', disabled: true } }),
      'windsurf',
    ],
    [
      '/home/ada/.codex/config.toml',
      '[mcp_servers.a]\nurl = "https://x.dev"\nenabled = false\n',
      'codex',
    ],
  ])('a word in the entry of %s switches it off', async (file, text, client) => {
    const [found] = await findInFiles(f116, { [file]: text });
    expect(found).toMatchObject({
      clients: [client],
      severity: 'advice',
      evidence: [{ file }, { file }],
    });
  });
  test.each([
    [
      '/home/ada/.codeium/windsurf/mcp_config.json',
      servers({ a: { serverUrl: 'https://x.dev', disabled: false } }),
    ],
    [
      '/home/ada/.codeium/windsurf/mcp_config.json',
      servers({ a: { serverUrl: 'https://x.dev', disabled: 'true' } }),
    ],
    ['/home/ada/.codex/config.toml', '[mcp_servers.a]\nurl = "https://x.dev"\nenabled = true\n'],
    [STATE, servers({ a: { ...http(), disabled: true } })],
  ])('%s with %s does not', async (file, text) => {
    expect(await findInFiles(f116, { [file]: text })).toEqual([]);
  });
  test('a copied Windows project is known by its last two folders', async () => {
    const text = JSON.stringify({
      projects: { 'C:\\Users\\Ada\\app': { enabledMcpjsonServers: ['a'] } },
    });
    const options = { os: 'win32', copied: true } as const;
    expect(await findInFiles(f116, { [PROJECT]: project, [STATE]: text }, options)).toEqual([]);
  });
});
