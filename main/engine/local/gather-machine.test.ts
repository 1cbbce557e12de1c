import { describe, expect, test } from 'vitest';
import type { Files, Place } from '../ports.ts';
import { createFakeFiles, fakeFolder, fakeUnreadable } from '../testing/fake-files.ts';
import { createFakePlace } from '../testing/fake-place.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { gatherMachine } from './gather-machine.ts';

const LIVE = new AbortController().signal;
/** Files and place as a test says, and nothing else on the machine. */
const portsOf = (parts: { files?: Files; place?: Place } = {}) => ({
  ...createFakePorts(),
  ...parts,
});
const server = (name: string): string =>
  JSON.stringify({ mcpServers: { [name]: { type: 'http', url: `https://${name}.dev/mcp` } } });

const PACKAGE = '/home/ada/AppData/Local/Packages/Claude_pzs8sxrjxfjjc';
const PACKAGED = `${PACKAGE}/LocalCache/Roaming/Claude/claude_desktop_config.json`;

describe('G16: the places of each system', () => {
  test.each([
    ['darwin', '/home/ada/Library/Application Support/Claude/claude_desktop_config.json'],
    ['win32', '/home/ada/AppData/Roaming/Claude/claude_desktop_config.json'],
    ['linux', '/home/ada/.config/Claude/claude_desktop_config.json'],
  ] as const)('%s: Claude Desktop', async (os, file) => {
    const ports = portsOf({
      files: createFakeFiles({ [file]: server('a') }),
      place: createFakePlace({ os }),
    });
    const { machine, notExamined } = await gatherMachine(ports, LIVE);
    expect(machine.configs).toMatchObject([
      { client: 'claude-desktop-stdio', scope: 'user', file, state: 'ok' },
    ]);
    expect(machine.installs).toMatchObject([
      { client: 'claude-desktop-stdio', how: 'data folder' },
    ]);
    // Policies in the registry and in managed preferences are no files.
    expect(notExamined.map(({ what }) => what.split(' ')[0])).toEqual(
      os === 'linux' ? [] : ['policies'],
    );
  });

  test('win32: the package folder, whatever its family id', async () => {
    const ports = portsOf({
      files: createFakeFiles({ [PACKAGED]: server('a') }),
      place: createFakePlace({ os: 'win32', copied: true }),
    });
    const { machine } = await gatherMachine(ports, LIVE);
    expect(machine.configs).toMatchObject([{ scope: 'package', file: PACKAGED }]);
    expect(machine.installs).toMatchObject([{ how: 'Windows package', location: PACKAGE }]);
  });

  test('Claude Code: user, project and managed files, with its version', async () => {
    const files = createFakeFiles({
      '/home/ada/.claude.json': JSON.stringify({
        lastOnboardingVersion: '2.1.197',
        lastReleaseNotesSeen: '2.1.330',
        projects: {
          '/home/ada/app': { mcpServers: { local: { type: 'http', url: 'https://l.dev' } } },
        },
      }),
      '/home/ada/app/.mcp.json': server('project'),
      '/etc/claude-code/managed-mcp.json': server('managed'),
    });
    const place = createFakePlace({ project: '/home/ada/app' });
    const { machine } = await gatherMachine(portsOf({ files, place }), LIVE);
    expect(machine.configs.map(({ scope }) => scope)).toEqual(['user', 'project', 'managed']);
    expect(machine.configs[0]?.entries[0]?.scope).toBe('local');
    expect(machine.installs).toMatchObject([{ client: 'claude-code', version: '2.1.330' }]);
  });

  test('mcp-remote: one store per version', async () => {
    const files = createFakeFiles({
      '/home/ada/.mcp-auth/mcp-remote-0.1.37/a_tokens.json': '{}',
      '/home/ada/.mcp-auth/mcp-remote-v1/a_tokens.json': '{}',
    });
    const { machine } = await gatherMachine(portsOf({ files, place: createFakePlace() }), LIVE);
    expect(machine.installs.map(({ version }) => version)).toEqual(['0.1.37', null]);
  });

  test('CLAUDE_CONFIG_DIR and APPDATA are followed', async () => {
    const files = createFakeFiles({
      '/x/.claude.json': server('a'),
      '/y/Claude/claude_desktop_config.json': server('b'),
    });
    const place = createFakePlace({ os: 'win32', env: { CLAUDE_CONFIG_DIR: '/x', APPDATA: '/y' } });
    const { machine } = await gatherMachine(portsOf({ files, place }), LIVE);
    expect(machine.configs.map(({ file }) => file)).toEqual([
      '/y/Claude/claude_desktop_config.json',
      '/x/.claude.json',
    ]);
  });
});

