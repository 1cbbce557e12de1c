import {
  chmod,
  lstat,
  mkdtemp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeOutput } from './write-output.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unblank-output-'));
});
afterEach(() => rm(folder, { recursive: true }));
const rights = async (file: string) => (await stat(file)).mode & 0o777;

describe('a file that --output names', () => {
  test('is written 0600, also where it was there with other rights', async (context) => {
    if (process.platform === 'win32') context.skip('Windows has no such rights');
    const [fresh, old] = [path.join(folder, 'fresh.json'), path.join(folder, 'old.json')];
    await writeFile(old, 'something longer than before', { mode: 0o644 });
    for (const file of [fresh, old]) {
      await writeOutput(file, 'text');
      expect([await readFile(file, 'utf8'), await rights(file)]).toEqual(['text', 0o600]);
    }
  });

  test('G8: behind a link, what it leads to is written and the link stays', async (context) => {
    if (process.platform === 'win32') context.skip('Links need rights there');
    const [link, real] = [path.join(folder, 'link.json'), path.join(folder, 'real.json')];
    await writeFile(real, 'old');
    await symlink(real, link);
    await writeOutput(link, 'new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(real, 'utf8')).toBe('new');
  });

  test('a device takes it as it comes', async (context) => {
    if (process.platform === 'win32') context.skip('Windows has no /dev/null');
    await writeOutput('/dev/null', 'text');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test('G6: where it cannot be replaced, the old one stays whole and nothing is left beside it', async (context) => {
    const file = path.join(folder, 'inner', 'report.json');
    await mkdir(path.dirname(file));
    await writeFile(file, 'old');
    await chmod(path.dirname(file), 0o500);
    const isRoot = await writeFile(path.join(folder, 'inner', 'probe'), '').then(
      () => true,
      () => false,
    );
    if (isRoot) context.skip('This user may write everywhere');
    await expect(writeOutput(file, 'new')).rejects.toThrow('could not write');
    await chmod(path.dirname(file), 0o700);
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(path.dirname(file))).toEqual(['report.json']);
  });

  test('says so where it cannot be written, and leaves nothing', async () => {
    await expect(writeOutput(path.join(folder, 'no', 'a.json'), 'x')).rejects.toThrow(
      'could not write',
    );
    await mkdir(path.join(folder, 'a-folder'));
    await expect(writeOutput(path.join(folder, 'a-folder'), 'x')).rejects.toThrow(
      'could not write',
    );
    expect(await readdir(folder)).toEqual(['a-folder']);
  });
});
