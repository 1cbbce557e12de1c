import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILES_CONTRACT, FILES_CONTRACT_TREE } from '../engine/testing/files-contract.ts';
import { nodeFileSystem, type FileSystem, type OpenFile } from './file-system.ts';
import { createFiles } from './files.ts';

let base = '';
let home = '';
const at = (...names: string[]) => join(base, ...names);

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'unblank-files-')));
  home = at('home');
  for (const [name, text] of Object.entries(FILES_CONTRACT_TREE)) {
    await mkdir(dirname(join(home, name)), { recursive: true });
    await writeFile(join(home, name), text);
  }
  await mkdir(at('outside', 'inner'), { recursive: true });
  await writeFile(at('outside', 'secret.txt'), 'secret');
  await mkdir(at('home-of-another'));
  await writeFile(at('home-of-another', 'x.txt'), 'x');
  await symlink(at('outside', 'secret.txt'), join(home, 'link-out'));
  await symlink(at('outside'), join(home, 'folder-out'));
  await symlink('ten.txt', join(home, 'link-in'));
  await symlink('gone.txt', join(home, 'dangling'));
  await symlink('circle', join(home, 'circle'));
});
afterAll(() => rm(base, { recursive: true }));

const OUTSIDE = { kind: 'unreadable', reason: 'it leads out of the examined folders' };
const copied = () => createFiles({ roots: [home] });
const real = () => createFiles({ roots: null });

describe.each([
  ['of the real machine', real],
  ['of a copied profile', copied],
])('the files port on Node %s keeps the contract', (_, create) => {
  test.each(FILES_CONTRACT)('$name', async ({ observe, expected }) => {
    expect(await observe({ files: create(), root: home })).toEqual(expected);
  });
});

describe('G8: nothing outside a copied profile is read', () => {
  test.each(['link-out', 'folder-out/secret.txt', '../outside/secret.txt'])('%s', async (name) => {
    expect(await copied().read(`${home}/${name}`, 100)).toEqual(OUTSIDE);
  });

  test('a folder whose name begins as the home does is another folder', async () => {
    expect(await copied().read(at('home-of-another', 'x.txt'), 100)).toEqual(OUTSIDE);
  });

  test('a folder behind a link out, or outside, lists nothing', async () => {
    expect(await copied().list(join(home, 'folder-out'))).toEqual([]);
    expect(await copied().list(at('outside'))).toEqual([]);
  });

  test('a link that stays inside is followed', async () => {
    expect(await copied().read(join(home, 'link-in'), 100)).toMatchObject({ kind: 'bytes' });
  });

  test('a project folder may be a second root, and either may be reached by a link', async () => {
    await symlink(home, at('alias'));
    const files = createFiles({ roots: [at('alias'), at('outside'), at('not-there')] });
    expect(await files.read(join(at('alias'), 'ten.txt'), 100)).toMatchObject({ kind: 'bytes' });
    expect(await files.read(at('outside', 'secret.txt'), 100)).toMatchObject({ kind: 'bytes' });
  });

  test('on the real machine a link is followed wherever it leads', async () => {
    expect(await real().read(join(home, 'link-out'), 100)).toMatchObject({ kind: 'bytes' });
  });
});

