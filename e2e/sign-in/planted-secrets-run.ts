import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesBelow } from '../drivers/process-tree.ts';

/** A place, and what stands there. */
export type Places = ReadonlyMap<string, Buffer>;

export interface WatchedRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout, stderr, every file and every file's name below its folders, and its processes. */
  readonly places: Places;
}

/** A home, with all that a program finds through the environment, that nobody else uses. */
export interface OwnFolders {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  places(): Promise<Map<string, Buffer>>;
  remove(): Promise<void>;
}

export async function makeFolders(): Promise<OwnFolders> {
  const root = await mkdtemp(path.join(tmpdir(), 'unblank-planted-'));
  const names = ['home', 'config', 'data', 'cache', 'state', 'run', 'tmp', 'out'];
  await Promise.all(names.map((name) => mkdir(path.join(root, name), { mode: 0o700 })));
  const at = (name: string) => path.join(root, name);
  const { PATH = '', UNBLANK_BROWSER } = process.env;
  return {
    root,
    env: {
      PATH,
      ...(UNBLANK_BROWSER === undefined ? {} : { UNBLANK_BROWSER }),
      HOME: at('home'),
      XDG_CONFIG_HOME: at('config'),
      XDG_DATA_HOME: at('data'),
      XDG_CACHE_HOME: at('cache'),
      XDG_STATE_HOME: at('state'),
      XDG_RUNTIME_DIR: at('run'),
      TMPDIR: at('tmp'),
      LANG: 'C.UTF-8',
    },
    places: () => filesBelow(root),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export interface RunOptions {
  readonly folders: OwnFolders;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Given to the program by its user in its own environment, where it may stand. */
  readonly given?: string;
  /** Called with the program once it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** So often the processes are looked at. */
const LOOK_MS = 20;

/** Runs a program to its end and collects everything that could be read of it from outside. */
export async function runWatched(options: RunOptions): Promise<WatchedRun> {
  const { folders, command, env = {}, onStart } = options;
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: path.join(folders.root, 'home'),
    env: { ...folders.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  const over = new AbortController();
  const watched = watchProcesses(child.pid ?? 0, options.given ?? null, over.signal);
  onStart?.(child);
  const [code] = await closed;
  over.abort();
  const places = await folders.places();
  for (const [place, bytes] of await watched) places.set(place, bytes);
  places.set('stdout', Buffer.from(stdout));
  places.set('stderr', Buffer.from(stderr));
  return { code, stdout, stderr, places };
}

/** Arguments and environment of a program and of everything that it starts, as long as it runs. */
async function watchProcesses(
  root: number,
  given: string | null,
  signal: AbortSignal,
): Promise<Places> {
  const seen = new Map<string, Set<string>>();
  const note = async (pid: number, what: 'cmdline' | 'environ'): Promise<void> => {
    const text = await readFile(`/proc/${pid}/${what}`, 'latin1').catch(() => '');
    const isOwn = pid === root && what === 'environ' && given !== null;
    const place = `${what === 'cmdline' ? 'arguments' : 'environment'} of ${pid === root ? 'the program' : 'its children'}`;
    const all = seen.get(place) ?? new Set();
    seen.set(place, all.add(isOwn ? text.replaceAll(given, '') : text));
  };
  while (!signal.aborted && process.platform === 'linux') {
    const below = await processesBelow(root);
    const pids = [root, ...below.map(({ pid }) => pid)];
    await Promise.all(pids.flatMap((pid) => [note(pid, 'cmdline'), note(pid, 'environ')]));
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
  return new Map([...seen].map(([place, all]) => [place, Buffer.from([...all].join('\n'))]));
}

/** Every file below a folder, and every file's name. */
export async function filesBelow(root: string, folder = root): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    const place = path.relative(root, file);
    found.set(`name of ${place}`, Buffer.from(entry.name));
    if (entry.isDirectory())
      for (const [one, bytes] of await filesBelow(root, file)) found.set(one, bytes);
    else if (entry.isFile()) found.set(place, await readFile(file).catch(() => Buffer.alloc(0)));
    else if (entry.isSymbolicLink())
      found.set(place, Buffer.from(await readlink(file).catch(() => '')));
  }
  return found;
}
