import { describe, expect, test } from 'vitest';
import type { ToolFact } from '../model/machine-facts.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { findInFiles } from '../testing/judge-files.ts';
import { findingsOf } from '../testing/judge-one.ts';
import { mode as f114 } from './f114-stream-status.ts';
import { mode as f115 } from './f115-wrong-file-or-key.ts';
import { mode as f117 } from './f117-same-name-twice.ts';
import { mode as f118 } from './f118-variable-not-set.ts';
import { mode as f119 } from './f119-hidden-white-space.ts';
import { mode as f120 } from './f120-bad-name.ts';
import { mode as f124 } from './f124-command-not-found.ts';
import { mode as f125 } from './f125-old-node.ts';
import { mode as f126 } from './f126-argument-with-space.ts';
import { mode as f127 } from './f127-npx-on-windows.ts';
import { mode as f136 } from './f136-mcp-remote-unpinned.ts';

const STATE = '/home/ada/.claude.json';
const SETTINGS = '/home/ada/.claude/settings.json';
const PROJECT = '/home/ada/app/.mcp.json';
const DESKTOP = '/home/ada/.config/Claude/claude_desktop_config.json';
const ON_WINDOWS = '/home/ada/AppData/Roaming/Claude/claude_desktop_config.json';

const http = (url = 'https://mcp.acme.dev/mcp') => ({ type: 'http', url });
const npx = (...args: string[]) => ({ command: 'npx', args });
const servers = (entries: object): string => JSON.stringify({ mcpServers: entries }, null, 2);
const state = (project: object, entries: object = {}): string =>
  JSON.stringify({ mcpServers: entries, projects: { '/home/ada/app': project } });
const tool = (name: string, path: string, version: string | null = null): ToolFact => ({
  name,
  path,
  version,
});

describe('F114', () => {
  const stream = answerText('event: endpoint', 200, [['content-type', 'text/event-stream']]);

  test.each([403, 500, 501])('POST %i before an SSE server keeps clients from SSE', (post) => {
    const found = findingsOf(f114, healthyEvidence({ first: contacts({ post, stream }) }));
    expect(found).toMatchObject([{ severity: 'error', confidence: 'likely' }]);
  });
  test.each([400, 404, 405, 401])('POST %i lets them fall back', (post) => {
    expect(findingsOf(f114, healthyEvidence({ first: contacts({ post, stream }) }))).toEqual([]);
  });
  test.each([404, 406])('GET %i at an open server is advice', (status) => {
    const first = contacts({ post: OPEN, stream: status });
    expect(findingsOf(f114, healthyEvidence({ first }))).toMatchObject([{ severity: 'advice' }]);
  });
  test('GET 405 is right', () => {
    const first = contacts({ post: OPEN, stream: 405 });
    expect(findingsOf(f114, healthyEvidence({ first }))).toEqual([]);
  });
});

describe('F115', () => {
  test.each([
    ['/home/ada/.claude/settings.json', servers({ a: http() })],
    ['/home/ada/app/.claude/settings.json', servers({ a: http() })],
    ['/home/ada/app/.claude/settings.local.json', servers({ a: npx('x') })],
    ['/home/ada/app/.claude/.mcp.json', servers({ a: http() })],
    ['/home/ada/.claude/.mcp.json', servers({ a: http() })],
    [PROJECT, JSON.stringify({ servers: { a: http() } })],
    [PROJECT, JSON.stringify({ mcp_servers: { a: http() } })],
    [PROJECT, JSON.stringify({ a: http() })],
    [DESKTOP, JSON.stringify({ mcp: { servers: { a: npx('x') } } })],
    ['/home/ada/app/.vscode/mcp.json', servers({ a: http() })],
  ])('%s with %j is told, with the place', async (file, text) => {
    const [found, ...more] = await findInFiles(f115, { [file]: text });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ evidence: [{ kind: 'file', file }] });
    expect(found?.detail).toContain('a');
  });

  test('a committed mcp.json is advice: claude --mcp-config reads it', async () => {
    const found = await findInFiles(f115, { '/home/ada/app/mcp.json': servers({ a: http() }) });
    expect(found).toMatchObject([{ severity: 'advice' }]);
  });

  test.each([
    ['Claude Code', PROJECT, { serverUrl: 'https://x.dev' }, 'error', 'url'],
    ['Claude Code', PROJECT, { ...http(), http_headers: {} }, 'warning', 'headers'],
    ['Codex', '/home/ada/.codex/config.toml', null, 'warning', 'http_headers'],
  ])('%s: a key of another client', async (_, file, entry, severity, instead) => {
    const toml = '[mcp_servers.a]\nurl = "https://x.dev"\nheaders = { A = "b" }\n';
    const text = entry === null ? toml : servers({ a: entry });
    const found = await findInFiles(f115, { [file]: text });
    expect(found).toMatchObject([{ severity }]);
    expect(found[0]?.detail).toContain(`“${instead}” is`);
  });

  test('transport for type is told as a missing type only (F112)', async () => {
    const entry = { transport: 'http', url: 'https://x.dev' };
    expect(await findInFiles(f115, { [PROJECT]: servers({ a: entry }) })).toEqual([]);
  });

  test.each([
    [PROJECT, servers({ a: http() })],
    ['/home/ada/app/.vscode/mcp.json', JSON.stringify({ servers: { a: http() } })],
    [SETTINGS, JSON.stringify({ servers: 3, env: {} })],
    [STATE, JSON.stringify({ mcpServers: {}, mcp: { command: 'x' }, servers: [] })],
  ])('%s with %j is fine', async (file, text) => {
    expect(await findInFiles(f115, { [file]: text })).toEqual([]);
  });
});

