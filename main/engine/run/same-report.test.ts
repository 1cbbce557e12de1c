import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../contract/report.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { diagnose, type DiagnoseRequest } from './diagnose.ts';
import { RULES } from './rules.ts';

const HOME = '/home/ada';
const LOGS = `${HOME}/.cache/claude-cli-nodejs`;
const REMOTE = `${HOME}/.mcp-auth`;
const HASH = '0a'.repeat(16);
const url = (name: string) => `https://${name}.acme.dev/mcp`;
const servers = (...names: readonly string[]) =>
  JSON.stringify({
    mcpServers: Object.fromEntries(names.map((name) => [name, { type: 'http', url: url(name) }])),
  });
const log = (name: string, text: string) =>
  `${JSON.stringify({ debug: `Initializing HTTP transport to ${url(name)}`, timestamp: '2026-11-20T10:00:00.000Z', sessionId: name })}\n${JSON.stringify({ error: text, timestamp: '2026-11-20T10:00:01.000Z', sessionId: name })}\n`;
const FAILED = 'HTTP Connection failed after 9ms: read ECONNRESET (code: ECONNRESET, errno: -104)';

/** Files of which folders list several: plugins, profiles, logs, stores. */
const FILES: Readonly<Record<string, string>> = {
  [`${HOME}/.claude.json`]: servers('a', 'b', 'c'),
  [`${HOME}/app/.mcp.json`]: servers('a', 'd'),
  [`${HOME}/.claude/plugins/cache/m/one/1.0.0/.mcp.json`]: servers('e'),
  [`${HOME}/.claude/plugins/cache/m/two/1.0.0/.mcp.json`]: servers('f', 'a'),
  [`${HOME}/.claude/plugins/cache/n/one/2.0.0/.mcp.json`]: servers('e'),
  [`${HOME}/.config/Code/User/profiles/x/mcp.json`]: JSON.stringify({ servers: { a: {} } }),
  [`${HOME}/.config/Code/User/profiles/y/mcp.json`]: JSON.stringify({ servers: { a: 7 } }),
  [`${HOME}/.gemini/extensions/x/gemini-extension.json`]: servers('g'),
  [`${HOME}/.gemini/extensions/y/gemini-extension.json`]: servers('h'),
  [`${LOGS}/-home-ada-app/mcp-logs-a/1.jsonl`]: log('a', FAILED),
  [`${LOGS}/-home-ada-app/mcp-logs-a/2.jsonl`]: log('a', 'Connection failed: fetch failed'),
  [`${LOGS}/-home-ada-app/mcp-logs-b/1.jsonl`]: log('b', FAILED),
  [`${LOGS}/-home-ada/mcp-logs-a/1.jsonl`]: log('a', FAILED),
  [`${HOME}/.config/Claude/logs/mcp-server-a.log`]: `2026-11-20T10:00:00.000Z [a] [error] Server disconnected.\n`,
  [`${HOME}/.config/Claude/logs/mcp-server-b.log`]: `2026-11-20T10:00:00.000Z [b] [error] Server disconnected.\n`,
  [`${REMOTE}/mcp-remote-0.1.37/${HASH}_tokens.json`]: '{"access_token":""}',
  [`${REMOTE}/mcp-remote-0.1.29/${HASH}_tokens.json`]: '{"access_token":"x"}',
  [`${REMOTE}/mcp-remote-v1/${HASH}_client_info.json`]: '{"client_id":"x"}',
};

/** @param mix what is done to the names of each folder */
async function reportOf(
  mix: <T>(names: readonly T[]) => readonly T[],
  choice: DiagnoseRequest['choice'] = { kind: 'everything' },
  files = FILES,
): Promise<Report> {
  const fake = createFakePorts({
    files,
    project: `${HOME}/app`,
    now: Date.UTC(2026, 10, 21),
  });
  const list = async (folder: string) => mix(await fake.files.list(folder));
  return diagnose(
    {
      choice,
      clients: null,
      offline: true,
      connectTo: [],
      ca: null,
      register: false,
    },
    {
      ...RULES,
      ports: { ...fake, files: { ...fake.files, list } },
      tool: { name: 'unblank', version: '0.0.0' },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
}

/** Every finding with the server that it is about, in an order of their own. */
function findingsOf({ machine, targets }: Report): readonly string[] {
  const all = [
    ...machine.findings,
    ...targets.flatMap(({ id, findings }) => findings.map((one) => ({ ...one, on: id }))),
  ];
  return all.map((one) => JSON.stringify(one)).toSorted();
}

const unmixed = <T>(names: readonly T[]): readonly T[] => names;

test('L4: two runs give the same report', async () => {
  const first = await reportOf(unmixed);
  expect(first.machine.logs.length).toBeGreaterThan(4);
  expect(first.targets.flatMap(({ findings }) => findings).length).toBeGreaterThan(3);
  expect(await reportOf(unmixed)).toEqual(first);
});

test('L4: findings do not depend on the order in which folders list their files', async () => {
  const first = findingsOf(await reportOf(unmixed));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.boolean(), async (by, isBack) => {
      const mix = <T>(names: readonly T[]): readonly T[] => {
        const at = names.length === 0 ? 0 : by % names.length;
        const turned = [...names.slice(at), ...names.slice(0, at)];
        return isBack ? turned.toReversed() : turned;
      };
      expect(findingsOf(await reportOf(mix))).toEqual(first);
    }),
    { numRuns: 18 },
  );
});

test('a chosen server has the same findings as among all, and nothing of others', async () => {
  const all = await reportOf(unmixed);
  expect(all.targets.length).toBeGreaterThan(6);
  for (const target of all.targets) {
    const { targets, machine } = await reportOf(unmixed, { kind: 'target', id: target.id });
    expect(targets).toEqual([target]);
    const files = new Set(target.names.map(({ file }) => file));
    for (const one of machine.findings) {
      expect(all.machine.findings).toContainEqual(one);
      const named = one.evidence.flatMap((seen) => (seen.kind === 'file' ? [seen.file] : []));
      expect(named.length === 0 || named.some((file) => files.has(file))).toBe(true);
    }
  }
});

test('a chosen server of Claude Code keeps what is said of Claude Code as such', async () => {
  const env = { HTTPS_PROXY: 'socks5://proxy.example:1080' };
  const more = { ...FILES, [`${HOME}/.claude/settings.json`]: JSON.stringify({ env }) };
  const titles = async (name: string) => {
    const { machine } = await reportOf(unmixed, { kind: 'names', names: [name] }, more);
    return machine.findings.map(({ title }) => title);
  };
  const said = 'Claude Code cannot use a SOCKS proxy';
  expect(await titles('b')).toContain(said);
  expect(await titles('g')).not.toContain(said);
});