test.each(['darwin', 'win32', 'linux'] as const)(
  'a copied %s profile is read inside home and project only',
  async (os) => {
    const files = createFakeFiles({ '/home/ada/.claude.json': server('a') });
    const env = { CLAUDE_CONFIG_DIR: '/x', APPDATA: '/y', XDG_CONFIG_HOME: '/z' };
    const place = createFakePlace({ os, copied: true, project: '/srv/app', env });
    await gatherMachine(portsOf({ files, place }), LIVE);
    expect(files.asked.filter((path) => !/^\/(home\/ada|srv\/app)(\/|$)/.test(path))).toEqual([]);
  },
);

test('a machine without any of it is empty and complete', async () => {
  const gathered = await gatherMachine(
    portsOf({ files: createFakeFiles(), place: createFakePlace() }),
    LIVE,
  );
  expect(gathered).toEqual({
    machine: { ...sampleMachine(), facts: gathered.machine.facts },
    notExamined: [],
  });
});

test('what cannot be read is named', async () => {
  const files = createFakeFiles({
    '/home/ada/.claude.json': fakeFolder(),
    '/home/ada/.config/Claude/claude_desktop_config.json': fakeUnreadable('EACCES'),
    '/home/ada/app/.mcp.json': '{"mcpServers": {',
  });
  const place = createFakePlace({ project: '/home/ada/app' });
  const { machine, notExamined } = await gatherMachine(portsOf({ files, place }), LIVE);
  expect(machine.configs.map(({ state }) => state).sort()).toEqual([
    'broken',
    'folder',
    'unreadable',
  ]);
  expect(notExamined.map(({ what }) => what).sort()).toEqual([
    '/home/ada/.claude.json',
    '/home/ada/.config/Claude/claude_desktop_config.json',
    '/home/ada/app/.mcp.json',
  ]);
});

describe('L1: logs have a time of their own', () => {
  const file = '/home/ada/.config/Claude/logs/mcp.log';
  const files = createFakeFiles({ [file]: 'x', '/home/ada/.claude.json': server('a') });
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  test('a drive that hangs costs eleven seconds, and the rest is there', async () => {
    const ports = { ...createFakePorts(), files };
    const hanging = { ...ports.logs, scan: () => new Promise<never>(() => {}) };
    const gathering = gatherMachine({ ...ports, logs: hanging }, LIVE);
    await settled();
    ports.clock.advance(10_000);
    await settled();
    ports.clock.advance(1000);
    const { machine, notExamined } = await gathering;
    expect(machine.configs).toHaveLength(1);
    expect(notExamined.map(({ what }) => what)).toContain('logs');
    expect(ports.clock.pending).toBe(0);
  });

  test('no timer is left where all is read', async () => {
    const ports = { ...createFakePorts(), files };
    await gatherMachine(ports, LIVE);
    expect(ports.clock.pending).toBe(0);
  });
});

describe('a files port that fails', () => {
  const hanging: Files = {
    read: () => new Promise(() => {}),
    stat: () => Promise.resolve(null),
    list: () => Promise.resolve([]),
  };
  const throwing: Files = {
    read: () => Promise.reject(new Error('EIO')),
    stat: () => Promise.resolve(null),
    list: () => Promise.resolve([]),
  };

  test('L1: one that hangs is left when the run is stopped', async () => {
    const stop = new AbortController();
    const gathering = gatherMachine(
      portsOf({ files: hanging, place: createFakePlace() }),
      stop.signal,
    );
    stop.abort();
    const { machine, notExamined } = await gathering;
    expect(machine.configs).toEqual([]);
    expect(notExamined.map(({ what }) => what)).toContain('.claude.json (claude-code, user)');
  });

  test('L1: nothing is asked after the run was stopped', async () => {
    const files = createFakeFiles();
    await gatherMachine(portsOf({ files, place: createFakePlace() }), AbortSignal.abort());
    expect(files.asked).toEqual([]);
  });

  test('L2: one that throws is a file that could not be read', async () => {
    const { machine } = await gatherMachine(
      portsOf({ files: throwing, place: createFakePlace() }),
      LIVE,
    );
    expect(new Set(machine.configs.map(({ state }) => state))).toEqual(new Set(['unreadable']));
  });
});
