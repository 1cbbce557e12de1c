import { expect } from 'playwright/test';
import { CALLS, EVENTS } from '../../main/contract/table.ts';
import { callHost, sharedAppTest as test } from '../drivers/electron-test.ts';

test('B1: a blank frame within the page has no bridge', async ({ app }) => {
  const inFrame = await app.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const seen = typeof (frame.contentWindow as (Window & { unblank?: unknown }) | null)?.unblank;
    frame.remove();
    return seen;
  });
  expect(inFrame).toBe('undefined');
});

test('B4: the page sees one function per row of the table and nothing else', async ({ app }) => {
  const seen = await app.page.evaluate(() => {
    const { unblank } = window as unknown as { unblank: Record<string, Record<string, unknown>> };
    const all = Object.entries(unblank).map(([key, value]) => [
      key,
      Object.entries(value).map(([name, one]) => `${name}: ${typeof one}`),
    ]);
    const property = Object.getOwnPropertyDescriptor(window, 'unblank');
    return {
      all: Object.fromEntries(all) as Record<string, string[]>,
      fixed: [property?.writable, property?.configurable, Object.isFrozen(unblank)],
      electron: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer'].filter(
        (name) => name in window,
      ),
    };
  });
  const functions = (names: object) => Object.keys(names).map((name) => `${name}: function`);
  expect(seen).toEqual({
    all: { calls: functions(CALLS), events: functions(EVENTS) },
    fixed: [false, false, true],
    electron: [],
  });
});

test('B3, B5: a call of the wrong form comes back as a code and never as a text', async ({
  app,
}) => {
  const refusal = { ok: false, error: { code: 'call-refused', params: { reason: 'wrong form' } } };
  for (const input of [undefined, null, 3, { extra: 1 }, []])
    expect(await callHost(app.page, 'app.about', input)).toEqual(refusal);
});

test('the window is answered by the host it runs on', async ({ app }) => {
  expect(await callHost(app.page, 'app.about', {})).toMatchObject({
    ok: true,
    value: { host: 'electron', os: 'linux' },
  });
});

test('a diagnosis that is started sends its events to the page', async ({ app }) => {
  const ended = await app.page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        type Listen = (listener: (payload: { runId: string }) => void) => () => void;
        const { unblank } = window as unknown as {
          unblank: {
            calls: Record<string, (input: unknown) => Promise<unknown>>;
            events: Record<string, Listen>;
          };
        };
        for (const name of ['diagnosis.finished', 'diagnosis.failed'])
          unblank.events[name]?.((payload) => resolve([name, Object.keys(payload), payload.runId]));
        void unblank.calls['diagnosis.start']?.({
          target: { kind: 'address', address: 'http://127.0.0.1:1/mcp' },
          register: false,
        });
      }),
  );
  expect(ended).toEqual(['diagnosis.finished', ['runId', 'report'], 'run-1']);
});
