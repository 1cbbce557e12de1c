import { describe, expect, test } from 'vitest';
import { MCP_URL } from '../testing/exchange-builders.ts';
import { hang } from '../testing/fake-answers.ts';
import { createFakePorts, type FakePortsOptions } from '../testing/fake-ports.ts';
import { gatherTarget } from './gather-target.ts';

function gather(
  url: string | null,
  options: FakePortsOptions = {},
  changes: { offline?: boolean; stop?: AbortSignal } = {},
) {
  const ports = createFakePorts(options);
  const told: string[] = [];
  const request = {
    choice: { kind: 'everything' },
    clients: null,
    offline: changes.offline ?? false,
    connectTo: [],
    ca: 'PEM',
    register: false,
  } as const;
  const gathered = gatherTarget(
    { id: 'a', url, transport: 'http', entries: [] },
    {
      request,
      clients: [],
      ports,
      signal: changes.stop ?? new AbortController().signal,
      progress: { start: (what) => told.push(what), end: () => told.push('done') },
    },
  );
  return { ports, told, gathered };
}

test.each([
  ['a local command', null, false],
  ['an offline run', MCP_URL, true],
  ['an address that is not http', 'wss://mcp.example.com/mcp', false],
])('E8: %s opens no connection', async (_, url, offline) => {
  const { ports, gathered } = gather(url, {}, { offline });
  expect((await gathered).evidence).toMatchObject({ url, first: null, authorizationServers: null });
  expect(ports.http.opened).toEqual([]);
});

test('E1: one session per server, opened for the user’s URL, closed at the end', async () => {
  const { ports, gathered } = gather(MCP_URL);
  await gathered;
  expect(ports.http.opened).toEqual([{ userUrl: MCP_URL, connectTo: [], ca: 'PEM' }]);
  expect(ports.http.openSessions).toBe(0);
});

describe('exchanges', () => {
  test('come in the order in which they were asked', async () => {
    const { exchanges } = await gather(MCP_URL).gathered;
    expect(exchanges.map(({ id }) => id)).toEqual(exchanges.map((_, at) => `x${at + 1}`));
  });

  test('are told while they are asked, and each one ends', async () => {
    const { told, gathered } = gather(MCP_URL);
    const { exchanges } = await gathered;
    expect(told[0]).toBe('Asking mcp.example.com/mcp');
    expect(told.filter((one) => one === 'done')).toHaveLength(exchanges.length);
  });
});

test('L1: stopped, it closes its session and says that nothing was answered', async () => {
  const stop = new AbortController();
  const { ports, gathered } = gather(
    MCP_URL,
    { routes: { [`POST ${MCP_URL}`]: hang() } },
    { stop: stop.signal },
  );
  stop.abort();
  expect((await gathered).evidence.first?.legacy.outcome).toMatchObject({ failure: 'cancelled' });
  expect(ports.http.openSessions).toBe(0);
});
