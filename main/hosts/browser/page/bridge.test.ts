import { describe, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../contract/client.ts';
import { CALLS, EVENTS } from '../../../contract/table.ts';
import { CALL_BINDING, EVENT_TYPE, OWN_ORIGIN } from '../own-page.ts';
import { installBridge, type BridgePage } from './bridge.ts';

const names = { calls: Object.keys(CALLS), events: Object.keys(EVENTS) };

class FakePage extends EventTarget {
  readonly location = { origin: OWN_ORIGIN };
  top: unknown = this;
}
function pageWith(changes: { origin?: string; top?: unknown } = {}) {
  const raw = vi.fn(async (name: string, input: string) =>
    JSON.stringify({ ok: true, value: { name, input: JSON.parse(input) as unknown } }),
  );
  const page = new FakePage() as unknown as BridgePage;
  Object.assign(page, { [CALL_BINDING]: raw });
  if (changes.origin !== undefined) Object.assign(page, { location: { origin: changes.origin } });
  if ('top' in changes) Object.assign(page, { top: changes.top });
  installBridge(page, names);
  const send = (name: string, payload: unknown) =>
    (page as unknown as EventTarget).dispatchEvent(
      new CustomEvent(EVENT_TYPE, { detail: JSON.stringify({ name, payload }) }),
    );
  return { page, raw, send, bridge: page.unblank as Bridge | undefined };
}

describe('installBridge', () => {
  test('B4: the page gets one function per row of the table and nothing else', () => {
    const { page, bridge } = pageWith();
    expect(Object.keys(bridge?.calls ?? {})).toEqual(Object.keys(CALLS));
    expect(Object.keys(bridge?.events ?? {})).toEqual(Object.keys(EVENTS));
    expect(Object.keys(page)).not.toContain(CALL_BINDING);
    expect([Object.isFrozen(bridge), Object.isFrozen(bridge?.calls)]).toEqual([true, true]);
  });

  test('carries a call as JSON and gives back the answer of the host', async () => {
    const { bridge, raw } = pageWith();
    const answer = await bridge?.calls['mode.explain']({ code: 'F23' });
    expect(raw).toHaveBeenCalledWith('mode.explain', '{"code":"F23"}');
    expect(answer).toEqual({ ok: true, value: { name: 'mode.explain', input: { code: 'F23' } } });
  });

  test('hands the payload of an event to its listeners until they leave', () => {
    const { bridge, send } = pageWith();
    const seen: unknown[] = [];
    const stop = bridge?.events['diagnosis.progress']((payload) => seen.push(payload));
    send('diagnosis.progress', { runId: 'run-1' });
    send('diagnosis.finished', { runId: 'run-2' });
    stop?.();
    send('diagnosis.progress', { runId: 'run-3' });
    expect(seen).toEqual([{ runId: 'run-1' }]);
  });

  test.each([
    ['a frame', { top: {} }],
    ['another origin', { origin: 'https://example.com' }],
    ['a blank page', { origin: 'null' }],
  ])('B1: %s gets no bridge and keeps no raw binding', (_, changes) => {
    const { page, bridge } = pageWith(changes);
    expect([bridge, page[CALL_BINDING]]).toEqual([undefined, undefined]);
  });
});
