import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { System } from '../../contract/words.ts';
import {
  nodeChangeFileSystem,
  type ChangeFileSystem,
  type ChangeStats,
} from './change-file-system.ts';
import { createChanges } from './create-changes.ts';
import { hashOf } from './inspect-file.ts';
import { systemError } from './testing/fault-file-system.ts';

let base = '';
let home = '';
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'unblank-obstacles-')));
  home = join(base, 'home');
  mkdirSync(home);
  mkdirSync(join(base, 'outside'));
  writeFileSync(join(home, 'a.json'), 'abc');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const at = (name: string) => join(home, name);
const node = nodeChangeFileSystem;
interface Machine {
  readonly fs?: Partial<ChangeFileSystem>;
  readonly system?: System;
  readonly uid?: number | null;
  readonly managed?: readonly string[];
}
const changesOf = ({ fs = {}, ...rest }: Machine = {}) =>
  createChanges({ roots: [home], system: 'linux', ...rest, fs: { ...node, ...fs } });
/** What is said of a file before anything is tried, and that a write then says the same. */
const told = async (name: string, machine: Machine = {}) => {
  const changes = changesOf(machine);
  const now = await changes.inspect(at(name));
  const written = await changes.write(at(name), Buffer.from('new'), now.hash);
  const same = { kind: 'refused', code: now.obstacle, reason: now.reason };
  if (now.obstacle !== null) expect(written).toEqual(same);
  return [now.obstacle, now.reason];
};
const withStats = (facts: Partial<ChangeStats>): Partial<ChangeFileSystem> => ({
  lstat: async (path) => {
    const stats = await node.lstat(path);
    return path === at('a.json') ? Object.assign(stats, facts) : stats;
  },
});
const refusing = (path: () => string, code: string): Partial<ChangeFileSystem> => ({
  access: (asked, mode) =>
    asked === path() ? Promise.reject(systemError(code)) : node.access(asked, mode),
});

describe('G9: what stands in the way is told before anything is tried', () => {
  test('a file that may be changed has no obstacle', async () => {
    const now = await changesOf().inspect(at('a.json'));
    expect(now).toMatchObject({ obstacle: null, reason: null, hash: hashOf(Buffer.from('abc')) });
  });

  test('a file that is marked as read-only, for root, too', async () => {
    chmodSync(at('a.json'), 0o444);
    const now = await changesOf().inspect(at('a.json'));
    expect(new TextDecoder().decode(now.bytes ?? undefined)).toBe('abc');
    expect(await told('a.json')).toEqual(['read-only', 'it is marked as read-only']);
  });

  const mine = () => at('a.json');
  const folder = () => home;
  test.each([
    ['no-permission', 'you may not write to it', mine, 'EACCES'],
    ['no-permission', 'you may not write to its folder', folder, 'EACCES'],
    ['immutable', 'it is marked as immutable', mine, 'EPERM'],
    ['immutable', 'its folder is marked as immutable', folder, 'EPERM'],
    ['read-only', 'it lies on a drive that is read-only', mine, 'EROFS'],
    ['read-only', 'its folder lies on a drive that is read-only', folder, 'EROFS'],
    ['locked', 'another program has it open', mine, 'EBUSY'],
    ['unreadable', 'the disk reported an error', mine, 'EIO'],
  ])('%s: %s', async (obstacle, reason, path, code) => {
    expect(await told('a.json', { fs: refusing(path, code) })).toEqual([obstacle, reason]);
  });

  test('a file that cannot be made, because its folder may not be written to', async () => {
    const fs = refusing(folder, 'EACCES');
    const expected = ['no-permission', 'you may not write to its folder'];
    expect(await told('x/new.json', { fs })).toEqual(expected);
  });

  test('on Windows, what the system does not permit is marked as read-only', async () => {
    const machine = { fs: refusing(mine, 'EPERM'), system: 'win32', uid: null } as const;
    expect(await told('a.json', machine)).toEqual(['read-only', 'it is marked as read-only']);
  });

  test('a file of another user', async () => {
    const machine = { fs: withStats({ uid: 501 }), uid: 502 };
    const expected = ['no-permission', 'it belongs to another user of this machine'];
    expect(await told('a.json', machine)).toEqual(expected);
  });

  test('a file that may not be read', async () => {
    const fs: Partial<ChangeFileSystem> = { open: () => Promise.reject(systemError('EACCES')) };
    expect(await told('a.json', { fs })).toEqual(['no-permission', 'you may not write there']);
  });

  test('a file that another program has locked', async () => {
    const fs: Partial<ChangeFileSystem> = { open: () => Promise.reject(systemError('EBUSY')) };
    expect(await told('a.json', { fs })).toEqual(['locked', 'another program has it open']);
  });

  test('what really is immutable', async (context) => {
    try {
      execFileSync('chattr', ['+i', at('a.json')], { stdio: 'ignore' });
    } catch {
      context.skip('this machine does not let us mark a file as immutable');
    }
    try {
      expect(await told('a.json')).toEqual(['immutable', 'it is marked as immutable']);
    } finally {
      execFileSync('chattr', ['-i', at('a.json')], { stdio: 'ignore' });
    }
  });

  test('a folder that really may not be written to', async (context) => {
    if (process.getuid?.() === 0) context.skip('root may write everywhere');
    if (process.platform === 'win32') context.skip('Windows has no modes');
    chmodSync(home, 0o500);
    expect(await told('new.json')).toEqual(['no-permission', 'you may not write to its folder']);
    chmodSync(home, 0o700);
  });

  test('a folder, a FIFO, and a path through a file', async (context) => {
    mkdirSync(at('folder'));
    expect(await told('folder')).toEqual(['not-a-file', 'it is not a regular file']);
    const through = ['not-a-file', 'a part of its path is not a folder'];
    expect(await told('a.json/b.json')).toEqual(through);
    if (process.platform === 'win32') context.skip('Windows has no FIFOs in folders');
    execFileSync('mkfifo', [at('fifo')]);
    expect(await told('fifo')).toEqual(['not-a-file', 'it is not a regular file']);
  });

  test('G2: a file over 10 MB, and one of exactly 10 MB', async () => {
    writeFileSync(at('a.json'), Buffer.alloc(10 * 1024 * 1024 + 1));
    expect(await told('a.json')).toEqual(['too-large', 'it is larger than 10 MB']);
    writeFileSync(at('a.json'), Buffer.alloc(10 * 1024 * 1024));
    expect(await told('a.json')).toEqual([null, null]);
    const large = Buffer.alloc(10 * 1024 * 1024 + 1);
    const written = await changesOf().write(at('b.json'), large, null);
    expect(written).toMatchObject({ kind: 'refused', reason: 'it would be larger than 10 MB' });
  });

  const CLOUD = ['cloud-placeholder', 'its bytes are in the cloud, not on this disk'];
  test('a file whose bytes are in the cloud is not opened', async () => {
    const fs: Partial<ChangeFileSystem> = {
      ...withStats({ blocks: 0, size: 5000 }),
      open: () => Promise.reject(new Error('it would be fetched')),
    };
    expect(await told('a.json', { fs, system: 'darwin' })).toEqual(CLOUD);
    expect(await told('a.json', { fs, system: 'win32', uid: null })).toEqual(CLOUD);
  });

  test('a small file on Windows takes no block and is none in the cloud', async () => {
    const fs = withStats({ blocks: 0 });
    expect(await told('a.json', { fs, system: 'win32', uid: null })).toEqual([null, null]);
  });

  test('the stand-in that iCloud Drive leaves', async () => {
    writeFileSync(at('.b.json.icloud'), '');
    expect(await told('b.json', { system: 'darwin' })).toEqual(CLOUD);
    expect(await told('b.json', { system: 'linux' })).toEqual([null, null]);
  });

  const FAR = ['network-drive', 'it lies on a network drive'];
  test('a network drive, as Linux and Windows tell it', async () => {
    for (const kind of [0x6969, 0xff534d42, -11317950]) {
      const fs = { kindOfDrive: () => Promise.resolve(kind) };
      expect(await told('a.json', { fs })).toEqual(FAR);
    }
    const unknown = { kindOfDrive: () => Promise.reject(systemError('ENOSYS')) };
    expect(await told('a.json', { fs: unknown })).toEqual([null, null]);
  });

  test('G16: what an administrator manages', async () => {
    const managed = [at('managed')];
    mkdirSync(at('managed'));
    const expected = ['managed', 'it is managed by an administrator'];
    expect(await told('managed/mcp.json', { managed })).toEqual(expected);
    expect(await told('a.json', { managed })).toEqual([null, null]);
  });
});

