import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePrivate } from './write-private.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unblank-private-'));
});
afterAll(() => rm(folder, { recursive: true }));
const rights = async (file: string) => (await stat(file)).mode & 0o777;

describe('a file that only its owner may read', () => {
  test('is written 0600, also where it was there with other rights', async (context) => {
    if (process.platform === 'win32') context.skip('Windows has no such rights');
    const [fresh, old] = [path.join(folder, 'fresh.json'), path.join(folder, 'old.json')];
    await writeFile(old, 'something longer than before', { mode: 0o644 });
    for (const file of [fresh, old]) {
      await writePrivate(file, 'text');
      expect([await readFile(file, 'utf8'), await rights(file)]).toEqual(['text', 0o600]);
    }
  });

  test('says so where it cannot be written', async () => {
    await expect(writePrivate(path.join(folder, 'no', 'a.json'), 'x')).rejects.toThrow(
      'could not write',
    );
  });
});