describe('F117', () => {
  const other = http('https://other.dev/mcp');

  test('local wins over project, project over user', async () => {
    const tree = {
      [STATE]: state(
        { mcpServers: { a: http('https://local.dev') }, enabledMcpjsonServers: ['a'] },
        { a: other },
      ),
      [PROJECT]: servers({ a: http() }),
      [SETTINGS]: JSON.stringify({ enableAllProjectMcpServers: true }),
    };
    const [found] = await findInFiles(f117, tree);
    expect(found?.detail).toMatch(/scope local counts \(https:\/\/local\.dev\).*project, user/);
    expect(found?.entries).toHaveLength(3);
  });
  test('a project entry counts only once it is approved', async () => {
    const tree = { [STATE]: servers({ a: other }), [PROJECT]: servers({ a: http() }) };
    const [pending] = await findInFiles(f117, tree);
    expect(pending?.detail).toMatch(/scope user counts .*ignored: project/);
    const text = JSON.stringify({ enableAllProjectMcpServers: true });
    const [approved] = await findInFiles(f117, { ...tree, [SETTINGS]: text });
    expect(approved?.detail).toMatch(/scope project counts .*ignored: user/);
  });
  test.each([
    ['the same address', http('https://MCP.acme.dev:443/mcp')],
    ['no other entry', null],
  ])('%s under one name is fine', async (_, entry) => {
    const tree = {
      [STATE]: servers(entry === null ? {} : { a: entry }),
      [PROJECT]: servers({ a: http() }),
    };
    expect(await findInFiles(f117, tree)).toEqual([]);
  });
  test('two projects may each have their own', async () => {
    const projects = {
      '/one': { mcpServers: { a: http() } },
      '/two': { mcpServers: { a: other } },
    };
    expect(await findInFiles(f117, { [STATE]: JSON.stringify({ projects }) })).toEqual([]);
  });
  test('in the Code tab the file of Claude Desktop wins', async () => {
    const tree = { [STATE]: servers({ a: http() }), [DESKTOP]: servers({ a: npx('x') }) };
    const found = await findInFiles(f117, tree);
    expect(found).toMatchObject([{ severity: 'advice', clients: ['claude-desktop-code'] }]);
  });
});

