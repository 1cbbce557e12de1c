import { describe, expect, test } from 'vitest';
import type { InstallEvidence, MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { occurrencesOnMachine } from '../testing/judge-mode.ts';
import { findInFiles } from '../testing/judge-files.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { mode } from './f12-local-proxy.ts';

const PROXY = { variable: 'https_proxy', value: 'http://…@proxy.example:3128' };
const install = (version: string): InstallEvidence => ({
  client: 'claude-code',
  version,
  location: '/home/ada/.claude',
  how: 'folder',
});
const remote = (changes: Partial<ServerEntry> = {}) => ({
  client: 'claude-desktop-stdio' as const,
  entries: [{ viaMcpRemote: true, transport: 'stdio' as const, ...changes }],
});
const behind = (machine: MachineEvidence, ...proxies: MachineEvidence['proxies']) => ({
  ...machine,
  proxies: proxies.length > 0 ? proxies : [PROXY],
});
const titles = (machine: MachineEvidence) =>
  occurrencesOnMachine(mode, machine).map(({ title }) => title);

test('E7: what is set is shown as it was gathered, with its credentials masked', () => {
  const [found] = occurrencesOnMachine(mode, behind(sampleMachine(remote())));
  expect(found?.detail).toContain('https_proxy=http://…@proxy.example:3128');
  expect(found?.evidence[1]).toEqual({
    kind: 'store',
    file: 'environment',
    pointer: 'https_proxy',
    fact: 'http://…@proxy.example:3128',
  });
});

describe('Claude Code', () => {
  const socks = { variable: 'HTTPS_PROXY', value: 'socks5h://proxy.example:1080' };

  test('cannot use SOCKS', () => {
    const machine = { ...sampleMachine(), installs: [install('2.1.330')] };
    expect(titles(behind(machine, socks))).toEqual(['Claude Code cannot use a SOCKS proxy']);
    expect(titles(behind(sampleMachine(), socks))).toEqual([]);
    expect(titles(behind(machine, { ...socks, variable: 'ALL_PROXY' }))).toEqual([]);
  });

  test('signs in past the proxy before 2.1.133', () => {
    const machine = (version: string) =>
      behind({ ...sampleMachine(), installs: [install(version)] });
    expect(titles(machine('2.1.132'))).toEqual(['Claude Code 2.1.132 signs in past your proxy']);
    expect(titles(machine('2.1.133'))).toEqual([]);
  });
});

describe('a proxy that files set', () => {
  const STATE = '/home/ada/.claude.json';
  const SETTINGS = '/home/ada/.claude/settings.json';
  const DESKTOP = '/home/ada/.config/Claude/claude_desktop_config.json';
  const env = { HTTPS_PROXY: 'http://ada:planted-secret@proxy.example:3128' };
  const remoteIn = (more: object = {}) =>
    JSON.stringify({
      mcpServers: { a: { command: 'npx', args: ['mcp-remote', 'https://x.dev/mcp'], ...more } },
    });

  test.each<[string, Record<string, string>, string]>([
    ['the entry', { [DESKTOP]: remoteIn({ env }) }, 'HTTPS_PROXY in its env'],
    [
      'the settings of Claude Code',
      { [STATE]: remoteIn(), [SETTINGS]: JSON.stringify({ env }) },
      'HTTPS_PROXY=http://…@proxy.example:3128',
    ],
  ])(
    'E7: in %s is told without its credentials, also of a copied profile',
    async (_, tree, words) => {
      const found = await findInFiles(mode, tree, { copied: true });
      expect(found).toMatchObject([{ title: 'mcp-remote goes past your proxy' }]);
      expect(found[0]?.detail).toContain(words);
      expect(JSON.stringify(found)).not.toContain('planted');
    },
  );
  test('in the settings of Claude Code is not for what Claude Desktop starts', async () => {
    const tree = { [DESKTOP]: remoteIn(), [SETTINGS]: JSON.stringify({ env }) };
    expect(await findInFiles(mode, tree)).toEqual([]);
  });
  test('that is empty is none', async () => {
    const off = JSON.stringify({ env: { HTTPS_PROXY: '' } });
    expect(await findInFiles(mode, { [STATE]: remoteIn(), [SETTINGS]: off })).toEqual([]);
  });
  test('SOCKS in the settings of Claude Code is none that it can use', async () => {
    const text = JSON.stringify({ env: { https_proxy: 'socks5://proxy.example:1080' } });
    const found = await findInFiles(mode, { [STATE]: '{"mcpServers":{}}', [SETTINGS]: text });
    expect(found).toMatchObject([
      { title: 'Claude Code cannot use a SOCKS proxy', evidence: [{ file: SETTINGS }] },
    ]);
  });
});

describe('mcp-remote', () => {
  test('needs its flag, and the entry is pointed at', () => {
    const machine = behind(sampleMachine(remote()));
    const [found] = occurrencesOnMachine(mode, machine);
    expect(found).toMatchObject({
      title: 'mcp-remote goes past your proxy',
      severity: 'advice',
      entries: [machine.configs[0]?.entries[0]?.id],
    });
  });

  test.each([
    ['with the flag', { excerpt: '"args": ["mcp-remote", "--enable-proxy"]' }],
    ['cut short, where the flag may stand behind', { excerpt: '"args": [\n…' }],
    ['to this machine', { url: 'http://localhost:3000/mcp' }],
    ['that is none', { viaMcpRemote: false }],
  ])('an entry %s is fine', (_, changes) => {
    expect(titles(behind(sampleMachine(remote(changes))))).toEqual([]);
  });

  test('without a proxy there is nothing to say', () => {
    expect(titles(sampleMachine(remote()))).toEqual([]);
  });
});
