/**
 * What real-keyring-child.ts does on a real keychain: each task answers with plain data, which the
 * test judges.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Secret } from '../../../engine/secrets/secret.ts';
import type { SecretStore } from '../../../engine/sign-in-ports.ts';
import { SECRET_STORE_CONTRACT } from '../../../engine/testing/secret-store-contract.ts';
import { nodeClock } from '../../clock.ts';
import { createLocks } from '../create-locks.ts';
import { createSecretStore, type BindingChoice } from '../create-secret-store.ts';

export interface Scene {
  readonly home: string;
  readonly choice: BindingChoice;
}

/** Waits as told, or ten times less, so that nobody waits 10 s for a deadline. */
let haste = 1;
const CLOCK = {
  ...nodeClock,
  after: (ms: number, call: () => void) => nodeClock.after(ms / haste, call),
};
const PLANTED = 'planted-secret-5f1c9a';

const open = ({ home, choice }: Scene): Promise<SecretStore> =>
  createSecretStore({
    mayUseKeychain: true,
    locks: createLocks({ folder: path.join(home, 'state', 'locks') }),
    bindings: [choice],
    system: 'linux',
    clock: CLOCK,
  });

/** @returns for each case of the contract what was observed */
async function contract(scene: Scene): Promise<unknown> {
  const seen: Record<string, unknown> = {};
  for (const { name, observe } of SECRET_STORE_CONTRACT)
    seen[name] = await observe({ store: await open(scene), reopen: () => open(scene) });
  return { seen, left: await (await open(scene)).list() };
}

/** The keychain is locked while a store is open, and nobody is there to answer its question. */
async function locked(scene: Scene): Promise<unknown> {
  const store = await open(scene);
  await store.set('v1:a', new Secret('value'));
  lock();
  const got = await store.get('v1:a');
  const fresh = await open(scene);
  return {
    before: store.kind,
    got: got.ok ? 'an answer' : got.trouble,
    fresh: { kind: fresh.kind, trouble: fresh.trouble },
  };
}

/** The daemon is killed while a store is open; the bus may start a new one, which is locked. */
async function killed(scene: Scene): Promise<unknown> {
  const store = await open(scene);
  await store.set('v1:a', new Secret('value'));
  process.kill(daemonId(), 'SIGKILL');
  haste = 10;
  const got = await store.get('v1:a');
  return { got: got.ok ? 'an answer' : got.trouble };
}

/** The daemon stops answering. */
async function stopped(scene: Scene): Promise<unknown> {
  const store = await open(scene);
  await store.set('v1:a', new Secret('value'));
  const id = daemonId();
  process.kill(id, 'SIGSTOP');
  haste = 10;
  const from = performance.now();
  const got = await store.get('v1:a');
  const again = await store.set('v1:a', new Secret('newer'));
  const took = performance.now() - from;
  process.kill(id, 'SIGCONT');
  haste = 1;
  return {
    got: got.ok ? 'an answer' : got.trouble,
    again: again.ok ? 'done' : again.trouble,
    inTime: took < 9000,
    after: await valueIn(await open(scene), 'v1:a'),
  };
}

/** No session bus at all. */
async function missing(scene: Scene): Promise<unknown> {
  const { kind, trouble } = await open(scene);
  return { kind, trouble };
}

/** Plants a value, makes the keychain refuse, and looks for it wherever it must not be. */
async function sweep(scene: Scene): Promise<unknown> {
  const store = await open(scene);
  const value = `${PLANTED}${'z'.repeat(3000)}`;
  await store.set('v1:planted', new Secret(value));
  const kept = (await valueIn(store, 'v1:planted')) === value;
  lock();
  const refused = await store.set('v1:planted', new Secret(`${value}2`));
  return {
    kept,
    files: filesWith(scene.home, PLANTED),
    said: JSON.stringify(refused).includes(PLANTED),
    argv: readFileSync('/proc/self/cmdline', 'utf8').includes(PLANTED),
    environment: readFileSync('/proc/self/environ', 'utf8').includes(PLANTED),
  };
}

export const TASKS = { contract, locked, killed, stopped, missing, sweep } as const;
export type TaskName = keyof typeof TASKS;

async function valueIn(store: SecretStore, account: string): Promise<unknown> {
  const found = await store.get(account);
  return found.ok ? (found.value?.reveal() ?? null) : found.trouble;
}

/** Every file under the home but those of the keychain itself. */
function filesWith(folder: string, text: string): readonly string[] {
  const own = path.join('data', 'keyrings');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith(own) && statSync(path.join(folder, name)).isFile())
    .filter((name) => readFileSync(path.join(folder, name), 'latin1').includes(text));
}

function lock(): void {
  const all = 'array:objpath:/org/freedesktop/secrets/collection/login';
  send(
    'org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.Lock',
    all,
  );
}

export function daemonId(): number {
  const bus = 'org.freedesktop.DBus';
  const asked = `${bus}.GetConnectionUnixProcessID`;
  const answer = send(bus, '/org/freedesktop/DBus', asked, 'string:org.freedesktop.secrets');
  return Number(/uint32 (\d+)/.exec(answer)?.[1]);
}

function send(to: string, object: string, method: string, ...rest: string[]): string {
  const options = ['--session', '--print-reply', `--dest=${to}`, object, method, ...rest];
  return execFileSync('dbus-send', options, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
