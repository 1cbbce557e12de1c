import { describe, expect, test } from 'vitest';
import type { LogFormat } from '../../model/log-evidence.ts';
import { readLine, type ReadLine } from './read-line.ts';

const read = (format: LogFormat, text: string, head: string | null = null): ReadLine =>
  readLine(format, { offset: 0, line: 1, text, head });
const AT = Date.UTC(2025, 2, 12, 17, 53, 14, 624);

describe('lines as clients write them', () => {
  test.each<[LogFormat, string, Partial<ReadLine>]>([
    [
      'desktop-mcp',
      '2025-03-12T17:53:14.624Z [info] [perplexity-mcp] Initializing server...',
      { time: AT, server: 'perplexity-mcp', level: 'info', message: 'Initializing server...' },
    ],
    [
      'desktop-mcp',
      '2025-03-12T17:53:14.624Z [info] Attempting to connect to MCP server neo4j...',
      { time: AT, server: 'neo4j', level: 'info' },
    ],
    [
      'desktop-server',
      "2025-03-12T17:53:14.624Z [Hello World ...] [error] Server disconnected. { metadata: { context: 'connection', stack: undefined } }",
      { time: AT, server: 'Hello World ...', level: 'error', message: 'Server disconnected.' },
    ],
    [
      'desktop-server',
      '2025-03-12T17:53:14.624Z [info] Initializing server...',
      { time: AT, server: null, level: 'info', message: 'Initializing server...' },
    ],
    [
      'desktop-main',
      '2025-03-12T17:53:14.624Z [info] [LocalMcpServerManager] Connected to email-export (4 tools)',
      { time: AT, server: 'email-export', level: 'info' },
    ],
    [
      'desktop-main',
      '2025-03-12T17:53:14.624Z [info] LocalMcpServerManager: Closing all (0 servers)',
      { server: null, message: 'LocalMcpServerManager: Closing all (0 servers)' },
    ],
    [
      'desktop-main',
      "2025-03-12T17:53:14.624Z [warn] Skipped invalid MCP server config entries: { invalidServers: [ 'acme', [length]: 1 ] }",
      { server: 'acme', level: 'warn' },
    ],
    [
      'desktop-mcp',
      '2025-03-12T17:53:14.624Z [error] Could not start MCP server acme: Error: spawn uvx ENOENT',
      { time: AT, server: 'acme', level: 'error' },
    ],
    [
      'desktop-mcp',
      '2025-03-12T17:53:14.624Z [error] Error in MCP connection to server acme: SyntaxError: x',
      { time: AT, server: 'acme' },
    ],
    [
      'desktop-server',
      '2025-03-12T17:53:14.624Z [acme] [info] Message from server: {"result":"invalid_grant"} { metadata: undefined }',
      { time: AT, server: 'acme', message: 'Message from server:' },
    ],
    [
      'desktop-main',
      "2025-03-12T17:53:14.624Z [error] [custom3p-mcp] connect failed — parked for retry { name: 'acme', error: 'fetch failed' }",
      { time: AT, server: 'acme', level: 'error' },
    ],
    [
      'desktop-main',
      "2025-03-12T17:53:14.624Z [info] [custom3p-mcp] registered OAuth client { server: 'acme', clientId: 'cid-1' }",
      { server: 'acme' },
    ],
    [
      'remote-debug',
      '[2025-03-12T17:53:14.624Z][4711] [Remote→Local] {"error":"invalid_grant"}',
      { time: AT, session: '4711', message: '[Remote→Local]' },
    ],
    [
      'code-jsonl',
      '    "debug": "Connection failed: spawn node ENOENT",',
      { time: null, level: 'debug', message: 'Connection failed: spawn node ENOENT' },
    ],
    [
      'code-jsonl',
      '{ "error": "Connection failed: x", "timestamp": "2025-03-12T17:53:14.624Z", "sessionId": "s-1" },',
      { time: AT, level: 'error', message: 'Connection failed: x', session: 's-1' },
    ],
    [
      'code-debug',
      '13:12:35.817 [DEBUG] MCP server "acme": Cleared stored tokens',
      { time: null, server: 'acme', level: 'debug', message: 'Cleared stored tokens' },
    ],
    [
      'code-jsonl',
      '{"error":"Error: Unauthorized\\n    at send (/x.js:1:2)","timestamp":"2025-03-12T17:53:14.624Z","sessionId":"s-1","cwd":"/home/ada"}',
      { time: AT, server: null, level: 'error', message: 'Error: Unauthorized', session: 's-1' },
    ],
    [
      'code-debug',
      '2025-03-12T17:53:14.624Z [DEBUG] MCP server "longbridge": Cleared stored tokens',
      { time: AT, server: 'longbridge', level: 'debug', message: 'Cleared stored tokens' },
    ],
    [
      'code-debug',
      '[ERROR] MCP server "ebpf-server" Error: SSE error: Non-200 status code (202)',
      { time: null, server: 'ebpf-server', level: 'error' },
    ],
    [
      'remote-debug',
      '[2025-03-12T17:53:14.624Z][18813] [18813] Connecting to remote server: https://a.dev/',
      { time: AT, session: '18813', message: 'Connecting to remote server: https://a.dev/' },
    ],
    [
      'remote-text',
      '[18813] [18813] Connecting to remote server: https://a.dev/',
      { time: null, session: '18813', message: 'Connecting to remote server: https://a.dev/' },
    ],
  ])('%s: %s', (format, text, expected) => {
    expect(read(format, text)).toMatchObject(expected);
  });

  test('a time without a zone is in the zone of this machine', () => {
    const { time, message } = read(
      'desktop-main',
      '2025-03-12 17:53:14 [info] Config file written',
    );
    expect(time).toBe(new Date(2025, 2, 12, 17, 53, 14).getTime());
    expect(message).toBe('Config file written');
  });
});

