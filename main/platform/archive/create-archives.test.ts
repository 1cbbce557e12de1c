import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { ArchiveEntry } from '../../engine/bundle-ports.ts';
import { nodeArchiveFileSystem, type ArchiveFileSystem } from './archive-file-system.ts';
import { createArchives } from './create-archives.ts';

const never = new AbortController().signal;
let root = '';
let folder = '';
let path = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'unblank-archive-'));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'one-'));
  path = join(folder, 'bundle.zip');
});
afterAll(() => rm(root, { recursive: true }));

function entry(name: string, ...pieces: readonly string[]): ArchiveEntry {
  return {
    name,
    async *pieces() {
      yield* pieces;
    },
  };
}
async function textOf(name: string, file = path): Promise<string> {
  let text = '';
  for await (const piece of createArchives().read(file, name)) text += piece;
  return text;
}
const TWO = [entry('report.json', '{"a":', '1}'), entry('logs/one.log', 'line\n', 'größe 🙂\n')];

describe('archives', () => {
  test('H11: what is read back is what was given, piece by piece', async () => {
    const archives = createArchives();
    const written = await archives.write(path, TWO, never);
    expect(written.entries.map(({ name }) => name)).toEqual(['report.json', 'logs/one.log']);
    expect(await textOf('report.json')).toBe('{"a":1}');
    expect(await textOf('logs/one.log')).toBe('line\ngröße 🙂\n');
    expect(written.size).toBe((await stat(path)).size);
  });

  test('H11: any texts come back, also with halves of characters in different pieces', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(30), async (all, size) => {
        const whole = Buffer.from(all.join('')).toString();
        const pieces = whole.match(new RegExp(`[^]{1,${size + 1}}`, 'g')) ?? [];
        await createArchives().write(path, [entry('one.txt', ...pieces)], never);
        expect(await textOf('one.txt')).toBe(whole);
      }),
      { numRuns: 40 },
    );
  });

  test.runIf(process.platform !== 'win32')('H11: only its owner may read it', async () => {
    await createArchives().write(path, TWO, never);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('H11: the same entries make the same bytes, whenever they are written', async () => {
    await createArchives().write(path, TWO, never);
    const first = await readFile(path);
    await createArchives().write(path, TWO, never);
    expect(await readFile(path)).toEqual(first);
  });

  test.each(['../x', '/x', 'a/../b', 'C:/x', 'a\\b', 'a/b/c', '', 'Ä', 'a..b'])(
    'H11: “%s” is no name of an entry',
    async (name) => {
      const written = createArchives().write(path, [entry(name, 'x')], never);
      await expect(written).rejects.toThrow('no list of names of ours');
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('H11: over the limit nothing is left, and what was there stays', async () => {
    await writeFile(path, 'before');
    const noise = Array.from({ length: 4000 }, (_, at) => (at * 7919.13).toString(36));
    const written = createArchives({ limit: 2000 }).write(path, [entry('a', ...noise)], never);
    await expect(written).rejects.toMatchObject({ code: 'bundle-too-large' });
    expect(await readdir(folder)).toEqual(['bundle.zip']);
    expect(await readFile(path, 'utf8')).toBe('before');
  });

  test('an entry that fails in the middle ends it, and nothing is left', async () => {
    let closed = false;
    const failing: ArchiveEntry = {
      name: 'bad.log',
      async *pieces() {
        try {
          yield 'x'.repeat(200_000);
          throw new Error('the log is gone');
        } finally {
          closed = true;
        }
      },
    };
    const written = createArchives().write(path, [TWO[0]!, failing], never);
    await expect(written).rejects.toThrow('the log is gone');
    expect([closed, await readdir(folder)]).toEqual([true, []]);
  });

  test('L1: it can be stopped in the middle of an endless log, which is closed', async () => {
    const stop = new AbortController();
    let closed = false;
    const endless: ArchiveEntry = {
      name: 'endless.log',
      async *pieces() {
        try {
          for (let at = 0; ; at += 1) {
            if (at === 50) stop.abort();
            yield `${at} ${Math.imul(at, 2_654_435_761).toString(36).repeat(2000)}\n`;
          }
        } finally {
          closed = true;
        }
      },
    };
    const written = createArchives().write(path, [endless], stop.signal);
    await expect(written).rejects.toMatchObject({ code: 'stopped' });
    await expect.poll(() => closed).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  test('L6: whichever call of the disk fails, the old file or the whole new one is there', async () => {
    const counted = failing(Number.POSITIVE_INFINITY);
    await createArchives({ fs: counted.fs }).write(path, TWO, never);
    expect(counted.calls()).toBeGreaterThan(4);
    for (let fail = 1; fail <= counted.calls(); fail += 1) {
      await writeFile(path, 'before');
      const written = createArchives({ fs: failing(fail).fs }).write(path, TWO, never);
      await expect(written).rejects.toMatchObject({ code: 'file-unwritable' });
      const text = await readFile(path, 'utf8');
      if (text !== 'before') expect(await textOf('report.json')).toBe('{"a":1}');
      expect(await readdir(folder)).toEqual(['bundle.zip']);
    }
  });

  test('L6: a folder that is not there has its message', async () => {
    const written = createArchives().write(join(folder, 'no', 'b.zip'), TWO, never);
    await expect(written).rejects.toMatchObject({
      code: 'file-unwritable',
      params: { reason: 'its folder is not there' },
    });
  });

  test('a copy is the same, and what was there before is replaced at once', async () => {
    const other = join(folder, 'copy.zip');
    const written = await createArchives().write(path, TWO, never);
    await writeFile(other, 'before');
    expect(await createArchives().copy(path, other, never)).toEqual(written);
    expect(await textOf('logs/one.log', other)).toBe('line\ngröße 🙂\n');
  });

  test('is taken away, and taking it away again is nothing', async () => {
    await createArchives().write(path, TWO, never);
    await createArchives().remove(path);
    await createArchives().remove(path);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what is read back', () => {
  async function zipped(name: string, mode = 0o100600): Promise<void> {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('/etc/passwd'), name, { mode });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
  }

  test('H11: a link in it, or a name that is none of ours, is refused', async () => {
    await zipped('link', 0o120777);
    await expect(textOf('link')).rejects.toMatchObject({ code: 'file-unreadable' });
    await zipped('Other/Name');
    await expect(textOf('Other/Name')).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('H11: whatever byte of the file changes, no other text is read without a fault', async () => {
    await createArchives().write(path, TWO, never);
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 3) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      await writeFile(path, broken);
      const isRight = await textOf('report.json').then(
        (text) => text === '{"a":1}',
        ({ code }: { code: string }) => code === 'file-unreadable',
      );
      expect(isRight).toBe(true);
    }
  });

  test('an entry that is not in it, and a file that is no zip, have their message', async () => {
    await createArchives().write(path, TWO, never);
    await expect(textOf('other.txt')).rejects.toMatchObject({ code: 'file-unreadable' });
    await writeFile(path, 'no zip');
    await expect(textOf('report.json')).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

/** Fails at the n-th call; what was begun before is real. */
function failing(at: number): { readonly fs: ArchiveFileSystem; readonly calls: () => number } {
  let calls = 0;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls === at) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    return work();
  };
  const real = nodeArchiveFileSystem;
  const fs: ArchiveFileSystem = {
    create: (name) =>
      step(async () => {
        const file = await real.create(name);
        return {
          write: (bytes) => step(() => file.write(bytes)),
          sync: () => step(() => file.sync()),
          // Closed in any case, so that the test leaks nothing.
          close: async () => {
            await file.close();
            await step(async () => undefined);
          },
        };
      }),
    rename: (from, to) => step(() => real.rename(from, to)),
    unlink: real.unlink,
    syncFolder: (name) => step(() => real.syncFolder(name)),
  };
  return { fs, calls: () => calls };
}
