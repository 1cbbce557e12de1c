import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { createHost, type Handlers } from './host.ts';
import { CALLS } from './table.ts';

function hostWith(handlers: Partial<Handlers>, now: () => number = counter()) {
  const bugs: unknown[] = [];
  const calls: string[] = [];
  const fallback = Object.keys(CALLS).map((name) => [name, () => void calls.push(name)]);
  const host = createHost({ ...Object.fromEntries(fallback), ...handlers } as Handlers, {
    now,
    strict: true,
    onBug: (error) => {
      bugs.push(error);
      return 'ref-1';
    },
  });
  return { host, bugs, calls };
}

function counter(): () => number {
  let time = 0;
  return () => (time += 100);
}

describe('the host answers a call', () => {
  test('with the value of its handler', async () => {
    const about = { version: '1', host: 'test', os: 'linux' } as const;
    const { host } = hostWith({ 'app.about': () => about });
    expect(await host.answer('app.about', {})).toEqual({ ok: true, value: about });
  });

  test('B3: random input never reaches a handler unparsed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), async (name, input) => {
        const { host, calls } = hostWith({});
        const answer = await host.answer(name, input);
        expect(answer.ok === false || Object.hasOwn(CALLS, name)).toBe(true);
        if (!Object.hasOwn(CALLS, name)) expect(calls).toEqual([]);
      }),
    );
  });

  test('B3: a member that the table does not know is refused', async () => {
    const { host, calls } = hostWith({});
    const answer = await host.answer('diagnosis.cancel', { runId: 'run-1', path: '/etc/passwd' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'call-refused' } });
    expect(calls).toEqual([]);
  });

  test('B5: an unknown call is a typed refusal, also one named like an object member', async () => {
    const { host } = hostWith({});
    for (const name of ['nope', '__proto__', 'constructor', 'toString'])
      expect(await host.answer(name, {})).toMatchObject({
        ok: false,
        error: { code: 'call-refused' },
      });
  });

  test('B6: a thrown secret does not cross; only a reference does', async () => {
    const { host, bugs } = hostWith({
      'app.about': () => {
        throw new Error('token sk-secret at /home/someone');
      },
    });
    const answer = await host.answer('app.about', {});
    expect(answer).toEqual({
      ok: false,
      error: { code: 'internal', params: { reference: 'ref-1' } },
    });
    expect(bugs).toHaveLength(1);
  });

  test('with a coded failure as it is', async () => {
    const { host, bugs } = hostWith({
      'diagnosis.cancel': () => {
        throw new AppError('unknown-run');
      },
    });
    const answer = await host.answer('diagnosis.cancel', { runId: 'run-9' });
    expect(answer).toEqual({ ok: false, error: { code: 'unknown-run', params: {} } });
    expect(bugs).toEqual([]);
  });

  test('B9: the fifty-first call within a second is refused, a later one is not', async () => {
    let time = 0;
    const about = { version: '1', host: 'test', os: 'linux' } as const;
    const { host } = hostWith({ 'app.about': () => about }, () => time);
    for (let call = 0; call < 50; call += 1)
      expect((await host.answer('app.about', {})).ok).toBe(true);
    expect(await host.answer('app.about', {})).toMatchObject({ error: { code: 'too-many-calls' } });
    time = 1001;
    expect((await host.answer('app.about', {})).ok).toBe(true);
  });

  test('B9: more than a megabyte is refused', async () => {
    const { host } = hostWith({});
    const target = { kind: 'address', address: 'x'.repeat(1_000_001) };
    expect(await host.answer('diagnosis.start', { target, register: false })).toMatchObject({
      ok: false,
    });
  });

  test('B3: an answer of the wrong form is a bug in strict mode', async () => {
    const { host, bugs } = hostWith({ 'app.about': () => ({ version: 1 }) as never });
    expect(await host.answer('app.about', {})).toMatchObject({ error: { code: 'internal' } });
    expect(bugs).toHaveLength(1);
  });
});