describe('lines that belong to the one above', () => {
  const head = '2025-03-12T17:53:14.624Z [acme] [info] Using MCP server command: npx {';

  test('metadata and raw error output have its time and server, and their own text', () => {
    expect(read('desktop-server', "    args: [ '-y' ],", head)).toMatchObject({
      time: AT,
      server: 'acme',
      message: "    args: [ '-y' ],",
    });
  });

  test('what mcp-remote prints there carries its process id', () => {
    expect(read('desktop-server', '[54792] Completing authorization...', head)).toMatchObject({
      time: AT,
      session: '54792',
      message: 'Completing authorization...',
    });
  });

  test('without one they have no time', () => {
    expect(read('desktop-server', 'env: node: No such file')).toMatchObject({
      time: null,
      server: null,
    });
  });

  test('H13: a raw line cannot name a server, nor a time', () => {
    const dated = '2025-03-12T17:53:14.624Z [info] [own] Server output {';
    const forged = ' 2026-01-01T00:00:00.000Z [error] [victim] Server disconnected.';
    expect(read('desktop-mcp', forged, dated)).toMatchObject({ time: AT, server: 'own' });
    expect(read('code-debug', 'x [DEBUG] MCP server "victim": y')).toMatchObject({ server: null });
    const inText = read('code-jsonl', '{"debug":"[ERROR] MCP server \\"victim\\": y"}');
    expect(inText.server).toBeNull();
  });
});

describe('a line of JSON that is not whole', () => {
  const whole = JSON.stringify({
    debug: 'a "b" \\ é\u001b',
    timestamp: '2025-03-12T17:53:14.624Z',
  });

  test('is read as far as it goes, wherever it is cut', () => {
    for (let end = 12; end < whole.length; end++) {
      const { message } = read('code-jsonl', whole.slice(0, end));
      expect('a "b" \\ é\u001b'.startsWith(message.replace(/\\.{0,5}$/, ''))).toBe(true);
    }
  });

  test.each(['{', '{"debug":1', 'null', '[1]', '{"timestamp":5}', '{"debug":{"a":1}}', ''])(
    '%s is its own text or what stands in it',
    (text) => {
      expect(read('code-jsonl', text)).toMatchObject({ time: null, server: null });
    },
  );
});
