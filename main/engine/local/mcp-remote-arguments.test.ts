import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headersOf, readMcpRemoteArguments } from './mcp-remote-arguments.ts';

const URL_TEXT = 'https://mcp.acme.dev/mcp';

test.each([
  ['npx', ['-y', 'mcp-remote', URL_TEXT], null],
  ['npx', ['mcp-remote@0.1.37', URL_TEXT, '--transport', 'sse-only'], 'sse-only'],
  ['npx.cmd', ['-y', 'mcp-remote@latest', URL_TEXT, '3334', '--debug'], null],
  ['cmd', ['/c', 'npx', '-y', 'mcp-remote', URL_TEXT], null],
  ['cmd', ['/c', `npx -y mcp-remote ${URL_TEXT} --transport http-only`], 'http-only'],
  ['sh', ['-c', `exec npx mcp-remote "${URL_TEXT}"`], null],
  ['mcp-remote', [URL_TEXT], null],
  ['/usr/local/bin/mcp-remote', [URL_TEXT], null],
  ['npx', ['-p', 'mcp-remote@latest', 'mcp-remote-client', URL_TEXT], null],
  ['node', ['/home/ada/node_modules/mcp-remote/dist/proxy.js', URL_TEXT], null],
  ['node', ['C:\\Users\\ada\\node_modules\\mcp-remote\\dist\\proxy.js', URL_TEXT], null],
])('%s %j starts mcp-remote with the address', (command, args, strategy) => {
  expect(readMcpRemoteArguments(command, args)).toMatchObject({ url: URL_TEXT, strategy });
});

test.each([
  ['npx', ['-y', '@acme/server', URL_TEXT]],
  ['node', ['/home/ada/mcp-remote-notes/server.js']],
  ['', []],
])('%s %j does not', (command, args) => {
  expect(readMcpRemoteArguments(command, args)).toBeNull();
});

test('G3: a variable in the address is kept as written', () => {
  expect(readMcpRemoteArguments('npx', ['mcp-remote', '${BASE}/mcp'])?.url).toBe('${BASE}/mcp');
});

test('an mcp-remote without address has none', () => {
  expect(readMcpRemoteArguments('npx', ['mcp-remote', '--transport'])).toMatchObject({
    url: null,
    strategy: null,
  });
});

test.each([
  ['npx', ['-y', 'mcp-remote'], true, null],
  ['npx', ['-y', 'mcp-remote@latest'], true, 'latest'],
  ['cmd', ['/c', 'npx mcp-remote@0.1.15 https://x.dev'], true, '0.1.15'],
  ['npx', ['-p', 'mcp-remote@0.1.37', 'mcp-remote-client'], true, '0.1.37'],
  ['mcp-remote', [], false, null],
  ['node', ['/a/mcp-remote/dist/proxy.js'], false, null],
])('I5: %s %j names a version: %s, %s', (command, args, byName, version) => {
  expect(readMcpRemoteArguments(command, args)).toMatchObject({ byName, version });
});

test('headers are read as mcp-remote reads them, with their variables as written', () => {
  const words = ['https://x.dev', '--header', 'A: b c', '--header', 'X-Key:${K}', '--header', 'no'];
  expect(headersOf(words)).toEqual({ A: 'b c', 'X-Key': '${K}' });
});

test('never throws, whatever stands before it', () => {
  const word = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(word, fc.array(word), (command, args) => {
      expect(readMcpRemoteArguments(command, [...args, 'mcp-remote'])).not.toBeNull();
    }),
  );
});
