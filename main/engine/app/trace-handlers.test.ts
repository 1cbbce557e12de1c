import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import type { Report, SequenceMessage } from '../../contract/report.ts';
import type { CallInput, EventName } from '../../contract/table.ts';
import type { TraceNews, TraceRequest } from '../run/trace-request.ts';
import { RULES } from '../run/rules.ts';
import type { SignInPorts } from '../sign-in-ports.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import type { AppOptions, Trace, VendorMail } from './app-options.ts';
import { createAppHandlers } from './handlers.ts';

const URL_OF_ACME = 'https://mcp.acme.example/mcp';
const WANTED: CallInput<'trace.start'> = {
  target: { kind: 'address', address: URL_OF_ACME },
  as: 'claude-hosted',
  way: 'isolated',
  keep: false,
  thorough: false,
  clientId: null,
};
const REPORT: Report = {
  schema: 'unblank.report/1',
  tool: { name: 'unblank', version: '0.0.0' },
  startedAt: '2026-11-23T12:00:00.000Z',
  durationMs: 1,
  complete: true,
  targets: [],
  machine: { os: 'linux', installs: [], configs: [], logs: [], facts: [], findings: [] },
  notExamined: [],
};
const MESSAGE: SequenceMessage = {
  id: 'm1',
  round: 1,
  atMs: 12,
  kind: 'request',
  from: 'client',
  to: 'authorization',
  text: 'GET /authorize?state=planted-secret-state-1&code=planted-secret-code-12345',
  state: 'ok',
  says: null,
  exchange: null,
};

const notHere = () => Promise.reject(new Error('not in this test'));
const never = () => Promise.reject(new Error('never opened'));
const WAY = { name: 'isolated', open: never } as const;
const SIGN_IN: SignInPorts = {
  ways: [WAY],
  vault: never,
  locks: { hold: () => Promise.resolve(null) },
};

interface Call {
  readonly request: TraceRequest;
  readonly signal: AbortSignal;
  readonly onNews: (news: TraceNews) => void;
  readonly finish: (report: Report) => void;
  readonly fail: (error: Error) => void;
}

/** An app whose traced sign-in does what the test says, step by step. */
function appWith(options: Partial<AppOptions> = {}) {
  const ports = createFakePorts();
  const calls: Call[] = [];
  const heard: { name: EventName; payload: unknown }[] = [];
  const trace: Trace = (request, { signal, onNews }) =>
    new Promise((resolve, reject) => {
      const finish = (report: Report) => resolve({ report, file: null as never });
      calls.push({ request, signal, onNews, finish, fail: reject });
    });
  const app = createAppHandlers({
    host: 'test',
    tool: { name: 'unblank', version: '0.0.0' },
    ports,
    signIn: SIGN_IN,
    loadRules: () => Promise.resolve(RULES),
    loadTrace: () => Promise.resolve(trace),
    loadVendorMail: notHere,
    loadWatch: notHere,
    openTokenDesk: notHere,
    emit: (name, payload) => {
      heard.push({ name, payload });
      fake.emit(name, payload);
    },
    openUrl: notHere,
    startDemo: notHere,
    onBug: () => 'ref-1',
    ...options,
  });
  const fake = createFakeHost(app.handlers);
  return { app, ports, calls, heard, client: fake.client };
}

async function started(options: Partial<AppOptions> = {}, wanted = WANTED) {
  const made = appWith(options);
  const { runId } = await made.client.call('trace.start', wanted);
  await expect.poll(() => made.calls.length).toBe(1);
  return { ...made, runId, call: made.calls[0] as Call };
}

const named = (heard: { name: EventName }[], name: EventName) =>
  heard.filter((one) => one.name === name);

