import { expect, test } from 'vitest';
import { sampleMachine } from '../testing/sample-machine.ts';
import { hiddenBy, hiddenInCodeTab, mayTell } from './precedence.ts';

const local = (project: string) => ({
  scope: 'local',
  pointer: `/projects/${project.replaceAll('/', '~1')}/mcpServers/acme`,
});
const machine = sampleMachine(
  { scope: 'local', entries: [local('/home/ada/app'), { ...local('/home/ada/b'), name: 'other' }] },
  { scope: 'project', file: '/home/ada/app/.mcp.json', entries: [{}] },
  { scope: 'user', entries: [{}, { name: 'other' }, { name: 'alone' }] },
  { scope: 'plugin', entries: [{ name: 'brought', url: 'https://mcp.acme.dev/mcp' }] },
  { client: 'cursor', scope: 'project', file: '/home/ada/app/x.json', entries: [{}] },
);
const entries = machine.configs.flatMap((config) => config.entries);
const hidden = entries.map((one) => [one.client, one.scope, one.name, hiddenBy(one, machine)]);

test('local comes before project before user, by name and within one project', () => {
  const IN_APP = 'the entry of the same name in the scope local in /home/ada/app';
  expect(hidden).toEqual([
    ['claude-code', 'local', 'acme', null],
    ['claude-code', 'local', 'other', null],
    ['claude-code', 'project', 'acme', IN_APP],
    ['claude-code', 'user', 'acme', IN_APP],
    ['claude-code', 'user', 'other', IN_APP.replace('/app', '/b')],
    ['claude-code', 'user', 'alone', null],
    ['claude-code', 'plugin', 'brought', IN_APP.replace('name', 'address')],
    ['cursor', 'project', 'acme', null],
  ]);
});

test('a log belongs to the project that its folder is named after, and to the entry taken there', () => {
  const told = (project: string | null) =>
    entries.filter((one) => one.name === 'acme' && mayTell(one, machine, project));
  const scopes = (project: string | null) =>
    told(project).map(({ client, scope }) => `${client} ${scope}`);
  expect(scopes('-home-ada-app')).toEqual(['claude-code local', 'cursor project']);
  expect(scopes('-home-ada-b')).toEqual(['claude-code user']);
  expect(scopes(null)).toHaveLength(4);
});

test('in the Code tab the file of Claude Desktop wins on the same name, and only there', () => {
  const desktop = { client: 'claude-desktop-stdio', file: '/home/ada/desktop.json' } as const;
  const both = sampleMachine(
    { scope: 'user', entries: [{}, { name: 'other' }] },
    { ...desktop, scope: 'user', entries: [{ command: 'npx', url: null }] },
    { ...desktop, scope: 'extension', entries: [{ name: 'other', command: 'x', url: null }] },
  );
  const told = both.configs
    .flatMap((config) => config.entries)
    .map((one) => [hiddenBy(one, both), hiddenInCodeTab(one, both)]);
  expect(told).toEqual([
    [null, 'the entry of the same name in /home/ada/desktop.json'],
    [null, null],
    [null, null],
    [null, null],
  ]);
});

test('an entry that is switched off hides no other', () => {
  const fact = { kind: 'disabled-server', name: 'acme', value: 'disabledMcpServers' } as const;
  const at = { pointer: '/disabledMcpServers/0', line: 1, column: 1, excerpt: '' };
  const user = { scope: 'user', entries: [{}] };
  const off = sampleMachine(
    { scope: 'project', entries: [{}] },
    { ...user, file: '/home/ada/.claude.json' },
  );
  const settings = [
    {
      client: 'claude-code',
      scope: 'user',
      file: '/home/ada/app/x.json',
      state: 'ok',
      detail: null,
      problems: [],
      facts: [{ ...fact, value: 'disabledMcpjsonServers', ...at }],
      managed: false,
    },
  ] as const;
  const [, entry] = off.configs.flatMap((config) => config.entries);
  if (entry === undefined) throw new Error('no entry');
  expect(hiddenBy(entry, off)).toContain('in the scope project');
  expect(hiddenBy(entry, { ...off, settings })).toBeNull();
});
