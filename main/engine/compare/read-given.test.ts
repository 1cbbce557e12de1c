import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import type { FileRead } from '../ports.ts';
import { readGiven } from './read-given.ts';
import { savedReport } from './testing/saved-report.ts';

const bytes = (text: string): FileRead => ({
  kind: 'bytes',
  bytes: new TextEncoder().encode(text),
});
const SERVER = { type: 'http', url: 'https://mcp.acme.dev/mcp' };
const json = (value: unknown) => bytes(JSON.stringify(value));

function configAt(file: string, read: FileRead) {
  const given = readGiven(file, read);
  if (given.kind !== 'config') throw new Error('a report');
  return given.config;
}

describe('a given file', () => {
  test.each([
    ['/repo/.mcp.json', { mcpServers: { acme: SERVER } }, 'claude-code', 'project'],
    ['/repo/mcp.json', { mcpServers: { acme: SERVER } }, 'claude-code', 'repository'],
    ['/repo/ci/servers.json', { mcpServers: { acme: SERVER } }, 'claude-code', 'repository'],
    ['/repo/.vscode/mcp.json', { servers: { acme: SERVER } }, 'vscode', 'project'],
    ['/repo/mcp.json', { servers: { acme: SERVER } }, 'vscode', 'project'],
    ['C:\\repo\\.cursor\\mcp.json', { mcpServers: { acme: SERVER } }, 'cursor', 'user'],
    ['/copy/.claude.json', { mcpServers: { acme: SERVER } }, 'claude-code', 'user'],
    [
      '/copy/Claude/claude_desktop_config.json',
      { mcpServers: { acme: SERVER } },
      'claude-desktop-stdio',
      'user',
    ],
  ])('%s is read as what its name and keys say', (file, value, client, scope) => {
    const { entries } = configAt(file, json(value));
    expect(entries.map((one) => [one.client, one.scope, one.name])).toEqual([
      [client, scope, 'acme'],
    ]);
  });

  test('in TOML is read by the reader of Codex', () => {
    const text = '[mcp_servers.acme]\nurl = "https://mcp.acme.dev/mcp"\n';
    expect(configAt('/repo/codex.toml', bytes(text)).entries).toMatchObject([
      { client: 'codex', name: 'acme', url: 'https://mcp.acme.dev/mcp' },
    ]);
  });

  test('that is a saved report is read as one', () => {
    const { report } = savedReport({ url: SERVER.url, verdicts: {} });
    expect(readGiven('/ci.json', json(report))).toEqual({ kind: 'report', report });
  });
});

describe('a bad file is refused with a sentence', () => {
  const { report } = savedReport({ url: SERVER.url, verdicts: {} });
  test.each<[FileRead, RegExp]>([
    [{ kind: 'missing' }, /is not there/],
    [{ kind: 'folder' }, /is a folder/],
    [{ kind: 'unreadable', reason: 'permission denied' }, /permission denied/],
    [{ kind: 'too-large', size: 1e9 }, /larger than 32 MB/],
    [bytes(''), /empty/],
    [bytes('{ "mcpServers": { ,'), /Line 1, column/],
    [bytes('{}'), /neither a configuration with servers nor a report/],
    [json({ schema: 'unblank.trace/1' }), /it is unblank\.trace\/1/],
    [json({ schema: 'unblank.report/2' }), /unblank\.report\/2/],
    [json({ ...report, targets: 7 }), /none that this version reads \(at targets\)/],
  ])('%#', (read, words) => {
    expect(() => readGiven('/x.json', read)).toThrow(AppError);
    expect(() => readGiven('/x.json', read)).toThrow(words);
  });

  test('H13: whose name is shown on one line', () => {
    expect(() => readGiven('/a\u001b[2Jb\n.json', { kind: 'missing' })).toThrow(
      /\/a\\u001b\[2Jb\\u000a\.json/,
    );
  });

  test('and nothing but that, whatever the bytes are', () => {
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(some, fc.constantFrom('/a.json', '/a.toml', '/.mcp.json'), (data, file) => {
        try {
          readGiven(file, { kind: 'bytes', bytes: data });
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});
