import { appendFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ScannedLine } from '../../engine/ports.ts';
import { nodeFileSystem, type FileSystem, type OpenFile } from '../file-system.ts';
import { deferred } from '../testing/deferred.ts';
import { createLogs } from './create-logs.ts';
import { createLogFolder } from './testing/log-folder.ts';
import { createPolledFileSystem } from './testing/polled-file-system.ts';

type Folder = Awaited<ReturnType<typeof createLogFolder>>;
let folder: Folder;
beforeAll(async () => {
  folder = await createLogFolder();
});
afterAll(() => folder.remove());

/** Follows a log until the test ends; `seen` waits for a whole look and tells what came so far. */
async function follow(path: string, roots: readonly string[] | null = null) {
  const { fs, looked } = createPolledFileSystem();
  const stop = new AbortController();
  const lines: string[] = [];
  const numbers: (number | null)[] = [];
  const logs = createLogs({ roots, fs, pauseMs: 1 });
  const ended = logs.follow(
    path,
    1000,
    (more) => {
      lines.push(...more.map(({ text }) => text));
      numbers.push(...more.map(({ line }) => line));
    },
    stop.signal,
  );
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  await looked();
  return {
    stop,
    ended,
    numbers,
    async seen(): Promise<readonly string[]> {
      await looked();
      return lines.splice(0);
    },
  };
}

