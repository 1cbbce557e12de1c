import { expect, test } from 'vitest';
import { endDespiteKeychain, type Endable } from './end-program.ts';

/** A process that writes down what is done to it; its streams flush a moment later. */
function fakeProcess() {
  const done: string[] = [];
  const stream = (name: string) => ({
    write: (text: string, flushed: () => void) => {
      queueMicrotask(() => {
        done.push(`${name}: ${text}`);
        flushed();
      });
      return true;
    },
  });
  const kill = (pid: number, signal: string) => done.push(`${signal} ${pid}`);
  const own = { stdout: stream('out'), stderr: stream('err'), pid: 7, kill };
  return { own: own as unknown as Endable, done };
}

test('a program whose keychain has answered ends as it always does', async () => {
  const { own, done } = fakeProcess();
  expect(await endDespiteKeychain(own, () => false)).toBe(false);
  expect(done).toEqual([]);
});

test('L1: an open keychain question does not keep the program, and its output comes first', async () => {
  const { own, done } = fakeProcess();
  expect(await endDespiteKeychain(own, () => true)).toBe(true);
  expect(done).toEqual([
    'err: The keychain still waits for an answer; Unblank ends without it.\n',
    'out: ',
    'SIGKILL 7',
  ]);
});
