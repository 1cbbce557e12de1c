import { describe, expect, test } from 'vitest';
import { findInFiles } from '../testing/judge-files.ts';
import { mode as f121 } from './f121-enterprise-policy.ts';

const STATE = '/home/ada/.claude.json';
const SETTINGS = '/home/ada/.claude/settings.json';
const MANAGED = '/etc/claude-code/managed-mcp.json';
const POLICY = '/etc/claude-code/managed-settings.json';
const http = (url = 'https://mcp.acme.dev/mcp') => ({ type: 'http', url });
const npx = (...args: string[]) => ({ command: 'npx', args });
const servers = (entries: object): string => JSON.stringify({ mcpServers: entries }, null, 2);

describe('F121', () => {
  const own = { [STATE]: servers({ a: http(), b: npx('x') }) };
  const titles = async (tree: Record<string, string>) =>
    (await findInFiles(f121, { ...own, ...tree })).map(({ title }) => title);

  test('managed-mcp.json is the only source, also an empty one', async () => {
    expect(await titles({ [MANAGED]: servers({}) })).toEqual([
      'Only the servers of managed-mcp.json are used',
    ]);
  });
  test.each([
    [{ serverName: 'a' }],
    [{ serverUrl: 'https://*.acme.dev/*' }],
    [{ serverUrl: 'https://mcp.acme.dev/mcp' }],
    [{ serverUrl: 'HTTPS://MCP.acme.dev/mcp' }],
    [{ serverUrl: '*://*.acme.dev/*' }],
  ])('a deny list with %j names its server', async (rule) => {
    const text = JSON.stringify({ deniedMcpServers: [rule, { serverUrl: 'https://x.dev/*' }] });
    expect(await titles({ [POLICY]: text })).toEqual(['The server “a” is on a deny list']);
  });
  test.each<[object[], string[]]>([
    [[], ['a', 'b']],
    [[{ serverName: 'a' }], ['b']],
    [
      [{ serverName: 'a' }, { serverUrl: 'https://other.dev/*' }],
      ['a', 'b'],
    ],
    [[{ serverName: 'b' }, { serverUrl: 'https://mcp.acme.dev/*' }], []],
    [[{ serverName: 'a' }, { serverCommand: ['npx', 'y'] }], ['b']],
    [[{ serverName: 'a' }, { serverCommand: ['npx', 'x'] }], []],
    [[{ serverName: 'a' }, { serverCommand: ['npx', 'x', 'y'] }], ['b']],
    [
      [{ serverName: 'b' }, { serverCommand: ['npx', 'y'] }],
      ['a', 'b'],
    ],
    [[{ serverName: 'b' }, { serverUrl: 'https://mcp.acme.dev/MCP' }], ['a']],
  ])('an allow list of %j leaves out %j', async (rules, out) => {
    const text = JSON.stringify({ allowedMcpServers: rules });
    expect(await titles({ [POLICY]: text })).toEqual(
      out.map((name) => `The server “${name}” is on no allow list`),
    );
  });
  test('a deny list with a command names it word by word, and shows none of its values', async () => {
    const text = JSON.stringify({
      deniedMcpServers: [{ serverCommand: ['npx', '--api-key', 'planted-0123456789abcdef'] }],
    });
    const tree = {
      [STATE]: servers({ c: npx('--api-key', 'planted-0123456789abcdef'), d: npx('--api-key') }),
      [POLICY]: text,
    };
    const found = await findInFiles(f121, tree);
    expect(found.map(({ title }) => title)).toEqual(['The server “c” is on a deny list']);
    expect(found[0]?.detail).toContain('serverCommand npx --api-key …');
    expect(JSON.stringify(found)).not.toContain('planted');
  });
  test('a command with a variable cannot be held against a rule', async () => {
    const tree = {
      [STATE]: servers({ c: npx('${PKG}') }),
      [POLICY]: JSON.stringify({ allowedMcpServers: [{ serverCommand: ['npx', 'x'] }] }),
    };
    expect(await findInFiles(f121, tree)).toMatchObject([
      { severity: 'warning', confidence: 'possible' },
    ]);
  });
  test('the allow list of a user does not count where only the managed one does', async () => {
    const policy = { allowedMcpServers: [{ serverName: 'b' }], allowManagedMcpServersOnly: true };
    const settings = JSON.stringify({ allowedMcpServers: [{ serverName: 'a' }] });
    expect(await titles({ [POLICY]: JSON.stringify(policy), [SETTINGS]: settings })).toEqual([
      'The server “a” is on no allow list',
    ]);
  });
  test('the third-party mode can switch local servers off', async () => {
    const folder = '/home/ada/AppData/Local/Claude-3p';
    const tree = {
      [`${folder}/claude_desktop_config.json`]: servers({ a: npx('x') }),
      [`${folder}/configLibrary/p.json`]: JSON.stringify({ isLocalDevMcpEnabled: false }),
    };
    const found = await findInFiles(f121, tree, { os: 'win32', copied: true });
    expect(found).toMatchObject([{ clients: ['claude-desktop-3p'] }]);
  });
  test('without rules nothing is said', async () => {
    expect(await titles({ [POLICY]: '{"model":"opus"}' })).toEqual([]);
  });
});