describe('F118', () => {
  const asking = { ...http('https://${HOST}/mcp'), headers: { 'X-Key': '${KEY:-none}' } };

  test('a variable without value and without default is told, the others are not', async () => {
    const [found] = await findInFiles(f118, { [PROJECT]: servers({ a: asking }) });
    expect(found?.detail).toBe(
      'Not in the environment of this program: HOST. The client’s own can differ.',
    );
    expect(found?.evidence).toMatchObject([{ pointer: '/mcpServers/a/url' }]);
  });
  test.each([
    ['the environment', {}, { env: { HOST: 'x.dev' } }],
    ['settings', { [SETTINGS]: '{"env":{"HOST":"x.dev"}}' }, {}],
    ['nobody who could be asked, in a copied profile,', {}, { copied: true }],
  ])('%s sets it: nothing is said', async (_, more, options) => {
    const tree = { [PROJECT]: servers({ a: asking }), ...more };
    expect(await findInFiles(f118, tree, options)).toEqual([]);
  });
  test('G3: what Claude Code gives to plugins is never missing', async () => {
    const file = '/home/ada/.claude/plugins/cache/m/p/1.0.0/.mcp.json';
    const text = '{"p":{"command":"${CLAUDE_PLUGIN_ROOT}/x"}}';
    expect(await findInFiles(f118, { [file]: text })).toEqual([]);
  });
  test('G3: variables of other clients and of extensions are theirs', async () => {
    const args = ['mcp-remote@0.15.1', 'https://x.dev', '--dir', '${workspaceFolder}'];
    const manifest = { name: 'x', server: { mcp_config: { command: 'npx', args } } };
    const tree = {
      '/home/ada/.cursor/mcp.json': servers({ a: npx(...args) }),
      '/home/ada/.config/Claude/Claude Extensions/x/manifest.json': JSON.stringify(manifest),
    };
    expect(await findInFiles(f118, tree)).toEqual([]);
  });
  test('a header of mcp-remote may take its value from env of the entry', async () => {
    const entry = {
      ...npx('mcp-remote@0.15.1', 'https://x.dev', '--header', 'Authorization:${AUTH}'),
      env: { AUTH: 'Bearer x' },
    };
    expect(await findInFiles(f118, { [DESKTOP]: servers({ a: entry }) })).toEqual([]);
    const without = servers({ a: { ...entry, env: {} } });
    expect(await findInFiles(f118, { [DESKTOP]: without })).toHaveLength(1);
  });
  test('a variable in env of Claude Desktop is only possible', async () => {
    const entry = { ...npx('server'), env: { KEY: '${SECRET_KEY}' } };
    const found = await findInFiles(f118, { [DESKTOP]: servers({ a: entry }) });
    expect(found).toMatchObject([{ confidence: 'possible' }]);
  });
});

describe('F119', () => {
  test.each([
    [{ ...http('https://x.dev/mcp ') }, 'error', '/mcpServers/a/url'],
    [{ ...http(), headers: { A: 'Bearer x\n' } }, 'error', '/mcpServers/a/headers/A'],
    [{ ...http('https://x.dev/\u200bmcp') }, 'error', '/mcpServers/a/url'],
    [{ ...npx('x'), env: { 'KEY ': 'x' } }, 'warning', '/mcpServers/a/env/KEY '],
    [npx(' x'), 'warning', '/mcpServers/a/args/0'],
  ])('%j is told as %s', async (entry, severity, pointer) => {
    const found = await findInFiles(f119, { [PROJECT]: servers({ a: entry }) });
    expect(found).toMatchObject([{ severity, evidence: [{ pointer }] }]);
  });
  test('spaces inside an argument are its own affair', async () => {
    const entry = npx('-c', 'echo a  b');
    expect(await findInFiles(f119, { [PROJECT]: servers({ a: entry }) })).toEqual([]);
  });
});

describe('F120', () => {
  test.each([
    ['workspace', PROJECT, 'error'],
    ['Computer-Use', STATE, 'error'],
    ['two words', STATE, 'advice'],
    ['ünï', PROJECT, 'advice'],
    ['two words', DESKTOP, 'advice'],
  ])('%j in %s is %s', async (name, file, severity) => {
    const found = await findInFiles(f120, { [file]: servers({ [name]: npx('x') }) });
    expect(found.map((one) => one.severity ?? f120.severity)).toEqual([severity]);
  });
  test('letters, digits, hyphens and underscores are fine', async () => {
    const text = servers({ 'Acme_1-x': http() });
    expect(await findInFiles(f120, { [PROJECT]: text, [DESKTOP]: text })).toEqual([]);
  });
});

