import { describe, expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { createFakeHost } from './fake.ts';

const about = { version: '1', host: 'test', os: 'linux' } as const;

describe('the client', () => {
  test('gives the value of a call', async () => {
    const { client } = createFakeHost({ 'app.about': () => about });
    expect(await client.call('app.about', {})).toEqual(about);
  });

  test('throws a coded failure with its code and parameters', async () => {
    const { client } = createFakeHost({
      'mode.explain': () => {
        throw new AppError('unknown-code', { code: 'F00' });
      },
    });
    const failure = await client.call('mode.explain', { code: 'F00' }).catch((error) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'unknown-code', params: { code: 'F00' } });
  });

  test('hears events until it stops listening', () => {
    const { client, emit } = createFakeHost({});
    const heard: string[] = [];
    const stop = client.on('diagnosis.progress', ({ text }) => heard.push(text));
    emit('diagnosis.progress', { runId: 'run-1', text: 'one', done: 0, total: 1 });
    stop();
    emit('diagnosis.progress', { runId: 'run-1', text: 'two', done: 1, total: 1 });
    expect(heard).toEqual(['one']);
  });

  test('B3: the double refuses an event of the wrong form, as the host does', () => {
    const { emit } = createFakeHost({});
    const wrong = { runId: 'one', text: 'x', done: 0, total: 1 };
    expect(() => emit('diagnosis.progress', wrong)).toThrow();
  });
});