describe('what is no plain file is told, not read', () => {
  test('a link to nothing is there and unreadable', async () => {
    const reason = 'it is a link to a place that is not there';
    for (const files of [real(), copied()]) {
      expect(await files.read(join(home, 'dangling'), 9)).toEqual({ kind: 'unreadable', reason });
    }
  });

  test('links in a circle are unreadable', async () => {
    const reason = 'its links lead in a circle';
    for (const files of [real(), copied()]) {
      expect(await files.read(join(home, 'circle'), 9)).toEqual({ kind: 'unreadable', reason });
    }
  });

  test('a path through a file is missing', async () => {
    expect(await real().read(join(home, 'ten.txt', 'x'), 9)).toEqual({ kind: 'missing' });
  });

  test('G3: a FIFO does not hold us', async (context) => {
    if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
    const fifo = join(home, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const reason = 'it is not a regular file';
    expect(await real().read(fifo, 9)).toEqual({ kind: 'unreadable', reason });
    expect(await real().read('/dev/null', 9)).toEqual({ kind: 'unreadable', reason });
  });

  test('G3: a path is taken as it stands: no ~ and no variable is expanded', async () => {
    expect(await real().read('~/ten.txt', 9)).toEqual({ kind: 'missing' });
    expect(await real().read('$HOME/ten.txt', 9)).toEqual({ kind: 'missing' });
  });
});

describe('L6: every error of the disk is a value', () => {
  const coded = (code: string) => Object.assign(new Error(code), { code });
  const failing = (code: string): FileSystem => ({
    ...nodeFileSystem,
    open: () => Promise.reject(coded(code)),
  });
  test.each([
    ['EACCES', 'permission denied'],
    ['EPERM', 'the system does not permit it'],
    ['EBUSY', 'another program has it locked'],
    ['EIO', 'the disk reported an error'],
    ['EMFILE', 'too many files are open'],
    ['E_NEW', 'the system says E_NEW'],
  ])('%s is told as "%s"', async (code, reason) => {
    const files = createFiles({ roots: null, fs: failing(code) });
    expect(await files.read(join(home, 'ten.txt'), 9)).toEqual({ kind: 'unreadable', reason });
  });

  test.each(['ENOENT', 'EACCES', 'EIO'])(
    'a folder that fails with %s lists nothing',
    async (code) => {
      const fs = { ...nodeFileSystem, readdir: () => Promise.reject(coded(code)) };
      expect(await createFiles({ roots: null, fs }).list(home)).toEqual([]);
    },
  );

  test('what is no error of the system is a bug and stays one', async () => {
    const fs = { ...nodeFileSystem, open: () => Promise.reject(new TypeError('ours')) };
    await expect(createFiles({ roots: null, fs }).read('/x', 9)).rejects.toThrow('ours');
  });

  /** A file whose stat says one thing and whose reads say another. */
  const odd = (size: number, pieces: readonly string[], events: string[]): FileSystem => ({
    ...nodeFileSystem,
    open: () => {
      const left = pieces.map((piece) => Buffer.from(piece));
      const file: OpenFile = {
        stat: () =>
          Promise.resolve({
            ...{ size, mtimeMs: 0, dev: 1, ino: 1 },
            isFile: () => true,
            isDirectory: () => false,
          }),
        read(buffer, _, length) {
          const next = left.shift();
          if (next === undefined) return Promise.resolve({ bytesRead: 0 });
          if (next.toString() === 'EIO') return Promise.reject(coded('EIO'));
          buffer.set(next.subarray(0, length));
          return Promise.resolve({ bytesRead: Math.min(next.length, length) });
        },
        close: () => Promise.resolve(void events.push('closed')),
      };
      return Promise.resolve(file);
    },
  });

  test('a file that grows over the limit while it is read is too large', async () => {
    const events: string[] = [];
    const fs = odd(3, ['abc', 'def', 'ghi'], events);
    const read = await createFiles({ roots: null, fs }).read('/grows', 5);
    expect(read).toEqual({ kind: 'too-large', size: 6 });
    expect(events).toEqual(['closed']);
  });

  test('a file that tells a size of 0 is read all the same', async () => {
    const fs = odd(0, ['abc'], []);
    const bytes = Uint8Array.from(Buffer.from('abc'));
    expect(await createFiles({ roots: null, fs }).read('/proc/x', 9)).toEqual({
      kind: 'bytes',
      bytes,
    });
  });

  test('an error in the middle of a file is told, and the file is closed', async () => {
    const events: string[] = [];
    const read = await createFiles({ roots: null, fs: odd(9, ['abc', 'EIO'], events) }).read(
      '/x',
      9,
    );
    expect(read).toEqual({ kind: 'unreadable', reason: 'the disk reported an error' });
    expect(events).toEqual(['closed']);
  });
});
