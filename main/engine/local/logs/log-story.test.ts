import { expect, test } from 'vitest';
import { createFakePorts } from '../../testing/fake-ports.ts';
import { gatherLogs } from './gather-logs.ts';

/** One start of a local server that runs mcp-remote, as Claude Desktop and mcp-remote write it. */
function start(minute: number): string {
  const at = (rest: string): string => `2026-11-20T10:0${minute}:${rest}`;
  const pid = 100 + minute;
  return [
    at('00.000Z [acme] [info] Initializing server... { metadata: undefined }'),
    at('00.100Z [acme] [info] Using MCP server command: /usr/bin/npx with args and path: {'),
    '  metadata: {',
    "    args: [ 'mcp-remote', 'https://mcp.acme.dev/mcp', [length]: 2 ],",
    "    paths: [ '/usr/bin', [length]: 1 ]",
    '  }',
    '} %o',
    at('00.200Z [acme] [info] Server started and connected successfully { metadata: undefined }'),
    `[${pid}] Discovering OAuth server configuration...`,
    `[${pid}] [${pid}] Connecting to remote server: https://mcp.acme.dev/mcp`,
    `[${pid}] Fatal error: Error: Incompatible auth server: does not support dynamic client registration`,
    '    at registerClient (file:///chunk.js:1:2)',
    at('03.000Z [acme] [info] Server transport closed { metadata: undefined }'),
    at('03.001Z [acme] [info] Server transport closed unexpectedly, this is likely due to …'),
    at("03.001Z [acme] [error] Server disconnected. { metadata: { context: 'connection' } }"),
    '',
  ].join('\n');
}

test('a restart loop of mcp-remote in Claude Desktop shows as a loop, with its cause and period', async () => {
  const file = '/home/ada/.config/Claude/logs/mcp-server-acme.log';
  const ports = createFakePorts({ files: { [file]: [1, 2, 3, 4].map(start).join('') } });
  const request = { newestBytes: null };
  const { logs } = await gatherLogs(ports, request, new AbortController().signal);
  expect(logs[0]?.sightings.find(({ code }) => code !== null)).toMatchObject({
    code: 'F40',
    count: 4,
    server: 'acme',
    first: Date.parse('2026-11-20T10:01:00.200Z'),
    last: Date.parse('2026-11-20T10:04:00.200Z'),
  });
  expect(logs[0]?.incidents).toMatchObject([
    {
      kind: 'loop',
      rounds: 4,
      periodSeconds: 60,
      ended: 'failed',
      code: 'F40',
      step: 'registration',
    },
  ]);
});
