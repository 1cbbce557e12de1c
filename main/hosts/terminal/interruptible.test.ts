import { expect, test } from 'vitest';
import { interruptible } from './interruptible.ts';

test('the first Ctrl-C aborts, is told once, and leaves the second to the system', async () => {
  const before = process.listenerCount('SIGINT');
  let said = 0;
  const aborted = await interruptible(
    async (signal) => {
      process.emit('SIGINT');
      expect(process.listenerCount('SIGINT')).toBe(before);
      return signal.aborted;
    },
    () => (said += 1),
  );
  expect([aborted, said]).toEqual([true, 1]);
});

test('afterwards nothing listens for Ctrl-C any more, also where the work failed', async () => {
  const before = process.listenerCount('SIGINT');
  await expect(interruptible(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(process.listenerCount('SIGINT')).toBe(before);
});
