import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, open, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeFileSystem, type FileSystem, type OpenFile } from '../file-system.ts';
import { deferred } from '../testing/deferred.ts';
import { createLogs } from './create-logs.ts';
import { COUNTED, FIRST, NEWEST } from './scan-log.ts';
import { createLogFolder, scanned } from './testing/log-folder.ts';

type Folder = Awaited<ReturnType<typeof createLogFolder>>;
let folder: Folder;
beforeAll(async () => {
  folder = await createLogFolder();
});
afterAll(() => folder.remove());

const logs = createLogs({ roots: null });
const MIB = 1024 * 1024;
const OPTIONS = { needles: ['needle'], newestBytes: null, lineLength: 1000 };
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `line ${at + 1} ${at % 100 === 0 ? 'needle' : 'hay'}\n`);

describe('a log of more than one part', () => {
  const COUNT = 1_000_000;
  test('is handed over newest first, each line once and with its number', async () => {
    const path = await folder.put('parts.log', numbered(COUNT).join(''));
    const { parts, end } = await scanned(logs, path);
    const lines = parts.flat();
    expect(lines.every(({ line, text }) => text === `line ${line} needle`)).toBe(true);
    const numbers = lines.map(({ line }) => line ?? 0).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: COUNT / 100 }, (_, at) => at * 100 + 1));
    expect(end).toMatchObject({ kind: 'scanned', read: 'whole', note: null });
  });

  test('tells the newest 256 KiB in one call, then the newest 8 MiB, then the rest', async () => {
    const path = await folder.put('order.log', numbered(COUNT).join(''));
    const { parts, end } = await scanned(logs, path);
    const size = end.kind === 'scanned' ? end.size : 0;
    expect(parts[0]?.at(-1)?.line).toBe(COUNT - 99);
    const begins = parts.map(([line]) => line?.offset ?? 0);
    const turns = begins.filter((begin, at) => begin < (begins[at - 1] ?? Infinity));
    // A hit is in every hundredth line, so the first one lies a little behind where a part begins.
    expect(turns.map((offset) => Math.floor((size - offset) / 10_000))).toEqual(
      [FIRST, NEWEST, size].map((newest) => Math.floor(newest / 10_000)),
    );
  });

  test('over 64 MiB has no numbers in its newest part, and all the same in the older', async () => {
    const path = folder.at('sparse.log');
    await writeFile(path, 'a needle\n');
    await truncate(path, COUNTED + NEWEST);
    await appendFile(path, '\nnew needle\n');
    const { parts } = await scanned(logs, path);
    const offset = COUNTED + NEWEST + 1;
    expect(parts.flat()).toEqual([
      { offset, line: null, text: 'new needle', head: null },
      { offset: 0, line: 1, text: 'a needle', head: null },
    ]);
  });

  test('of which only the newest bytes are wanted, more than one part of them', async () => {
    const path = await folder.put('newest.log', numbered(COUNT).join(''));
    const { parts, end } = await scanned(logs, path, { newestBytes: NEWEST + MIB });
    const lines = parts.flat();
    const size = end.kind === 'scanned' ? end.size : 0;
    expect(end).toMatchObject({ kind: 'scanned', read: 'newest', note: null });
    expect(Math.min(...lines.map(({ offset }) => offset))).toBeGreaterThan(size - NEWEST - MIB);
    expect(lines.every(({ line, text }) => text === `line ${line} needle`)).toBe(true);
    expect(new Set(lines.map(({ offset }) => offset)).size).toBe(lines.length);
  });
});

test('a log of up to 8 MiB is handed over in one go, from its beginning, with numbers', async () => {
  const path = await folder.put('short.log', numbered(100_000).join(''));
  const { parts } = await scanned(logs, path);
  const lines = parts.flat();
  expect(lines.map(({ line }) => line)).toEqual(
    Array.from({ length: 1000 }, (_, at) => at * 100 + 1),
  );
  expect(lines.every(({ line, text }) => text === `line ${line} needle`)).toBe(true);
});

