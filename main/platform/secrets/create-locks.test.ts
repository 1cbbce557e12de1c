import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocks } from './create-locks.ts';

const CHILD = path.join(import.meta.dirname, 'testing', 'lock-child.ts');
let folder = '';
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unblank-locks-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function child(...rest: string[]): ChildProcess {
  const started = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, ...rest], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(started);
  return started;
}

/** A child that holds the lock now. */
async function holder(task: 'hold' | 'exit'): Promise<ChildProcess> {
  const started = child(task);
  const [said] = (await once(started.stdout ?? started, 'data')) as [Buffer];
  expect(said.toString()).toBe('held\n');
  return started;
}

const lockFile = () => path.join(folder, 'shared.lock');

describe('D17: a lock across processes', () => {
  test('two processes and this one never have it at the same time', async () => {
    const file = path.join(folder, 'number');
    await writeFile(file, '0');
    const ends = [child('count', file, '20'), child('count', file, '20')].map((one) =>
      once(one, 'exit'),
    );
    const locks = createLocks({ folder });
    for (let round = 0; round < 20; round += 1) {
      const release = await locks.hold('shared', 30_000);
      const before = Number(await readFile(file, 'utf8'));
      await writeFile(file, String(before + 1));
      await release?.();
    }
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(await readFile(file, 'utf8')).toBe('60');
    expect(await readdir(folder)).toEqual(['number']);
  }, 60_000);

  test('what another process holds is refused, and free as soon as that one is killed', async () => {
    const other = await holder('hold');
    const locks = createLocks({ folder });
    expect(await locks.hold('shared', 0)).toBeNull();
    other.kill('SIGKILL');
    await once(other, 'exit');
    const release = await locks.hold('shared', 0);
    expect(release).not.toBeNull();
    await release?.();
    expect(await readdir(folder)).toEqual([]);
  }, 30_000);

  test('a process that ends without releasing it takes its file away', async () => {
    const other = await holder('exit');
    if (other.exitCode === null) await once(other, 'exit');
    expect(await readdir(folder)).toEqual([]);
  }, 30_000);

  test('a lock of a killed process is broken by one of many only', async () => {
    const file = path.join(folder, 'number');
    await writeFile(file, '0');
    const dead = await holder('hold');
    dead.kill('SIGKILL');
    await once(dead, 'exit');
    const ends = [1, 2, 3].map(() => once(child('count', file, '5'), 'exit'));
    await Promise.all(ends);
    expect(await readFile(file, 'utf8')).toBe('15');
  }, 60_000);
});

describe('a lock file', () => {
  test('of a process id that now belongs to another program holds nobody back', async (context) => {
    if (process.platform !== 'linux') context.skip('only Linux tells when a process was started');
    const token = '00000000-0000-4000-8000-000000000000';
    const owner = { pid: process.pid, started: '1', at: Date.now(), token };
    await writeFile(lockFile(), JSON.stringify(owner));
    expect(await createLocks({ folder }).hold('shared', 0)).not.toBeNull();
  });

  test('of a running process stays, whatever else is wrong with it', async () => {
    const token = '00000000-0000-4000-8000-000000000000';
    const owner = { pid: process.pid, started: null, at: Date.now(), token };
    await writeFile(lockFile(), JSON.stringify(owner));
    expect(await createLocks({ folder }).hold('shared', 0)).toBeNull();
  });

  test.each(['', '{', '[]', '{"pid":-1}', '{"pid":1,"at":1,"token":"../../x"}'])(
    'that holds %j holds nobody back',
    async (text) => {
      await writeFile(lockFile(), text);
      const release = await createLocks({ folder }).hold('shared', 0);
      expect(release).not.toBeNull();
      await release?.();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('is for its user only, and its name stays in the folder', async (context) => {
    if (process.platform === 'win32') context.skip('Windows has no modes');
    const release = await createLocks({ folder: path.join(folder, 'new') }).hold('../a b', 0);
    const [name = ''] = await readdir(path.join(folder, 'new'));
    expect(name).toBe('---a-b.lock');
    expect((await stat(path.join(folder, 'new', name))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, 'new'))).mode & 0o777).toBe(0o700);
    await release?.();
  });

  test('that cannot be made leaves a lock within this process', async () => {
    const blocked = path.join(folder, 'file');
    await writeFile(blocked, '');
    await chmod(blocked, 0o400);
    const locks = createLocks({ folder: path.join(blocked, 'locks') });
    const release = await locks.hold('shared', 0);
    expect(await locks.hold('shared', 0)).toBeNull();
    await release?.();
    expect(await locks.hold('shared', 0)).not.toBeNull();
  });
});

test('releasing twice takes nothing from the next holder', async () => {
  const locks = createLocks({ folder });
  const first = await locks.hold('shared', 0);
  await first?.();
  const second = await locks.hold('shared', 0);
  await first?.();
  expect(await locks.hold('shared', 0)).toBeNull();
  await second?.();
});
