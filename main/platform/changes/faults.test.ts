import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Changes, Written } from '../../engine/repair-ports.ts';
import { createFakeClock } from '../../engine/testing/fake-clock.ts';
import type { ChangeFileSystem } from './change-file-system.ts';
import { createChangeLock } from './create-change-lock.ts';
import { createChanges } from './create-changes.ts';
import { createOwnFolder } from './create-own-folder.ts';
import { hashOf } from './inspect-file.ts';
import { createFaults, failNth } from './testing/fault-file-system.ts';
import { createLockFaults } from './testing/lock-faults.ts';

const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'EPERM'] as const;
const OLD = Buffer.from('{"old": true}\n');
const NEW = Buffer.from('{"new": "and longer than the old one"}\n');

let home = '';
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'unblank-faults-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface WritePath {
  readonly name: string;
  /** What is there before; null for nothing. */
  readonly old: Buffer | null;
  readonly fresh: Buffer | null;
  readonly path: string;
  readonly work: (changes: Changes, path: string) => Promise<Written>;
}

const WRITE_PATHS: readonly WritePath[] = [
  {
    name: 'a file that is written over',
    ...{ old: OLD, fresh: NEW, path: 'a.json' },
    work: (changes, path) => changes.write(path, NEW, hashOf(OLD)),
  },
  {
    name: 'a file behind a link that is written over',
    ...{ old: OLD, fresh: NEW, path: 'linked.json' },
    work: (changes, path) => changes.write(path, NEW, hashOf(OLD)),
  },
  {
    name: 'a new file',
    ...{ old: null, fresh: NEW, path: 'a.json' },
    work: (changes, path) => changes.write(path, NEW, null),
  },
  {
    name: 'a new file in new folders',
    ...{ old: null, fresh: NEW, path: 'x/y/a.json' },
    work: (changes, path) => changes.write(path, NEW, null),
  },
  {
    name: 'a file that is removed',
    ...{ old: OLD, fresh: null, path: 'a.json' },
    work: (changes, path) => changes.remove(path, hashOf(OLD)),
  },
];

function reset({ old, path }: WritePath): string {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { mode: 0o700 });
  const file = join(home, path === 'linked.json' ? 'a.json' : path);
  if (old !== null) writeFileSync(file, old, { mode: 0o640 });
  if (path === 'linked.json') symlinkSync('a.json', join(home, path));
  return join(home, path);
}

