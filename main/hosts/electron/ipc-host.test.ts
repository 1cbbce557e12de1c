import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import type { Handlers } from '../../contract/host.ts';

type Answer = (event: unknown, name: unknown, input: unknown) => unknown;
const handled = new Map<string, Answer>();
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, answer: Answer) => handled.set(channel, answer) },
}));
const { createIpcHost } = await import('./ipc-host.ts');

const ABOUT = { version: '1', host: 'electron', os: 'linux' } as const;
const OURS = { url: 'app://companion/', origin: 'app://companion', parent: null };
const handlers = { 'app.about': () => ABOUT } as unknown as Handlers;
const sent: unknown[][] = [];
const log = vi.fn();
const onBug = vi.fn(() => 'ref');
let gone = false;

function serve() {
  const contents = { id: 7, send: (...values: unknown[]) => sent.push(values) };
  const host = createIpcHost({
    contents: () => (gone ? null : (contents as never)),
    now: () => 0,
    onBug,
    log,
    strict: true,
  });
  host.serve(handlers);
  return host;
}
const call = (event: unknown, name: unknown = 'app.about', input: unknown = {}) =>
  handled.get('unblank:call')?.(event, name, input);

beforeEach(() => {
  handled.clear();
  sent.length = 0;
  gone = false;
  vi.clearAllMocks();
});

test('a call of our window is answered', async () => {
  serve();
  const event = { sender: { id: 7 }, senderFrame: OURS };
  expect(await call(event)).toEqual({ ok: true, value: ABOUT });
});

test('B1, B5: a call of anyone else is refused with a code, counted, and never reaches a handler', async () => {
  serve();
  const about = vi.spyOn(handlers, 'app.about');
  const stranger = { sender: { id: 8 }, senderFrame: OURS };
  const answer = await call(stranger);
  expect(answer).toMatchObject({ ok: false, error: { code: 'call-refused' } });
  await call({ sender: { id: 7 }, senderFrame: null });
  expect(log.mock.calls.map(([text]) => text)).toEqual([
    'refused call 1: it is not the window',
    'refused call 2: its frame is gone',
  ]);
  expect(about).not.toHaveBeenCalled();
  expect(onBug).not.toHaveBeenCalled();
});

test('B3: a call without a name in the table is refused', async () => {
  serve();
  const event = { sender: { id: 7 }, senderFrame: OURS };
  for (const name of [null, 3, {}, 'nothing', '__proto__'])
    expect(await call(event, name)).toMatchObject({ error: { code: 'call-refused' } });
});

test('an event goes to our window on the one channel, with its name', () => {
  const payload = { runId: 'run-1', text: 'x', done: 0, total: 1 };
  serve().emit('diagnosis.progress', payload);
  expect(sent).toEqual([['unblank:event', 'diagnosis.progress', payload]]);
});

test('B3: an event of the wrong form is a bug before it is sent', () => {
  expect(() => serve().emit('diagnosis.progress', {} as never)).toThrow();
  expect(sent).toEqual([]);
});

test('an event for a window that is gone is dropped', () => {
  gone = true;
  serve().emit('diagnosis.progress', { runId: 'run-1', text: 'x', done: 0, total: 1 });
  expect(sent).toEqual([]);
});

test('the double of the contract answers as this host does', async () => {
  const { client } = createFakeHost({ 'app.about': () => ABOUT });
  expect(await client.call('app.about', {})).toEqual(ABOUT);
});
