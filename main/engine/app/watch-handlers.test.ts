import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import type { EventName } from '../../contract/table.ts';
import type { WatchEnd } from '../../contract/watch.ts';
import { RULES } from '../run/rules.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import type { Watch, WatchOptions, WatchRequest, WatchResult } from '../watch/watch-request.ts';
import { createAppHandlers } from './handlers.ts';

const URL_OF_ACME = 'https://mcp.acme.example/mcp';
const CONFIG = JSON.stringify({ mcpServers: { acme: { type: 'http', url: URL_OF_ACME } } });
const END: WatchEnd = {
  outcome: 'connected',
  headline: 'Claude Code connected to acme.',
  next: 'It works now.',
  code: null,
  title: null,
  incident: null,
};
const NEWS = {
  at: '2026-11-23T12:00:01.000Z',
  client: 'claude-code',
  server: 'acme',
  mark: 'ok',
  text: 'connected',
} as const;

const notHere = () => Promise.reject(new Error('not in this test'));

interface Call {
  readonly request: WatchRequest;
  readonly options: WatchOptions;
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

/** An app whose watching does what the test says. */
function appWith() {
  const ports = createFakePorts({ files: { '/home/ada/.claude.json': CONFIG } });
  const calls: Call[] = [];
  const heard: { name: EventName; payload: unknown }[] = [];
  const watch: Watch = (request, options) =>
    new Promise((resolve, reject) => {
      const result: WatchResult = { startedAt: 0, durationMs: 1, files: 1, end: END, news: [] };
      calls.push({ request, options, finish: () => resolve(result), fail: reject });
    });
  const app = createAppHandlers({
    host: 'test',
    tool: { name: 'unblank', version: '0.0.0' },
    ports,
    signIn: { ways: [], vault: notHere, locks: { hold: () => Promise.resolve(null) } },
    loadRules: () => Promise.resolve(RULES),
    loadTrace: notHere,
    loadVendorMail: notHere,
    loadWatch: () => Promise.resolve(watch),
    openTokenDesk: notHere,
    emit: (name, payload) => {
      heard.push({ name, payload });
      fake.emit(name, payload);
    },
    openUrl: notHere,
    startDemo: notHere,
    onBug: () => 'ref-1',
  });
  const fake = createFakeHost(app.handlers);
  return { app, ports, calls, heard, client: fake.client };
}

async function started(target: { kind: 'server'; id: string } | null = null) {
  const made = appWith();
  const { runId } = await made.client.call('watch.start', { target });
  await expect.poll(() => made.calls.length).toBe(1);
  return { ...made, runId, call: made.calls[0] as Call };
}

describe('watching in a window', () => {
  test('tells its news as they come, and ends with what it came to', async () => {
    const { call, heard, runId } = await started();
    call.options.onNews(NEWS);
    call.finish();
    await expect.poll(() => heard.length).toBe(2);
    expect(heard).toEqual([
      { name: 'watch.news', payload: { runId, news: NEWS } },
      { name: 'watch.ended', payload: { runId, end: END } },
    ]);
    expect(call.request).toEqual({ target: null, until: 'first-end' });
  });

  test('a server of the list is looked for by its address and every place that names it', async () => {
    const { client } = appWith();
    const [server] = (await client.call('machine.overview', {})).servers;
    const { call, ports } = await started({ kind: 'server', id: server?.id ?? '' });
    expect(call.request.target).toMatchObject({
      url: URL_OF_ACME,
      entries: [{ client: 'claude-code', name: 'acme' }],
    });
    expect(ports.http.opened).toEqual([]);
  });

  test('a server that is not in the list is refused in words', async () => {
    const { client, heard } = appWith();
    await client.call('watch.start', { target: { kind: 'server', id: 'nobody' } });
    await expect
      .poll(() => heard)
      .toMatchObject([{ name: 'watch.failed', payload: { error: { code: 'unknown-target' } } }]);
  });

  test('L4: a second one is refused until the first has ended', async () => {
    const { call, calls, client, heard } = await started();
    await expect(client.call('watch.start', { target: null })).rejects.toMatchObject({
      code: 'watch-running',
    });
    call.finish();
    await expect.poll(() => heard.length).toBe(1);
    await client.call('watch.start', { target: null });
    await expect.poll(() => calls.length).toBe(2);
  });

  test('can be stopped, by its own call only, and what was seen still arrives', async () => {
    const { call, client, heard, runId } = await started();
    await expect(client.call('trace.cancel', { runId })).rejects.toMatchObject({
      code: 'unknown-run',
    });
    await client.call('watch.stop', { runId });
    expect(call.options.signal.aborted).toBe(true);
    call.finish();
    await expect.poll(() => heard).toMatchObject([{ name: 'watch.ended' }]);
  });

  test('L1: closing the window stops it', async () => {
    const { app, call } = await started();
    const closed = app.close();
    expect(call.options.signal.aborted).toBe(true);
    call.finish();
    await closed;
  });

  test('B6: what it throws crosses as a reference only', async () => {
    const { call, heard } = await started();
    call.fail(new Error('planted-secret in /home/ada'));
    await expect
      .poll(() => heard)
      .toMatchObject([
        { payload: { error: { code: 'internal', params: { reference: 'ref-1' } } } },
      ]);
    expect(JSON.stringify(heard)).not.toContain('planted');
  });
});