function there(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
const temps = () =>
  readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.tmp'));
const changesWith = (fs?: ChangeFileSystem) =>
  createChanges({ roots: [home], system: 'linux', ...(fs === undefined ? {} : { fs }) });
const same = (a: Buffer | null, b: Buffer | null) =>
  a === null || b === null ? a === b : a.equals(b);

describe('G6: a fault at every single call of a write leaves the old or the new file', () => {
  test.each(WRITE_PATHS)(
    '$name',
    async (one) => {
      const clean = createFaults(failNth(0, 'EIO'));
      expect(await one.work(changesWith(clean.fs), reset(one))).toEqual({ kind: 'done' });
      expect(clean.calls.length).toBeGreaterThan(8);
      const wrong: string[] = [];
      for (const code of CODES)
        for (let n = 1; n <= clean.calls.length; n += 1) {
          const path = reset(one);
          const faults = createFaults(failNth(n, code));
          const written = await one.work(changesWith(faults.fs), path);
          await changesWith().sweep([path]);
          const problem = judge(one, written, there(path));
          const what = `${code} at ${n} (${faults.calls[n - 1]}): ${written.kind}`;
          if (problem !== null) wrong.push(`${what}: ${problem}`);
          if (temps().length > 0) wrong.push(`${what}: ${temps().join()} is left`);
        }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

/** What was told must be what is there: done is the new file, all else the old one, unless it says. */
function judge({ old, fresh }: WritePath, written: Written, now: Buffer | null): string | null {
  if (!same(now, old) && !same(now, fresh)) return 'neither the old nor the new file is there';
  if (written.kind === 'done') return same(now, fresh) ? null : 'done, and the old file is there';
  if (written.kind === 'refused' && written.code === 'not-confirmed')
    return same(now, fresh) ? null : 'not confirmed, and the old file is there';
  if (written.kind === 'refused' && written.reason === '') return 'refused without a reason';
  return same(now, old) ? null : 'the new file is there, and was not told';
}

interface OwnPath {
  readonly name: string;
  readonly file: string;
  readonly before: Buffer | null;
  readonly after: Buffer;
  readonly work: (fs?: ChangeFileSystem) => Promise<void>;
}
const own = (fs?: ChangeFileSystem) =>
  createOwnFolder({
    ...{ path: join(home, 'state', 'repair'), within: home, system: 'linux' },
    ...(fs === undefined ? {} : { fs }),
  });
const OWN_PATHS: readonly OwnPath[] = [
  {
    name: 'a new file of ours',
    ...{ file: 'b/one', before: null, after: NEW },
    work: (fs) => own(fs).write('b/one', NEW),
  },
  {
    name: 'a file of ours that is written over',
    ...{ file: 'b/one', before: OLD, after: NEW },
    work: (fs) => own(fs).write('b/one', NEW),
  },
  {
    name: 'a first line of the journal',
    ...{ file: 'log', before: null, after: Buffer.from('line\n') },
    work: (fs) => own(fs).append('log', 'line'),
  },
  {
    name: 'one more line of the journal',
    ...{ file: 'log', before: Buffer.from('one\n'), after: Buffer.from('one\nline\n') },
    work: (fs) => own(fs).append('log', 'line'),
  },
];

/** A new file to append to is there before its first line is. */
const isEmptyNew = ({ before, file }: OwnPath, now: Buffer | null) =>
  before === null && file === 'log' && now?.length === 0;

describe('G12, G18: a fault at every single call leaves our own files whole', () => {
  test.each(OWN_PATHS)(
    '$name',
    async (one) => {
      const path = join(home, 'state', 'repair', one.file);
      const start = () => {
        rmSync(home, { recursive: true, force: true });
        mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
        if (one.before !== null) writeFileSync(path, one.before, { mode: 0o600 });
      };
      start();
      const clean = createFaults(failNth(0, 'EIO'));
      await one.work(clean.fs);
      const wrong: string[] = [];
      for (const code of CODES)
        for (let n = 1; n <= clean.calls.length; n += 1) {
          start();
          const faults = createFaults(failNth(n, code));
          const said = await one.work(faults.fs).then(
            () => 'done',
            (error: unknown) => String((error as { code?: string }).code),
          );
          const what = `${code} at ${n} (${faults.calls[n - 1]}): ${said}`;
          const now = there(path);
          if (said === 'done' && !same(now, one.after)) wrong.push(`${what}: not written`);
          if (said !== 'done' && said !== 'own-folder') wrong.push(`${what}: not told so`);
          const isWhole = same(now, one.before) || same(now, one.after) || isEmptyNew(one, now);
          if (!isWhole) wrong.push(`${what}: ${now?.toString()}`);
          await own().write(`${one.file}-next`, NEW);
          if (temps().length > 0) wrong.push(`${what}: ${temps().join()} is left`);
        }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

describe('G17: a fault at every single call of the lock', () => {
  const take = async (n: number, code: string) => {
    const faults = createLockFaults(n, code);
    const lock = createChangeLock({
      ...{ folder: join(home, 'locks'), within: null, fs: faults.fs },
      clock: createFakeClock(Date.now()),
    });
    try {
      const release = await lock.hold(0);
      const kept = release === null ? null : await another();
      await release?.();
      return { calls: faults.calls, said: release === null ? 'held' : 'taken', kept };
    } catch (error) {
      return { calls: faults.calls, said: String((error as { code?: string }).code), kept: null };
    }
  };
  /** What a second taker sees while it is held. */
  const another = async () =>
    (await createChangeLock({ folder: join(home, 'locks'), within: null }).hold(0)) === null
      ? 'kept'
      : 'shared';

  test('it is never taken twice, the refusal is told, and the next one gets it', async () => {
    const clean = await take(0, 'EIO');
    expect(clean).toMatchObject({ said: 'taken', kept: 'kept' });
    const wrong: string[] = [];
    for (const code of ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE'])
      for (let n = 1; n <= clean.calls.length; n += 1) {
        rmSync(join(home, 'locks'), { recursive: true, force: true });
        const { said, kept } = await take(n, code);
        const what = `${code} at ${n} (${clean.calls[n - 1]}): ${said}`;
        if (said === 'taken' ? kept !== 'kept' : said !== 'own-folder') wrong.push(what);
        const next = await createChangeLock({ folder: join(home, 'locks'), within: null }).hold(0);
        if (next === null) wrong.push(`${what}: the next one is kept out`);
        await next?.();
      }
    expect(wrong).toEqual([]);
  });
});
