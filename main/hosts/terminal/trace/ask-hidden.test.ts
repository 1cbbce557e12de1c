import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createAskHidden } from './ask-hidden.ts';

function setUp(isTTY: boolean) {
  const modes: boolean[] = [];
  const setRawMode = (mode: boolean) => modes.push(mode);
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode });
  const written: string[] = [];
  let interrupts = 0;
  const write = (text: string) => void written.push(text);
  const ask = createAskHidden({ input, write, interrupt: () => (interrupts += 1) });
  return { ask, input, written, modes, interrupts: () => interrupts };
}
const NEVER = new AbortController().signal;

describe('on a terminal', () => {
  test('D16: what is pasted is not shown, only how long it was', async () => {
    const { ask, input, written, modes } = setUp(true);
    const answer = ask('Paste: ', NEVER);
    input.write('http://localhost/?code=planted-1\r');
    expect(await answer).toBe('http://localhost/?code=planted-1');
    expect(written).toEqual(['Paste: ', '(32 characters)\n']);
    expect(modes).toEqual([true, false]);
  });

  test('Ctrl-C is handed on, and the terminal is left as it was', async () => {
    const { ask, input, modes, interrupts } = setUp(true);
    const answer = ask('Paste: ', NEVER);
    input.write('abc\u0003');
    expect([await answer, interrupts(), modes]).toEqual([null, 1, [true, false]]);
  });

  test('an abort ends the question, and the terminal is left as it was', async () => {
    const { ask, modes, input } = setUp(true);
    const controller = new AbortController();
    const answer = ask('Paste: ', controller.signal);
    controller.abort();
    expect([await answer, modes, input.listenerCount('data')]).toEqual([null, [true, false], 0]);
  });
});

describe('without a terminal', () => {
  test('K3: nothing is asked; the lines that are piped in are taken in turn, then it is over', async () => {
    const { ask, input, written } = setUp(false);
    input.end('one\ntwo\nthree');
    const answers = [];
    for (let left = 4; left > 0; left -= 1) answers.push(await ask('Paste: ', NEVER));
    expect(answers).toEqual(['one', 'two', 'three', null]);
    expect(written).toEqual([]);
  });

  test('an abort ends the question there, too', async () => {
    const { ask } = setUp(false);
    const controller = new AbortController();
    const answer = ask('Paste: ', controller.signal);
    controller.abort();
    expect(await answer).toBeNull();
  });
});
