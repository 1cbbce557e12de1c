/**
 * Runs one task on a real keychain, inside a session bus and a home of its own:
 * `real-keyring-child.ts keytar|keyring TASK`. Prints one line of JSON.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadKeyring } from '../load-keyring.ts';
import { loadKeytar } from '../load-keytar.ts';
import { daemonId, TASKS, type TaskName } from './real-keyring-tasks.ts';

const [binding, task] = process.argv.slice(2) as ['keytar' | 'keyring', TaskName];
const load = binding === 'keytar' ? loadKeytar : loadKeyring;
const home = process.env.HOME ?? '';

async function run(): Promise<unknown> {
  const loaded = await load('probe').catch((error: unknown) => String(error));
  if (typeof loaded === 'string') return { skipped: `${binding} does not load here` };
  const hasBus = process.env.DBUS_SESSION_BUS_ADDRESS !== undefined;
  const id = hasBus ? await startKeyring() : null;
  const choice = { load, service: `unblank.test.${binding}` };
  const result = await TASKS[task]({ home, choice });
  return { result, crashed: id !== null && task !== 'killed' && !answers(id) };
}

/** Is it still the same daemon? The bus starts another one where it ended. */
function answers(id: number): boolean {
  try {
    return daemonId() === id;
  } catch {
    return false;
  }
}

/** Comes back when the keychain answers and is open. */
async function startKeyring(): Promise<number> {
  const options = ['--unlock', '--components=secrets', '--daemonize'];
  execFileSync('gnome-keyring-daemon', options, {
    input: 'password of the test',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const id = await answeringDaemon();
  process.once('exit', () => {
    if (existsSync(`/proc/${id}`)) process.kill(id, 'SIGKILL');
  });
  return id;
}

/** The daemon goes to the background before it is on the bus. */
async function answeringDaemon(): Promise<number> {
  const end = performance.now() + 10_000;
  for (;;) {
    try {
      return daemonId();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

process.stdout.write(`${JSON.stringify(await run())}\n`);
