import { expect, test } from 'vitest';
import { inParallel } from './in-parallel.ts';

test('results keep the order of the items, whichever is done first', async () => {
  const releases: (() => void)[] = [];
  const all = inParallel(
    ['a', 'b', 'c'],
    3,
    (item) => new Promise<string>((resolve) => releases.push(() => resolve(item))),
  );
  for (const release of releases.reverse()) release();
  expect(await all).toEqual(['a', 'b', 'c']);
});

test('never more than the limit are at work, and every item is', async () => {
  let [active, most] = [0, 0];
  const done = await inParallel([...Array(10).keys()], 4, async (item) => {
    most = Math.max(most, (active += 1));
    await Promise.resolve();
    active -= 1;
    return item;
  });
  expect([most, done.length]).toEqual([4, 10]);
});

test('nothing to do is done at once', async () => {
  expect(await inParallel([], 4, () => Promise.reject(new Error('never called')))).toEqual([]);
});

test('a throw is a bug and ends the whole', async () => {
  await expect(inParallel([1, 2], 1, () => Promise.reject(new Error('bug')))).rejects.toThrow(
    'bug',
  );
});
