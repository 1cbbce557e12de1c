import { describe, expect, test } from 'vitest';
import type { LogFile } from '../../model/log-evidence.ts';
import { createFakePorts, type FakePortsOptions } from '../../testing/fake-ports.ts';
import { sampleLogLine } from '../../testing/sample-log-line.ts';
import { gatherLogs } from './gather-logs.ts';

const DESKTOP = sampleLogLine('desktop-server', 'spawn npx ENOENT');
const CODE = sampleLogLine('code-jsonl', 'Connection failed: spawn npx ENOENT');
const REMOTE = sampleLogLine('remote-debug', 'Fatal error: {}');
const HASH = '0123456789abcdef0123456789abcdef';

const gather = (options: FakePortsOptions, signal = new AbortController().signal) =>
  gatherLogs(createFakePorts(options), { newestBytes: null }, signal);

describe('where logs lie', () => {
  test.each<[string, FakePortsOptions['os'], string, string, Partial<LogFile>]>([
    [
      'Claude Desktop on macOS',
      'darwin',
      'Library/Logs/Claude/mcp-server-Hello World.log',
      DESKTOP,
      { client: 'claude-desktop-stdio', server: 'Hello World' },
    ],
    [
      'Claude Desktop on Windows',
      'win32',
      'AppData/Roaming/Claude/logs/mcp-server-acme.log',
      DESKTOP,
      { client: 'claude-desktop-stdio', server: 'acme' },
    ],
    [
      'its package',
      'win32',
      'AppData/Local/Packages/Claude_pzs8sxrjxfjjc/LocalCache/Roaming/Claude/logs/mcp.log',
      DESKTOP,
      { format: 'desktop-mcp', server: null },
    ],
    [
      'its older place',
      'win32',
      'AppData/Local/Claude/Logs/main.log',
      DESKTOP,
      { format: 'desktop-main' },
    ],
    [
      'Claude Desktop on Linux',
      'linux',
      '.config/Claude/logs/main.old.log',
      DESKTOP,
      { format: 'desktop-main' },
    ],
    [
      'third-party mode on macOS',
      'darwin',
      'Library/Logs/Claude-3p/main.log',
      DESKTOP,
      { client: 'claude-desktop-3p' },
    ],
    [
      'third-party mode on Windows',
      'win32',
      'AppData/Local/Claude-3p/Logs/main.log',
      DESKTOP,
      { client: 'claude-desktop-3p' },
    ],
    [
      'Claude Code on macOS',
      'darwin',
      'Library/Caches/claude-cli-nodejs/-Users-ada/mcp-logs-acme/2026-11-20T10-00-00-000Z.jsonl',
      CODE,
      { client: 'claude-code', server: 'acme', project: '-Users-ada' },
    ],
    [
      'early versions of Claude Code',
      'darwin',
      'Library/Caches/claude-cli-nodejs/-Users-ada/mcp-logs-acme/2025-07-14T10-20-09-396Z.txt',
      '[\n  {\n    "debug": "Connection failed: spawn npx ENOENT",\n',
      { client: 'claude-code', format: 'code-jsonl', server: 'acme' },
    ],
    [
      'Claude Code on Windows',
      'win32',
      'AppData/Local/claude-cli-nodejs/Cache/C--ada/mcp-logs-acme/2026.jsonl',
      CODE,
      { server: 'acme', project: 'C--ada' },
    ],
    [
      'Claude Code on Linux',
      'linux',
      '.cache/claude-cli-nodejs/-home-ada/mcp-logs-acme/2026.jsonl',
      CODE,
      { server: 'acme', project: '-home-ada' },
    ],
    [
      'an early Claude Code on Linux',
      'linux',
      '.cache/claude-cli/-home-ada/mcp-logs-acme/2025.jsonl',
      CODE,
      { server: 'acme' },
    ],
    [
      'its debug text',
      'linux',
      '.claude/debug/5e0c.txt',
      sampleLogLine('code-debug', 'Connection failed'),
      { format: 'code-debug', server: null },
    ],
    [
      'mcp-remote',
      'darwin',
      `.mcp-auth/mcp-remote-0.1.37/${HASH}_debug.log`,
      REMOTE,
      { client: 'mcp-remote', hash: HASH },
    ],
    [
      'an early mcp-remote',
      'linux',
      `.mcp-auth/${HASH}_debug.log`,
      REMOTE,
      { client: 'mcp-remote', hash: HASH },
    ],
  ])('%s', async (_, os, path, line, expected) => {
    const home = '/home/ada';
    const { logs, notExamined } = await gather({
      os: os ?? 'linux',
      home,
      copied: true,
      files: { [`${home}/${path}`]: line },
    });
    expect(logs).toMatchObject([{ file: `${home}/${path}`, read: 'whole', ...expected }]);
    expect(notExamined).toEqual([]);
  });

  test('other files beside them are no logs', async () => {
    const files = Object.fromEntries(
      ['window.log', 'mcp.json', 'mcp-server-x.txt', 'mcp.log.gz'].map((name) => [
        `/home/ada/.config/Claude/logs/${name}`,
        DESKTOP,
      ]),
    );
    expect((await gather({ files })).logs).toEqual([]);
  });

  test('the older part of a rotated log belongs to the same server', async () => {
    const folder = '/home/ada/.config/Claude/logs';
    const names = ['mcp-server-acme.log', 'mcp-server-acme1.log', 'mcp-server-s3.log'];
    const files = Object.fromEntries(names.map((name) => [`${folder}/${name}`, DESKTOP]));
    const { logs } = await gather({ files });
    expect(logs.map(({ server }) => server).sort()).toEqual(['acme', 'acme', 's3']);
  });
});