describe('a traced sign-in in a window', () => {
  test('asks for what the person chose, with no secret of a client in it', async () => {
    const wanted = { ...WANTED, clientId: 'given-1', keep: true, way: 'isolated' } as const;
    const { call } = await started({}, wanted);
    expect(call.request).toEqual({
      choice: { kind: 'urls', urls: [URL_OF_ACME] },
      as: 'claude-hosted',
      way: 'isolated',
      headless: false,
      keep: true,
      thorough: false,
      client: { id: 'given-1', secret: null },
      scope: null,
      connectTo: [],
      ca: null,
    });
  });

  test('tells its progress and its diagram, and ends with a report', async () => {
    const { call, heard, runId } = await started();
    call.onNews({ kind: 'progress', text: 'Registering', done: 1, total: 9 });
    const called = { outcome: 'blank', headline: 'Nothing came.', next: 'Look at it.' } as const;
    call.onNews({ kind: 'sequence', messages: [MESSAGE], exchanges: [], called });
    call.finish(REPORT);
    await expect.poll(() => heard.length).toBe(3);
    expect(heard.map(({ name }) => name)).toEqual([
      'trace.progress',
      'trace.sequence',
      'trace.finished',
    ]);
    expect(heard[1]?.payload).toMatchObject({ runId, called, messages: [{ id: 'm1' }] });
  });

  test('A13, H3: a secret that got into the news is masked before it leaves', async () => {
    const { call, heard } = await started();
    call.onNews({ kind: 'progress', text: 'Bearer planted-secret-bearer-1', done: 1, total: 2 });
    const header: [string, string] = ['authorization', 'Bearer planted-secret-header-1'];
    const exchange = {
      id: 'x1',
      step: 'token',
      purpose: 'token request',
      startedAt: REPORT.startedAt,
      durationMs: 1,
      request: { method: 'POST', url: URL_OF_ACME, headers: [header], body: null },
      response: {
        status: 200,
        headers: [],
        body: '{"access_token":"planted-secret-body-1"}',
        truncated: false,
      },
      failure: null,
    } as const;
    const exchanges = [
      {
        ...exchange,
        request: { ...exchange.request, headers: [header] },
        response: { ...exchange.response, headers: [] },
      },
    ];
    call.onNews({ kind: 'sequence', messages: [MESSAGE], exchanges, called: null });
    expect(heard).toHaveLength(2);
    expect(JSON.stringify(heard)).not.toContain('planted');
    expect(JSON.stringify(heard)).toContain('/authorize');
  });

  test('L4: a second one is refused in words until the first has ended', async () => {
    const { call, client, heard, calls } = await started();
    await expect(client.call('trace.start', WANTED)).rejects.toMatchObject({
      code: 'trace-running',
    });
    call.finish(REPORT);
    await expect.poll(() => named(heard, 'trace.finished').length).toBe(1);
    await client.call('trace.start', WANTED);
    await expect.poll(() => calls.length).toBe(2);
  });

  test('does not keep a diagnosis from being made at the same time', async () => {
    const { client, heard } = await started();
    const target = { kind: 'server', id: 'nobody' } as const;
    await client.call('diagnosis.start', { target, register: false });
    await expect.poll(() => named(heard, 'diagnosis.failed').length).toBe(1);
  });

  test('can be stopped, and what was seen still arrives', async () => {
    const { call, client, heard, runId } = await started();
    await client.call('trace.cancel', { runId });
    expect(call.signal.aborted).toBe(true);
    call.finish({ ...REPORT, complete: false });
    await expect
      .poll(() => named(heard, 'trace.finished'))
      .toMatchObject([{ payload: { report: { complete: false } } }]);
  });

  test('L1: one that was stopped and hangs is given up, and the next one may start', async () => {
    const { call, client, heard, ports, runId } = await started();
    await client.call('trace.cancel', { runId });
    ports.clock.advance(10_000);
    await expect
      .poll(() => named(heard, 'trace.failed'))
      .toMatchObject([{ payload: { runId, error: { code: 'run-stuck' } } }]);
    call.onNews({ kind: 'progress', text: 'late', done: 1, total: 1 });
    call.finish(REPORT);
    await client.call('trace.start', WANTED);
    expect(heard.map(({ name }) => name)).toEqual(['trace.failed']);
  });

  test('is not stopped by the call that stops a diagnosis', async () => {
    const { call, client, runId } = await started();
    await expect(client.call('diagnosis.cancel', { runId })).rejects.toMatchObject({
      code: 'unknown-run',
    });
    expect(call.signal.aborted).toBe(false);
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

  test('of a bad address, and where the host has no such window, is refused at once', async () => {
    const { client, calls } = appWith();
    const target = { kind: 'address', address: 'mcp.acme.example/mcp' } as const;
    await expect(client.call('trace.start', { ...WANTED, target })).rejects.toMatchObject({
      code: 'bad-address',
    });
    await expect(client.call('trace.start', { ...WANTED, way: 'system' })).rejects.toMatchObject({
      code: 'no-way',
    });
    expect(calls).toEqual([]);
  });

  test('L1: closing the window stops it', async () => {
    const { app, call } = await started();
    const closed = app.close();
    expect(call.signal.aborted).toBe(true);
    call.finish(REPORT);
    await closed;
  });

  test('of the demo goes to the demo’s own server and ends it', async () => {
    const closed: string[] = [];
    const inside = createFakePorts();
    const startDemo = async () => ({
      url: URL_OF_ACME,
      connectTo: [],
      ca: 'PEM',
      ports: inside,
      close: async () => void closed.push('demo'),
    });
    const { call, heard } = await started({ startDemo }, { ...WANTED, target: { kind: 'demo' } });
    expect(call.request).toMatchObject({ ca: 'PEM', choice: { urls: [URL_OF_ACME] } });
    call.finish(REPORT);
    await expect.poll(() => named(heard, 'trace.finished').length).toBe(1);
    expect(closed).toEqual(['demo']);
  });
});

describe('a text for the vendor', () => {
  const mail: VendorMail = (report, reference) =>
    report.complete
      ? { text: `reference: ${reference ?? 'none'}`, why: null }
      : { text: null, why: 'The run was stopped.' };

  test('is written from the report of a finished run, with the reference where one is given', async () => {
    const { call, client, heard, runId } = await started({
      loadVendorMail: () => Promise.resolve(mail),
    });
    const ask = (reference: string) => client.call('vendor.report', { runId, reference });
    await expect(ask('')).rejects.toMatchObject({ code: 'unknown-run' });
    call.finish(REPORT);
    await expect.poll(() => named(heard, 'trace.finished').length).toBe(1);
    expect(await ask('  ')).toEqual({ text: 'reference: none', why: null });
    expect(await ask('ofid_1')).toEqual({ text: 'reference: ofid_1', why: null });
  });
});
