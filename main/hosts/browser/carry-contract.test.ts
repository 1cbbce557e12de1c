import { describe, expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/host.ts';
import { carryCalls, emitTo, type CarryingPage } from './carry-contract.ts';
import type { Refusal } from './guard-window.ts';
import { OWN_PAGE } from './own-page.ts';

type Binding = (sender: unknown, ...args: unknown[]) => Promise<string>;
const about = { version: '1.0.0', host: 'browser', os: 'linux' } as const;

async function carried(handlers: Partial<Handlers> = { 'app.about': () => about }) {
  const frame = { url: () => OWN_PAGE };
  let binding: Binding = () => Promise.reject(new Error('nothing was exposed'));
  const page = {
    mainFrame: () => frame,
    exposeBinding: (_name: string, call: Binding) => void (binding = call),
  } as unknown as CarryingPage;
  const refusals: Refusal[] = [];
  await carryCalls(page, {
    handlers: Promise.resolve(handlers as Handlers),
    refuse: (one) => refusals.push(one),
    onBug: () => 'ref',
  });
  const call = async (sender: unknown, ...args: unknown[]) =>
    JSON.parse(await binding(sender, ...args)) as unknown;
  return { own: { page, frame }, call, refusals };
}
const refused = (reason: string) => ({
  ok: false,
  error: { code: 'call-refused', params: { reason } },
});

describe('the binding of the browser host', () => {
  test('answers a call of our own page', async () => {
    const { own, call } = await carried();
    expect(await call(own, 'app.about', '{}')).toEqual({ ok: true, value: about });
  });

  test('B1, B5: refuses a frame with a coded answer and tells of it', async () => {
    const { own, call, refusals } = await carried();
    const answer = await call({ ...own, frame: { url: () => OWN_PAGE } }, 'app.about', '{}');
    expect(answer).toEqual(refused('not our window'));
    expect(refusals).toEqual([{ kind: 'call', what: 'app.about' }]);
  });

  test.each([
    ['a name that is no text', [{ toString: 1 }, '{}'], 'wrong form'],
    ['an input that is no text', ['app.about', {}], 'wrong form'],
    ['an input that is no JSON', ['app.about', '{'], 'wrong form'],
    ['a call that is not in the table', ['constructor', '{}'], 'unknown call'],
  ])('B3: refuses %s', async (_, args, reason) => {
    const { own, call } = await carried();
    expect(await call(own, ...args)).toEqual(refused(reason));
  });

  test('B6: an error of a handler crosses as its code, a bug as a reference', async () => {
    const { own, call } = await carried({
      'app.about': () => {
        throw new Error('a secret');
      },
      'page.open': () => {
        throw new AppError('unknown-page');
      },
    });
    const bug = { code: 'internal', params: { reference: 'ref' } };
    expect(await call(own, 'app.about', '{}')).toEqual({ ok: false, error: bug });
    const coded = { code: 'unknown-page', params: {} };
    expect(await call(own, 'page.open', '{"page":"x"}')).toEqual({ ok: false, error: coded });
  });
});

describe('the events of the browser host', () => {
  test('reach the page in their order, also after one that found no page', async () => {
    const seen: unknown[] = [];
    const evaluate = async (_run: unknown, [, detail]: readonly [string, string]) => {
      const { payload } = JSON.parse(detail) as { payload: { done: number } };
      if (payload.done === 1) throw new Error('the page is gone');
      seen.push(payload.done);
      if (payload.done === 3) finish();
    };
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const emit = emitTo({ evaluate } as unknown as CarryingPage);
    for (const done of [1, 2, 3])
      emit('diagnosis.progress', { runId: 'run-1', text: 'looking', done, total: 3 });
    await finished;
    expect(seen).toEqual([2, 3]);
  });
});