describe('F124 and F125: what the search path leads to', () => {
  const tree = { [DESKTOP]: servers({ a: npx('x') }) };
  const node = (version: string) => ({
    facts: { tools: [tool('node', '/usr/bin/node', version), tool('npx', '/usr/bin/npx')] },
  });

  test('a command that no folder holds is told', async () => {
    const facts = { tools: [tool('python3', '/usr/bin/python3')] };
    expect(await findInFiles(f124, tree, { facts })).toHaveLength(1);
  });
  test.each([
    ['it is found', tree, { tools: [tool('npx', '/usr/bin/npx')] }],
    ['nobody looked', tree, {}],
    [
      'the entry has a path of its own',
      { [DESKTOP]: servers({ a: { ...npx('x'), env: { PATH: '/x' } } }) },
      { tools: [tool('docker', '/usr/bin/docker')] },
    ],
  ])('nothing is said where %s', async (_, files, facts) => {
    expect(await findInFiles(f124, files, { facts })).toEqual([]);
  });

  test.each([
    ['/home/ada/.nvm/versions/node/v14.17.0/bin/npx', 'error', 'certain'],
    ['C:\\Users\\ada\\nvm\\v18.20.1\\node.exe', 'warning', 'likely'],
  ])('the path %s names an old Node', async (command, severity, confidence) => {
    const found = await findInFiles(f125, { [DESKTOP]: servers({ a: { command, args: ['x'] } }) });
    expect(found).toMatchObject([{ severity, confidence }]);
  });
  test.each([
    '/home/ada/v2/npx',
    '/opt/node-22/bin/npx',
    '/home/ada/.nvm/versions/node/v22.1.0/npx',
  ])('the path %s does not', async (command) => {
    expect(await findInFiles(f125, { [DESKTOP]: servers({ a: { command } }) })).toEqual([]);
  });
  test('an old Node on the search path is likely the one', async () => {
    const found = await findInFiles(f125, tree, node('16.20.0'));
    expect(found).toMatchObject([{ severity: 'error', confidence: 'likely' }]);
  });
  test.each([
    ['a current one', tree, node('22.1.0')],
    ['a path of its own', { [DESKTOP]: servers({ a: { command: '/opt/npx' } }) }, node('14.0.0')],
    ['another program', { [DESKTOP]: servers({ a: { command: 'uvx' } }) }, node('14.0.0')],
  ])('%s is fine', async (_, files, options) => {
    expect(await findInFiles(f125, files, options)).toEqual([]);
  });
});

describe('F126 and F127: Windows', () => {
  const header = (value: string) =>
    npx('mcp-remote@0.15.1', 'https://x.dev', '--header', `Authorization:${value}`);
  const windows = { os: 'win32' } as const;

  test('a header with a space is cut there', async () => {
    const tree = { [ON_WINDOWS]: servers({ a: header(' Bearer planted-0123456789') }) };
    const [found] = await findInFiles(f126, tree, windows);
    expect(found).toMatchObject({ evidence: [{ pointer: '/mcpServers/a/args/3' }] });
    expect(JSON.stringify(found)).not.toContain('planted');
  });
  test.each([
    ['without a space', { [ON_WINDOWS]: servers({ a: header('${AUTH}') }) }, windows],
    ['on Linux', { [DESKTOP]: servers({ a: header(' Bearer x') }) }, {}],
  ])('%s it is not', async (_, tree, options) => {
    expect(await findInFiles(f126, tree, options)).toEqual([]);
  });
  test('Cursor cuts it everywhere', async () => {
    const tree = { '/home/ada/.cursor/mcp.json': servers({ a: header(' Bearer x') }) };
    expect(await findInFiles(f126, tree)).toHaveLength(1);
  });

  test('npx without cmd is told on Windows only', async () => {
    const tree = { [PROJECT]: servers({ a: npx('x') }) };
    expect(await findInFiles(f127, tree, windows)).toHaveLength(1);
    expect(await findInFiles(f127, tree)).toEqual([]);
  });
  test('npx through cmd is fine', async () => {
    const tree = { [PROJECT]: servers({ a: { command: 'cmd', args: ['/c', 'npx', 'x'] } }) };
    expect(await findInFiles(f127, tree, windows)).toEqual([]);
  });
  test.each([
    [{ command: 'C:\\Program Files\\nodejs\\npx.cmd' }, {}, 'warning'],
    [npx('x'), { tools: [tool('npx', 'C:\\Program Files\\nodejs\\npx.cmd')] }, 'advice'],
  ])('Claude Desktop stumbles over a space in the path: %j', async (entry, facts, severity) => {
    const tree = { [ON_WINDOWS]: servers({ a: entry }) };
    const found = await findInFiles(f127, tree, { ...windows, facts });
    expect(found.map((one) => one.severity ?? f127.severity)).toEqual([severity]);
  });
});

describe('I5: the version of mcp-remote', () => {
  test.each([
    ['mcp-remote', 'advice'],
    ['mcp-remote@latest', 'advice'],
    ['mcp-remote@^0.1.0', 'advice'],
    ['mcp-remote@0.1.15', 'error'],
    ['mcp-remote@0.0.5', 'error'],
  ])('%s is %s', async (name, severity) => {
    const tree = { [DESKTOP]: servers({ a: npx('-y', name, 'https://x.dev') }) };
    const found = await findInFiles(f136, tree);
    expect(found.map((one) => one.severity ?? f136.severity)).toEqual([severity]);
  });
  test.each([
    [npx('mcp-remote@0.1.16', 'https://x.dev')],
    [{ command: 'mcp-remote', args: ['https://x.dev'] }],
    [npx('server')],
  ])('%j is fine', async (entry) => {
    expect(await findInFiles(f136, { [DESKTOP]: servers({ a: entry }) })).toEqual([]);
  });
});
