import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBuildFailure, isBuilt } from './build.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'unblank-build-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Writes a file as if at some second; its folders look as old. */
async function put(file: string, second: number): Promise<void> {
  const target = path.join(root, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, '');
  for (let place = target; place !== root; place = path.dirname(place))
    await utimes(place, second, second);
}

describe('isBuilt', () => {
  test('is false where nothing was built', async () => {
    await put('main/a.ts', 100);
    expect(await isBuilt(root)).toBe(false);
  });

  test('is true where the build is newer than every source', async () => {
    await put('main/deep/a.ts', 100);
    await put('package.json', 150);
    await put('dist/meta/stamp', 200);
    expect(await isBuilt(root)).toBe(true);
  });

  test.each(['main/deep/a.ts', 'renderer/a.tsx', 'build/bundles.ts', 'package-lock.json'])(
    'is false once %s is newer',
    async (file) => {
      await put('dist/meta/stamp', 200);
      await put(file, 300);
      expect(await isBuilt(root)).toBe(false);
    },
  );

  test('does not build again for a test', async () => {
    await put('main/a.test.ts', 300);
    await utimes(path.join(root, 'main'), 100, 100);
    await put('dist/meta/stamp', 200);
    expect(await isBuilt(root)).toBe(true);
  });
});

describe('describeBuildFailure', () => {
  test('gives the lines of the bundler and no stack', async () => {
    const error = { errors: [{ text: 'Could not resolve "./a.ts"', location: null, notes: [] }] };
    const text = await describeBuildFailure(error);
    expect(text).toContain('Could not resolve "./a.ts"');
    expect(text).not.toMatch(/\n\s+at /);
  });

  test('gives the message of any other error', async () => {
    expect(await describeBuildFailure(new Error('no disk'))).toBe('no disk');
  });
});
