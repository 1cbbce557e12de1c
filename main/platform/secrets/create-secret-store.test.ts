import { describe, expect, test } from 'vitest';
import { Secret } from '../../engine/secrets/secret.ts';
import { adviceFor } from '../../engine/secrets/trouble-advice.ts';
import { SYSTEMS } from '../../contract/words.ts';
import type { KeychainTrouble, SecretStore } from '../../engine/sign-in-ports.ts';
import { createFakeLocks } from '../../engine/testing/fake-secret-store.ts';
import { SECRET_STORE_CONTRACT } from '../../engine/testing/secret-store-contract.ts';
import { createSecretStore, type BindingChoice } from './create-secret-store.ts';
import { ownSystem } from './own-system.ts';
import { stateFolder } from './state-folder.ts';
import { createFakeBinding, type FakeBinding } from './testing/fake-binding.ts';
import { troubleOf } from './trouble-of.ts';

const absent: BindingChoice = {
  service: 'absent',
  load: () => Promise.reject(new Error("Cannot find module '../build/Release/keytar.node'")),
};
const here = (binding: FakeBinding): BindingChoice => ({
  service: 'here',
  load: () => Promise.resolve(binding),
});
const saying = (message: string): FakeBinding => {
  const binding = createFakeBinding();
  binding.before = () => {
    throw new Error(message);
  };
  return binding;
};
const open = (bindings: readonly BindingChoice[], mayUseKeychain = true): Promise<SecretStore> =>
  createSecretStore({ mayUseKeychain, locks: createFakeLocks(), system: 'linux', bindings });

describe('which store is used', () => {
  test('F8: a package that does not load is passed over for its stand-in', async () => {
    expect(await open([absent, here(createFakeBinding())])).toMatchObject({ kind: 'keychain' });
  });

  test('F4, F8: where none loads all is memory, and the keychain is called missing', async () => {
    expect(await open([absent, absent])).toMatchObject({ kind: 'memory', trouble: 'missing' });
  });

  test('K3: a keychain that may not be touched is not even loaded', async () => {
    const choice: BindingChoice = {
      service: 'never',
      load: () => {
        throw new Error('was loaded');
      },
    };
    expect(await open([choice], false)).toMatchObject({ kind: 'memory', trouble: null });
  });

  test('F6: a user who closed the question of one package is not asked by the other', async () => {
    const other = createFakeBinding();
    const store = await open([here(saying('User canceled the operation.')), here(other)]);
    expect(store).toMatchObject({ kind: 'memory', trouble: 'cancelled' });
    expect(other.calls).toEqual([]);
  });
});

describe('F10: two packages that both load', () => {
  const pair = async () => {
    const [used, earlier] = [createFakeBinding(), createFakeBinding()];
    return { used, earlier, store: await open([here(used), here(earlier)]) };
  };

  test.each(SECRET_STORE_CONTRACT)('$name', async ({ observe, expected }) => {
    const { store } = await pair();
    expect(await observe({ store, reopen: () => Promise.resolve(store) })).toEqual(expected);
  });

  test('what the other one stored is found, listed, moved by a write, and deleted', async () => {
    const { used, earlier, store } = await pair();
    const before = await open([here(earlier)]);
    await before.set('v1:old', new Secret('old'));
    await before.set('v1:gone', new Secret('gone'));
    expect(await store.list()).toEqual({ ok: true, value: ['v1:gone', 'v1:old'] });
    const found = await store.get('v1:old');
    expect(found.ok && found.value?.reveal()).toBe('old');
    await store.set('v1:old', new Secret('new'));
    await store.delete('v1:gone');
    expect([...earlier.items.keys()].sort()).toEqual(['index', 'open']);
    expect([...used.items.keys()].sort()).toEqual(['index', 'open', 'v1:old']);
  });
});

/** As the packages said it: on Linux seen, elsewhere as documented. */
const SAID: readonly (readonly [KeychainTrouble, string])[] = [
  ['missing', 'Cannot autolaunch D-Bus without X11 $DISPLAY'],
  [
    'missing',
    'Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled at compile time, set your DBUS_SESSION_BUS_ADDRESS instead',
  ],
  ['missing', 'The name org.freedesktop.secrets was not provided by any .service files'],
  ['locked', 'Cannot create an item in a locked collection'],
  ['locked', 'org.freedesktop.Secret.Error.IsLocked: Cannot get secret of a locked object'],
  ['locked', 'User interaction is not allowed.'],
  ['cancelled', "Couldn't access platform storage: Secret Service: unlock prompt was dismissed"],
  ['cancelled', 'User canceled the operation.'],
  ['denied', 'Access is denied.'],
  ['denied', 'The user name or passphrase you entered is not correct.'],
  [
    'timeout',
    'Platform failure: DBus error: Did not receive a reply. Possible causes include: the remote application did not send a reply, the message bus security policy blocked the reply, the reply timeout expired, or the network connection was broken.',
  ],
  ['failed', 'something that nobody has seen'],
];

describe('what a keychain says', () => {
  test.each(SAID)('%s: %s', (trouble, said) => {
    expect(troubleOf(new Error(said))).toBe(trouble);
  });

  test('F6: every trouble has its own advice on every system, in whole sentences', () => {
    const troubles = new Set(SAID.map(([trouble]) => trouble)).add('corrupt');
    for (const system of SYSTEMS) {
      const advice = [...troubles].map((trouble) => adviceFor(trouble, system));
      expect(new Set(advice).size).toBe(7);
      for (const one of advice) expect(one).toMatch(/^(macOS|[A-Z]).*\.$/);
    }
  });
});

test('the folder for locks is the one of each system, below the user', () => {
  const at = (platform: string, env: Record<string, string> = {}) =>
    stateFolder({ platform, home: '/home/ada', env }).replaceAll('\\', '/');
  expect(at('linux')).toBe('/home/ada/.local/state/unblank');
  expect(at('linux', { XDG_STATE_HOME: '/state' })).toBe('/state/unblank');
  expect(at('darwin')).toBe('/home/ada/Library/Application Support/Unblank');
  expect(at('win32')).toBe('/home/ada/AppData/Local/Unblank');
  expect(['darwin', 'win32', 'freebsd'].map(ownSystem)).toEqual(['darwin', 'win32', 'linux']);
});