test('a log whose lines tell their own time is read without looking for heads', async () => {
  const path = await folder.put('own-time.log', '2026-11-20T10:00:00Z x\n needle\n');
  const heads = async (options: { readonly heads?: boolean }) =>
    (await scanned(logs, path, options)).parts.flat().map(({ head }) => head);
  expect(await heads({})).toEqual(['2026-11-20T10:00:00Z x']);
  expect(await heads({ heads: false })).toEqual([null]);
});

describe('H15: a log that changes while it is read', () => {
  /** Does something each time that bytes are asked for. */
  const during = (act: (reads: number) => Promise<unknown>): FileSystem => ({
    ...nodeFileSystem,
    async open(path, flags) {
      const file = await nodeFileSystem.open(path, flags);
      let reads = 0;
      const odd: OpenFile = {
        stat: () => file.stat(),
        close: () => file.close(),
        async read(...all) {
          await act((reads += 1));
          return file.read(...all);
        },
      };
      return odd;
    },
  });
  const read = (fs: FileSystem, path: string) => scanned(createLogs({ roots: null, fs }), path);

  test('is read as far as it was long when it was opened', async () => {
    const path = await folder.put('grows.log', 'needle 1\n');
    const { parts, end } = await read(
      during(() => appendFile(path, 'needle 2\n')),
      path,
    );
    expect(parts.flat()).toHaveLength(1);
    expect(end).toMatchObject({ size: 9, read: 'whole' });
  });

  test('and is cut shorter: what is left is handed over, and the rest told', async () => {
    const path = await folder.put('shrinks.log', 'needle 1\n'.repeat(500_000));
    const cut = (reads: number) => (reads === 4 ? truncate(path, 9) : Promise.resolve());
    const { parts, end } = await read(during(cut), path);
    expect(parts.flat().length).toBeGreaterThan(0);
    const note = 'It became shorter while it was read.';
    expect(end).toMatchObject({ kind: 'scanned', read: 'newest', note });
  });

  test('and is emptied at once', async () => {
    const path = await folder.put('emptied.log', 'needle 1\n');
    const { parts, end } = await read(
      during(() => truncate(path, 0)),
      path,
    );
    expect(parts).toEqual([]);
    expect(end).toMatchObject({ kind: 'scanned', read: 'newest' });
  });

  test('and is put aside for another: the one that was opened is read', async () => {
    const path = await folder.put('rotates.log', 'needle old\n');
    const rotate = async (reads: number) => {
      if (reads > 1) return;
      await rename(path, `${path}.1`);
      await writeFile(path, 'needle new\n');
    };
    const { parts } = await read(during(rotate), path);
    expect(parts.flat().map(({ text }) => text)).toEqual(['needle old']);
  });

  test('an error of the disk in the middle is a note', async () => {
    const path = await folder.put('broken.log', 'needle 1\n'.repeat(500_000));
    const broken = Object.assign(new Error('EIO'), { code: 'EIO' });
    const fail = (reads: number) => (reads < 5 ? Promise.resolve() : Promise.reject(broken));
    const { parts, end } = await read(during(fail), path);
    expect(parts.flat().length).toBeGreaterThan(0);
    const note = 'It could not be read to its end: the disk reported an error.';
    expect(end).toMatchObject({ kind: 'scanned', read: 'newest', note });
  });

  test('what is no error of the system is a bug and stays one', async () => {
    const path = await folder.put('bug.log', 'needle\n');
    const fail = () => Promise.reject(new TypeError('ours'));
    await expect(read(during(fail), path)).rejects.toThrow('ours');
  });
});