describe('how much is read', () => {
  const folder = '/home/ada/.cache/claude-cli-nodejs/-p/mcp-logs-acme';
  const many = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `${folder}/2026-11-20T10-00-${String(at).padStart(2, '0')}.jsonl`,
        CODE,
      ]),
    );

  test('of a server the newest twenty, and the number of the others is said', async () => {
    const { logs, notExamined } = await gather({ files: many(25) });
    expect(logs).toHaveLength(20);
    expect(logs.some(({ file }) => file.endsWith('10-00-04.jsonl'))).toBe(false);
    expect(notExamined).toEqual([
      { what: 'logs', why: '5 older logs were left out; the newest were read.' },
    ]);
  });

  test('of all servers together the newest four hundred', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 450 }, (_, at) => [
        `/home/ada/.cache/claude-cli-nodejs/-p${at}/mcp-logs-acme/2026-11-${1000 + at}.jsonl`,
        CODE,
      ]),
    );
    const ports = createFakePorts({ files });
    const request = { newestBytes: null };
    const { logs, notExamined } = await gatherLogs(ports, request, new AbortController().signal);
    expect(logs).toHaveLength(400);
    expect(logs.some(({ project }) => project === '-p49')).toBe(false);
    expect(notExamined).toMatchObject([{ why: expect.stringMatching(/^50 older logs/) }]);
  });

  test('what was read is told at once', async () => {
    const told: string[] = [];
    await gatherLogs(
      createFakePorts({ files: many(2) }),
      { newestBytes: null, onLog: ({ file }) => told.push(file) },
      new AbortController().signal,
    );
    expect(new Set(told).size).toBe(2);
  });

  test('a run that was stopped reads nothing and says so', async () => {
    const { logs, notExamined } = await gather({ files: many(2) }, AbortSignal.abort());
    expect(logs).toEqual([]);
    expect(notExamined).toHaveLength(1);
  });

  test('L2: a port that throws is a log that could not be read', async () => {
    const ports = createFakePorts({ files: many(1) });
    const logs = { ...ports.logs, scan: () => Promise.reject(new Error('EBUSY')) };
    const result = await gatherLogs(
      { ...ports, logs },
      { newestBytes: null },
      new AbortController().signal,
    );
    expect(result.logs).toMatchObject([{ read: 'none', note: 'Error: EBUSY' }]);
    expect(result.notExamined).toMatchObject([{ why: 'Error: EBUSY' }]);
  });

  test('G8: a device or a pipe is not opened', async () => {
    const ports = createFakePorts({ files: many(1) });
    const other = { kind: 'other', size: 0, modifiedAt: 0, mode: null, linksTo: null } as const;
    const files = { ...ports.files, stat: () => Promise.resolve(other) };
    const request = { newestBytes: null };
    const signal = new AbortController().signal;
    expect((await gatherLogs({ ...ports, files }, request, signal)).logs).toEqual([]);
    expect(ports.logs.scanned).toEqual([]);
  });
});
