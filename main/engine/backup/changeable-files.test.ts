import { describe, expect, test } from 'vitest';
import { createFakeFiles } from '../testing/fake-files.ts';
import { changeableFiles } from './changeable-files.ts';
import { HOME } from './testing/backup-rig.ts';

const PROJECT = `${HOME}/work`;

async function paths(tree: Readonly<Record<string, string>>, copied = false) {
  const place = {
    ...{ os: 'linux' as const, home: HOME, copied, project: PROJECT },
    join: (...parts: string[]) => parts.join('/'),
    env: () => undefined,
  };
  const found = await changeableFiles({ files: createFakeFiles(tree), place });
  return found.map(({ path }) => path);
}

describe('the files that can be changed', () => {
  test('are configurations, settings and stores, each once', async () => {
    const hash = '0123456789abcdef0123456789abcdef';
    const remote = `${HOME}/.mcp-auth/mcp-remote-0.1.29`;
    const found = await paths({
      [`${remote}/${hash}_tokens.json`]: '{}',
      [`${remote}/${hash}_client_info.json`]: '{}',
    });
    expect(found).toEqual(
      expect.arrayContaining([
        `${HOME}/.claude.json`,
        `${HOME}/.claude/settings.json`,
        `${HOME}/.claude/.credentials.json`,
        `${HOME}/.config/Claude/claude_desktop_config.json`,
        `${PROJECT}/.mcp.json`,
        `${HOME}/.cursor/mcp.json`,
        `${remote}/${hash}_tokens.json`,
        `${remote}/${hash}_client_info.json`,
      ]),
    );
    expect(new Set(found).size).toBe(found.length);
  });

  test('G16: are none that an organisation, a plugin or an extension writes, and no logs', async () => {
    const plugin = `${HOME}/.claude/plugins/cache/a/b/1.0.0/.mcp.json`;
    const extension = `${HOME}/.config/Claude/Claude Extensions/x/manifest.json`;
    const profile = `${HOME}/.config/Claude-3p/configLibrary/one.json`;
    const log = `${HOME}/.mcp-auth/mcp-remote-0.1.29/0123456789abcdef0123456789abcdef_debug.log`;
    const found = await paths({ [plugin]: '', [extension]: '', [profile]: '', [log]: '' });
    for (const one of [plugin, extension, profile, log]) expect(found).not.toContain(one);
    expect(found.filter((one) => /^\/etc|managed|\.toml$/.test(one))).toEqual([]);
  });
});
