import { expect, test } from 'vitest';
import { MCP_URL } from '../testing/exchange-builders.ts';
import { createFakePorts, type FakePorts } from '../testing/fake-ports.ts';
import { HEALTHY_ROUTES } from '../testing/healthy-routes.ts';
import { CLIENTS } from '../clients/index.generated.ts';
import type { DiagnoseRequest } from './diagnose.ts';
import { gatherAll } from './gather-all.ts';

const LOG = '/home/ada/.config/Claude/logs/mcp.log';
const PROGRESS = { say: () => undefined, start: () => undefined, end: () => undefined };
const REQUEST: DiagnoseRequest = {
  choice: { kind: 'urls', urls: [MCP_URL] },
  clients: null,
  offline: false,
  connectTo: [],
  ca: null,
  register: false,
};
const gather = (ports: FakePorts, request: Partial<DiagnoseRequest> = {}) =>
  gatherAll(
    { ...REQUEST, ...request },
    { ports, clients: CLIENTS },
    new AbortController().signal,
    PROGRESS,
  );

test('servers are asked while the logs are still being read', async () => {
  const ports = createFakePorts({ routes: HEALTHY_ROUTES, files: { [LOG]: 'x' } });
  let answered = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answered = resolve));
  const logs: FakePorts['logs'] = {
    ...ports.logs,
    scan: async (...options) => {
      await asked;
      return ports.logs.scan(...options);
    },
  };
  const http = {
    ...ports.http,
    open: (options: Parameters<FakePorts['http']['open']>[0]) => {
      answered();
      return ports.http.open(options);
    },
  };
  const { machine, targets } = await gather({ ...ports, logs, http });
  expect(machine.logs).toMatchObject([{ file: LOG, read: 'whole' }]);
  expect(targets[0]?.target.evidence.first).not.toBeNull();
});

test('a choice that names nothing ends the reading', async () => {
  const ports = createFakePorts({ files: { [LOG]: 'x' } });
  let ended = false;
  const logs: FakePorts['logs'] = {
    ...ports.logs,
    scan: (_path, _options, _onLines, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          ended = true;
          resolve({ kind: 'missing' });
        };
        signal.addEventListener('abort', end, { once: true });
      }),
  };
  const choice = { kind: 'names', names: ['nobody'] } as const;
  const refused = gather({ ...ports, logs }, { choice });
  await expect(refused).rejects.toMatchObject({ code: 'unknown-name' });
  expect(ended).toBe(true);
});
