import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { SECRET_STORE_CONTRACT } from '../../engine/testing/secret-store-contract.ts';
import type { TaskName } from './testing/real-keyring-tasks.ts';

const CHILD = path.join(import.meta.dirname, 'testing', 'real-keyring-child.ts');
const PROGRAMS = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon'];
const ADD = 'add them with: apt-get install dbus gnome-keyring';

interface Answer {
  readonly skipped?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  /** The daemon ended itself on the way: gnome-keyring 48 does so now and then (load-keyring.ts). */
  readonly crashed?: boolean;
}

/** What it did with a daemon that lived to the end; what three crash under is judged as it is. */
async function act(binding: string, task: TaskName): Promise<Answer> {
  let answer = await actOnce(binding, task);
  for (let more = 2; answer.crashed === true && more > 0; more -= 1)
    answer = await actOnce(binding, task);
  return answer;
}

/** Runs a task in a home and on a bus of its own; `missing` has no bus. */
async function actOnce(binding: string, task: TaskName): Promise<Answer> {
  const absent = PROGRAMS.filter((name) => !onPath(name));
  if (process.platform !== 'linux') return { skipped: 'the Secret Service is of Linux' };
  if (absent.length > 0) return { skipped: `${absent.join(', ')} are not installed; ${ADD}` };
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-keyring-'));
  try {
    const child = [process.execPath, '--import', 'tsx', CHILD, binding, task];
    const [program = '', ...rest] =
      task === 'missing' ? child : ['dbus-run-session', '--', ...child];
    return JSON.parse(await output(program, rest, await environment(home))) as Answer;
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function environment(home: string): Promise<NodeJS.ProcessEnv> {
  const runtime = path.join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  return {
    PATH: process.env.PATH,
    HOME: home,
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_STATE_HOME: path.join(home, 'state'),
    XDG_RUNTIME_DIR: runtime,
  };
}

function output(program: string, rest: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, rest, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      error === null
        ? resolve(stdout.trim().split('\n').at(-1) ?? '')
        : reject(new Error(`${error.message}\n${stderr}`)),
    );
  });
}

function onPath(name: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(path.join(folder, name)));
}

function resultOf(answer: Answer, context: TestContext): Readonly<Record<string, unknown>> {
  if (answer.skipped !== undefined) context.skip(answer.skipped);
  return answer.result ?? {};
}

/** What is said of a keychain that nobody unlocks: gnome-keyring calls it both ways. */
const NOT_UNLOCKED = /^(locked|cancelled)$/;

describe.each(['keytar', 'keyring'])('a real gnome-keyring through %s', (binding) => {
  let kept: Answer;
  beforeAll(async () => {
    kept = await act(binding, 'contract');
  }, 60_000);

  test.for(SECRET_STORE_CONTRACT)('$name', ({ name, expected }, context) => {
    const { seen } = resultOf(kept, context);
    expect((seen as Record<string, unknown>)[name]).toEqual(expected);
  });

  test('nothing is left behind', (context) => {
    expect(resultOf(kept, context).left).toEqual({ ok: true, value: [] });
  });

  test('F6: locked, with nobody to unlock it: said, and never “nothing there”', async (context) => {
    const { before, got, fresh } = resultOf(await act(binding, 'locked'), context);
    expect(before).toBe('keychain');
    expect(got).toMatch(NOT_UNLOCKED);
    expect(fresh).toEqual({ kind: 'memory', trouble: expect.stringMatching(NOT_UNLOCKED) });
  }, 60_000);

  test('F4: without a session bus all is memory, and the keychain is called missing', async (context) => {
    const answer = await act(binding, 'missing');
    expect(resultOf(answer, context)).toEqual({ kind: 'memory', trouble: 'missing' });
  }, 60_000);

  test('F6: a keychain that is killed is a trouble, never “nothing there”', async (context) => {
    const { got } = resultOf(await act(binding, 'killed'), context);
    expect(got).not.toBe('an answer');
  }, 60_000);

  test('F3: one that stops answering is a timeout, and what was late changes nothing', async (context) => {
    expect(resultOf(await act(binding, 'stopped'), context)).toEqual({
      got: 'timeout',
      again: 'timeout',
      inTime: true,
      after: 'value',
    });
  }, 60_000);

  test('F1, D16: the value is in no file, argument, environment or message', async (context) => {
    expect(resultOf(await act(binding, 'sweep'), context)).toEqual({
      kept: true,
      files: [],
      said: false,
      argv: false,
      environment: false,
    });
  }, 60_000);
});
