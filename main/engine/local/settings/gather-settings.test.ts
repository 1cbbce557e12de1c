import { describe, expect, test } from 'vitest';
import {
  createFakeFiles,
  fakeFolder,
  fakeUnreadable,
  type FakeTree,
} from '../../testing/fake-files.ts';
import { createFakePlace, type FakePlaceOptions } from '../../testing/fake-place.ts';
import { gatherSettings } from './gather-settings.ts';

const HOME = '/home/ada';
const PROJECT = `${HOME}/app`;

async function settingsIn(tree: FakeTree, options: FakePlaceOptions = {}) {
  const place = createFakePlace({ project: PROJECT, ...options });
  return gatherSettings({ files: createFakeFiles(tree), place }, new AbortController().signal);
}
const lines = (settings: Awaited<ReturnType<typeof settingsIn>>): string[] =>
  settings.flatMap(({ facts }) => facts.map(({ kind, name, value }) => `${kind} ${name}=${value}`));

describe('settings of Claude Code', () => {
  test('what decides about servers is noted, with its place', async () => {
    const settings = await settingsIn({
      [`${HOME}/.claude/settings.json`]:
        '{\n  "disableClaudeAiConnectors": true,\n  "theme": "dark"\n}',
    });
    expect(settings).toMatchObject([
      {
        client: 'claude-code',
        scope: 'user',
        managed: false,
        state: 'ok',
        facts: [{ name: 'disableClaudeAiConnectors', value: 'true', line: 2, column: 32 }],
      },
    ]);
  });

  test('H1: variables are masked unless they are known to be harmless', async () => {
    const env = {
      ANTHROPIC_API_KEY: 'sk-ant-0123456789abcdefghij',
      ANTHROPIC_BASE_URL: 'https://u:p@gw.dev/v1?key=abc',
      HTTPS_PROXY: 'http://u:p@proxy:3128',
      CLAUDE_CODE_USE_BEDROCK: '1',
      MY_OWN: 'hunter2',
      EMPTY: '',
    };
    const tree = { [`${HOME}/.claude/settings.json`]: JSON.stringify({ env }) };
    expect(lines(await settingsIn(tree))).toEqual([
      'variable ANTHROPIC_API_KEY=…',
      'variable ANTHROPIC_BASE_URL=https://…@gw.dev/v1?key=…',
      'variable HTTPS_PROXY=http://…@proxy:3128',
      'variable CLAUDE_CODE_USE_BEDROCK=1',
      'variable MY_OWN=…',
      'variable EMPTY=',
    ]);
  });

  test('G16: managed files are read where they lie, and not for a copied profile', async () => {
    const tree = {
      '/etc/claude-code/managed-settings.json': '{"allowedMcpServers":[]}',
      '/etc/claude-code/managed-settings.d/10.json':
        '{"deniedMcpServers":[{"serverCommand":["npx","hunter2"]},{"serverName":"a"}]}',
    };
    const settings = await settingsIn(tree);
    expect(settings.every(({ managed }) => managed)).toBe(true);
    expect(lines(settings)).toEqual([
      'policy allowedMcpServers=none',
      'policy deniedMcpServers=serverCommand npx …',
      'policy deniedMcpServers=serverName a',
    ]);
    expect(await settingsIn(tree, { copied: true })).toEqual([]);
  });

  test('approvals of older versions stand in the state file, per project', async () => {
    const tree = {
      [`${PROJECT}/.mcp.json`]: '{"mcpServers":{"a":{"command":"x"},"b":{"command":"x"}}}',
      [`${HOME}/.claude.json`]: JSON.stringify({
        projects: { [PROJECT]: { enabledMcpjsonServers: ['a'], hasTrustDialogAccepted: false } },
      }),
    };
    expect(lines(await settingsIn(tree))).toEqual([
      'switch hasTrustDialogAccepted=false',
      'switch a=enabledMcpjsonServers',
      'unapproved-server b=mcpServers',
    ]);
  });
});

test('Claude Desktop: extensions that are off, the Node of the app, developer settings', async () => {
  const folder = `${HOME}/.config/Claude`;
  const tree = {
    [`${folder}/claude_desktop_config.json`]: '{"isUsingBuiltInNodeForMcp":true}',
    [`${folder}/developer_settings.json`]: '{"allowDevTools":true}',
    [`${folder}/Claude Extensions Settings/a.json`]:
      '{"isEnabled":false,"userConfig":{"key":"hunter2"}}',
  };
  const settings = await settingsIn(tree);
  expect(lines(settings)).toEqual([
    'switch isUsingBuiltInNodeForMcp=true',
    'switch allowDevTools=true',
    'switch isEnabled=false',
  ]);
  expect(
    JSON.stringify(settings.map(({ facts }) => facts.map(({ value }) => value))),
  ).not.toContain('hunter2');
});

test.each([
  [fakeFolder(), 'folder'],
  [fakeUnreadable('EACCES'), 'unreadable'],
  ['{"env": {', 'broken'],
  ['', 'empty'],
])('a settings file that cannot be read says so: %j', async (entry, state) => {
  const settings = await settingsIn({ [`${HOME}/.claude/settings.json`]: entry });
  expect(settings).toMatchObject([{ state }]);
});

test('files without a word about servers leave no trace', async () => {
  expect(await settingsIn({ [`${HOME}/.claude/settings.json`]: '{"theme":"dark"}' })).toEqual([]);
});

test.each(['darwin', 'win32', 'linux'] as const)(
  'a copied %s profile is read inside home and project only',
  async (os) => {
    const files = createFakeFiles({});
    const place = createFakePlace({ os, copied: true, project: '/srv/app' });
    await gatherSettings({ files, place }, new AbortController().signal);
    expect(files.asked.filter((path) => !/^\/(home\/ada|srv\/app)(\/|$)/.test(path))).toEqual([]);
  },
);
