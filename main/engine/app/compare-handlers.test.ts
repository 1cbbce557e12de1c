import { expect, test } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import { MODES } from '../modes/index.generated.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { compareHandlers } from './compare-handlers.ts';

function windowOver(files: Readonly<Record<string, string>>) {
  const ports = createFakePorts({ files, project: '/home/ada/app' });
  const rules = { modes: MODES, requirements: [], clients: [] };
  const handlers = compareHandlers(
    { ports, loadRules: () => Promise.resolve(rules) },
    new AbortController().signal,
  );
  return { ports, ...createFakeHost(handlers) };
}

const URL_TEXT = 'https://mcp.acme.example/mcp';
const FILES = {
  '/home/ada/.claude.json': JSON.stringify({
    mcpServers: { acme: { type: 'http', url: URL_TEXT } },
  }),
  '/home/ada/app/.mcp.json': JSON.stringify({ mcpServers: { acme: { url: URL_TEXT } } }),
};

test('a window gets the places of a server, what differs and what that explains', async () => {
  const { client } = windowOver(FILES);
  const comparison = await client.call('compare.run', { target: 'mcp-acme-example-mcp' });
  expect(comparison.places.map(({ id, scope }) => [id, scope])).toEqual([
    ['A', 'user'],
    ['B', 'project'],
  ]);
  expect(comparison.explanation).toMatchObject({ end: 'explained', code: 'F112' });
});

test('B7: a server that is not in the list is refused, and no path can be asked for', async () => {
  const { client } = windowOver(FILES);
  await expect(client.call('compare.run', { target: 'other' })).rejects.toMatchObject({
    code: 'unknown-target',
  });
  await expect(client.call('compare.run', { target: '../etc/passwd' })).rejects.toMatchObject({
    code: 'call-refused',
  });
});

test('E8: comparing contacts nobody', async () => {
  const { client, ports } = windowOver(FILES);
  await client.call('compare.run', { target: 'mcp-acme-example-mcp' });
  expect(ports.http.requests).toEqual([]);
});