describe('G8: links', () => {
  const OUT = ['outside-home', 'it lies outside the folders that Unblank may change'];
  beforeEach(() => {
    writeFileSync(join(base, 'outside', 'x.json'), 'theirs');
    symlinkSync(join(base, 'outside', 'x.json'), at('out.json'));
    symlinkSync(join(base, 'outside'), at('folder-out'));
    symlinkSync('a.json', at('one.json'));
    symlinkSync('one.json', at('two.json'));
    symlinkSync('gone.json', at('dangling.json'));
    symlinkSync('circle.json', at('circle.json'));
  });

  test('the target of a chain of links is written, and every link stays', async () => {
    const changes = changesOf();
    const now = await changes.inspect(at('two.json'));
    expect(now).toMatchObject({ path: at('two.json'), realPath: at('a.json'), obstacle: null });
    const written = await changes.write(at('two.json'), Buffer.from('new'), now.hash);
    expect(written).toEqual({ kind: 'done' });
    expect([readlinkSync(at('two.json')), readlinkSync(at('one.json'))]).toEqual([
      'one.json',
      'a.json',
    ]);
    expect(readFileSync(at('a.json'), 'utf8')).toBe('new');
  });

  test.each(['out.json', 'folder-out/x.json', 'folder-out/new.json', '../outside/x.json'])(
    '%s leads out and is not touched',
    async (name) => {
      expect(await told(name)).toEqual(OUT);
      expect(readFileSync(join(base, 'outside', 'x.json'), 'utf8')).toBe('theirs');
      const now = await changesOf().inspect(at(name));
      expect([now.bytes, now.hash]).toEqual([null, null]);
    },
  );

  test('a second folder that the user named is no place outside', async () => {
    const changes = createChanges({ roots: [home, join(base, 'outside')] });
    expect((await changes.inspect(at('out.json'))).obstacle).toBeNull();
  });

  test('a folder whose name begins as the home does is another folder', async () => {
    mkdirSync(`${home}-of-another`);
    expect((await changesOf().inspect(`${home}-of-another/x.json`)).obstacle).toBe('outside-home');
  });

  test('a link to nothing and a circle of links', async () => {
    const nowhere = ['link-leads-nowhere', 'it is a link to a place that is not there'];
    expect(await told('dangling.json')).toEqual(nowhere);
    expect(await told('dangling.json/x/y.json')).toEqual(nowhere);
    expect((await told('circle.json'))[0]).toBe('link-leads-nowhere');
  });

  test('names that share their bytes are counted', async () => {
    linkSync(at('a.json'), at('b.json'));
    expect((await changesOf().inspect(at('a.json'))).hardLinks).toBe(2);
  });
});