describe('a followed log', () => {
  test('hands over new lines only, each when it is whole, with its number', async () => {
    const path = await folder.put('a.log', 'old 1\nold 2\n');
    const log = await follow(path);
    expect(await log.seen()).toEqual([]);
    await appendFile(path, 'new 1\nnew 2\nhal');
    expect(await log.seen()).toEqual(['new 1', 'new 2']);
    await appendFile(path, 'f\r\n');
    expect(await log.seen()).toEqual(['half']);
    expect(log.numbers).toEqual([3, 4, 5]);
  });

  test('hands over whole the line that was being written when it began', async () => {
    const path = await folder.put('b.log', 'old\nbegun ');
    const log = await follow(path);
    await appendFile(path, 'and ended\n');
    expect(await log.seen()).toEqual(['begun and ended']);
  });

  test('that was put aside is read to its end, and the new one from its beginning', async () => {
    const path = await folder.put('c.log', 'old\n');
    const log = await follow(path);
    await appendFile(path, 'last 1\nlast 2 without an end');
    await rename(path, `${path}.1`);
    await writeFile(path, 'first\n');
    expect(await log.seen()).toEqual(['last 1', 'last 2 without an end', 'first']);
    await appendFile(path, 'second\n');
    expect(await log.seen()).toEqual(['second']);
    expect(log.numbers).toEqual([2, 3, 1, 2]);
  });

  test('that is gone for a while is still heard, as long as who has it open writes', async () => {
    const path = await folder.put('d.log', 'old\n');
    const log = await follow(path);
    await rename(path, `${path}.1`);
    expect(await log.seen()).toEqual([]);
    await appendFile(`${path}.1`, 'late\n');
    await writeFile(path, 'first\n');
    expect(await log.seen()).toEqual(['late', 'first']);
  });

  test('that is emptied is read from its beginning', async () => {
    const path = await folder.put('e.log', 'old, and much of it\n');
    const log = await follow(path);
    await truncate(path, 0);
    expect(await log.seen()).toEqual([]);
    await appendFile(path, 'new\n');
    expect(await log.seen()).toEqual(['new']);
  });

  test('that is written anew and shorter is read from its beginning', async () => {
    const path = await folder.put('f.log', 'old, and much of it\n');
    const log = await follow(path);
    await writeFile(path, 'new\n');
    expect(await log.seen()).toEqual(['new']);
  });

  test('that comes later is read from its beginning', async () => {
    const path = folder.at('late.log');
    const log = await follow(path);
    await writeFile(path, 'first\n');
    expect(await log.seen()).toEqual(['first']);
  });

  test('that is empty at first is read from its beginning', async () => {
    const path = await folder.put('g.log', '');
    const log = await follow(path);
    await appendFile(path, 'first\n');
    expect(await log.seen()).toEqual(['first']);
  });

  test('that is removed and comes again is read from its beginning', async () => {
    const path = await folder.put('h.log', 'old\n');
    const log = await follow(path);
    await rm(path);
    expect(await log.seen()).toEqual([]);
    await writeFile(path, 'again\n');
    expect(await log.seen()).toEqual(['again']);
  });

  test('in UTF-16 is read by whole characters', async () => {
    const path = await folder.put('i.log', Buffer.from('\uFEFFold\n', 'utf16le'));
    const log = await follow(path);
    const line = Buffer.from('nëw\n', 'utf16le');
    await appendFile(path, line.subarray(0, 5));
    expect(await log.seen()).toEqual([]);
    await appendFile(path, line.subarray(5));
    expect(await log.seen()).toEqual(['nëw']);
  });

  test('hands over a line of 10 MB by its beginning', async () => {
    const path = await folder.put('j.log', '');
    const log = await follow(path);
    await appendFile(path, `${'x'.repeat(10_000_000)}\nnext\n`);
    expect(await log.seen()).toEqual(['x'.repeat(1000), 'next']);
  });

  test('that could not be read at first is followed from its end all the same', async () => {
    const path = await folder.put('m.log', 'old\n');
    const { fs, looked } = createPolledFileSystem();
    let failures = 2;
    const flaky: FileSystem = {
      ...fs,
      async open(...all) {
        const file = await fs.open(...all);
        const read: OpenFile['read'] = (...what) => {
          if (failures-- > 0) return Promise.reject(Object.assign(new Error(), { code: 'EIO' }));
          return file.read(...what);
        };
        return { stat: () => file.stat(), close: () => file.close(), read };
      },
    };
    const stop = new AbortController();
    const texts: string[] = [];
    const take = (lines: readonly ScannedLine[]) => texts.push(...lines.map(({ text }) => text));
    const logs = createLogs({ roots: null, fs: flaky, pauseMs: 1 });
    const ended = logs.follow(path, 100, take, stop.signal);
    for (let look = 0; look < 3; look += 1) await looked();
    await appendFile(path, 'new\n');
    await looked();
    stop.abort();
    await ended;
    expect(texts).toEqual(['new']);
  });

  test('G8: is not followed out of a copied profile, also when it becomes a link', async () => {
    await folder.put('outside/secret.log', 'secret\n');
    const path = await folder.put('home/k.log', 'old\n');
    const log = await follow(path, [folder.at('home')]);
    await rm(path);
    await symlink(folder.at('outside', 'secret.log'), path);
    await appendFile(folder.at('outside', 'secret.log'), 'more\n');
    // A look that is refused opens nothing, so there is nothing to wait for but another one.
    await rm(path);
    await writeFile(path, 'back\n');
    expect(await log.seen()).toEqual(['back']);
  });
});

describe('L1: following ends with the signal', () => {
  test('at once, and nothing is handed over afterwards', async () => {
    const path = await folder.put('l.log', 'old\n');
    const log = await follow(path);
    log.stop.abort();
    await log.ended;
    expect(log.numbers).toEqual([]);
  });

  test('before it began', async () => {
    const logs = createLogs({ roots: null });
    await logs.follow(folder.at('x.log'), 10, () => undefined, AbortSignal.abort());
  });

  test('also on a drive that does not answer', async () => {
    const asked = deferred<void>();
    const open = () => {
      asked.resolve();
      return new Promise<never>(() => undefined);
    };
    const stop = new AbortController();
    const logs = createLogs({ roots: null, fs: { ...nodeFileSystem, open } });
    const ended = logs.follow(folder.at('x.log'), 10, () => undefined, stop.signal);
    await asked.promise;
    stop.abort();
    await ended;
  });
});
