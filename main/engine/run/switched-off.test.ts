import { describe, expect, test } from 'vitest';
import type { Report } from '../../contract/report.ts';
import { MCP_URL } from '../testing/exchange-builders.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { HEALTHY_ROUTES } from '../testing/healthy-routes.ts';
import { diagnose, type DiagnoseRequest } from './diagnose.ts';
import { RULES } from './rules.ts';

const WINDSURF = '/home/ada/.codeium/windsurf/mcp_config.json';
const STATE = '/home/ada/.claude.json';
const PLUGIN = '/home/ada/.claude/plugins/cache/market/tools/1.0.0/.mcp.json';
const SETTINGS = '/home/ada/.claude/settings.json';

const OFF = JSON.stringify({ mcpServers: { acme: { serverUrl: MCP_URL, disabled: true } } });
const ON = JSON.stringify({ mcpServers: { acme: { type: 'http', url: MCP_URL } } });
const PLUGIN_OFF = {
  [PLUGIN]: ON,
  [SETTINGS]: JSON.stringify({ enabledPlugins: { 'tools@market': false } }),
};

async function run(
  files: Readonly<Record<string, string>>,
  choice: DiagnoseRequest['choice'] = { kind: 'everything' },
): Promise<{ readonly report: Report; readonly asked: number }> {
  const env = { DISPLAY: ':0' };
  const ports = createFakePorts({ files, env, routes: HEALTHY_ROUTES });
  const report = await diagnose(
    { choice, clients: null, offline: false, connectTo: [], ca: null, register: false },
    {
      ...RULES,
      ports,
      tool: { name: 'unblank', version: '0.0.0' },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
  return { report, asked: ports.http.requests.length };
}

describe('a server that is switched off everywhere', () => {
  test.each([
    ['by a word in its entry', { [WINDSURF]: OFF }],
    ['with its plugin', PLUGIN_OFF],
  ])('%s is shown and not asked', async (_, files) => {
    const { report, asked } = await run(files);
    expect(asked).toBe(0);
    expect(report.targets).toMatchObject([{ url: MCP_URL, findings: [{ code: 'F116' }] }]);
    expect(report.notExamined.map(({ why }) => why)).toContain(
      'It is switched off here, so it was not asked. Name it to have it asked.',
    );
  });

  test.each<[string, DiagnoseRequest['choice']]>([
    ['name', { kind: 'names', names: ['acme'] }],
    ['address', { kind: 'urls', urls: [MCP_URL] }],
  ])('is asked where it is chosen by its %s', async (_, choice) => {
    expect((await run({ [WINDSURF]: OFF }, choice)).asked).toBeGreaterThan(0);
  });

  test('is blocked for the client that has it off, whatever the server says', async () => {
    const { report } = await run(PLUGIN_OFF, { kind: 'names', names: ['acme'] });
    const verdicts = report.targets[0]?.verdicts ?? [];
    const own = verdicts.filter(({ client }) => client === 'claude-code');
    expect(own.map(({ outcome, cause, step }) => [outcome, cause, step])).toEqual(
      own.map(() => ['blocked', 'F116', 'local']),
    );
    expect(own[0]?.why).toContain(`${SETTINGS}, line 1`);
    expect(verdicts.some(({ outcome }) => outcome === 'works')).toBe(true);
  });
});

test('a server that another client has on is asked, and works there', async () => {
  const { report, asked } = await run({ [WINDSURF]: OFF, [STATE]: ON });
  expect(asked).toBeGreaterThan(0);
  const own = report.targets[0]?.verdicts.find(({ client }) => client === 'claude-code');
  expect(own?.outcome).toBe('works');
});