describe('L1: a scan that is stopped', () => {
  test('ends at once, with what it has, and hands over nothing more', async () => {
    const path = await folder.put('stop.log', 'needle\n'.repeat(1_000_000));
    const stop = new AbortController();
    const calls: number[] = [];
    const end = await logs.scan(
      path,
      OPTIONS,
      (lines) => {
        calls.push(lines.length);
        stop.abort();
      },
      stop.signal,
    );
    expect(calls).toHaveLength(1);
    const note = 'Reading was stopped before its end.';
    expect(end).toMatchObject({ kind: 'scanned', read: 'newest', note });
  });

  test.each(['open', 'read'])('is not held by a drive that does not answer %s', async (what) => {
    const path = await folder.put('hangs.log', 'needle\n');
    const asked = deferred<void>();
    const hang = () => {
      asked.resolve();
      return new Promise<never>(() => undefined);
    };
    const file: OpenFile = {
      stat: async () => (await open(path)).stat(),
      read: hang,
      close: () => Promise.resolve(),
    };
    const fs = { ...nodeFileSystem, open: what === 'open' ? hang : () => Promise.resolve(file) };
    const stop = new AbortController();
    const end = createLogs({ roots: null, fs }).scan(path, OPTIONS, () => undefined, stop.signal);
    await asked.promise;
    stop.abort();
    expect((await end).kind).toBe(what === 'open' ? 'unreadable' : 'scanned');
  });

  test('a sparse file of 5 GB can be stopped, and its newest part is there before', async () => {
    const path = folder.at('huge.log');
    await writeFile(path, 'old needle\n');
    await truncate(path, 5 * 1024 * MIB);
    await appendFile(path, '\nnew needle\n');
    const stop = new AbortController();
    const texts: string[] = [];
    const take = (lines: readonly { readonly text: string }[]) => {
      texts.push(...lines.map(({ text }) => text));
      stop.abort();
    };
    const end = await logs.scan(path, OPTIONS, take, stop.signal);
    expect(texts).toEqual(['new needle']);
    expect(end).toMatchObject({ kind: 'scanned', size: 5 * 1024 * MIB + 12, read: 'newest' });
  });
});

describe('what is no plain log is a value', () => {
  const reason = 'it is not a regular file';

  test('G3: a FIFO does not hold us, and a device is not read', async (context) => {
    if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
    execFileSync('mkfifo', [folder.at('fifo')]);
    for (const path of [folder.at('fifo'), '/dev/zero'])
      expect((await scanned(logs, path)).end).toEqual({ kind: 'unreadable', reason });
  });

  test('G8: a link out of a copied profile is not followed, one inside is', async () => {
    await folder.put('outside/secret.log', 'needle\n');
    await folder.put('home/in.log', 'needle\n');
    await symlink(folder.at('outside', 'secret.log'), folder.at('home', 'out.log'));
    await symlink('in.log', folder.at('home', 'link.log'));
    const copied = createLogs({ roots: [folder.at('home')] });
    const outside = 'it leads out of the examined folders';
    const { end } = await scanned(copied, folder.at('home', 'out.log'));
    expect(end).toEqual({ kind: 'unreadable', reason: outside });
    expect((await scanned(copied, folder.at('home', 'link.log'))).parts.flat()).toHaveLength(1);
  });

  test('a name with a newline, a bidi mark and an escape is a name', async (context) => {
    if (process.platform === 'win32') context.skip('Windows does not allow such names');
    const path = await folder.put('a\nb\u202E\u001B[31m.log', 'needle\n');
    expect((await scanned(logs, path)).parts.flat()).toHaveLength(1);
  });

  test('a path with a zero byte, as it can stand in a configuration, is told', async () => {
    expect((await scanned(logs, folder.at('a\0b.log'))).end.kind).toBe('unreadable');
  });

  test('a folder that may not be entered is told', async (context) => {
    if (process.platform === 'win32' || process.getuid?.() === 0)
      context.skip('whoever runs this may enter every folder');
    await mkdir(folder.at('closed'), { mode: 0 });
    const { end } = await scanned(logs, folder.at('closed', 'x.log'));
    expect(end).toEqual({ kind: 'unreadable', reason: 'permission denied' });
  });
});

describe('H13: what a log holds is handed over as it stands', () => {
  test('escapes, bidi marks, zero bytes and lone surrogates are text like any other', async () => {
    const text = 'needle \u001B[31m\u202E\u0000\u0007';
    const path = await folder.put('marks.log', `${text}\n`);
    expect((await scanned(logs, path)).parts.flat()[0]?.text).toBe(text);
  });
});
