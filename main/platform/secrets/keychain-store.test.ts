import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../engine/secrets/secret.ts';
import type { SecretStore } from '../../engine/sign-in-ports.ts';
import { createFakeClock } from '../../engine/testing/fake-clock.ts';
import { createFakeLocks } from '../../engine/testing/fake-secret-store.ts';
import { SECRET_STORE_CONTRACT } from '../../engine/testing/secret-store-contract.ts';
import { nodeClock } from '../clock.ts';
import type { KeychainBinding } from './keychain-binding.ts';
import { keychainIsStuck } from './keychain-calls.ts';
import { openKeychainStore } from './keychain-store.ts';
import { createFakeBinding } from './testing/fake-binding.ts';

const KILLED = 'the program was killed here';
const LONG = 'x'.repeat(4000);
const NEW = 'y'.repeat(5000);

async function opened(binding: KeychainBinding, clock = nodeClock): Promise<SecretStore> {
  const store = await openKeychainStore({
    binding,
    clock,
    locks: createFakeLocks(),
    system: 'linux',
  });
  if (!store.ok) throw new Error(`not opened: ${store.trouble}`);
  return store.value;
}

async function valueIn(store: SecretStore, account: string): Promise<unknown> {
  const found = await store.get(account);
  return found.ok ? (found.value?.reveal() ?? null) : found.trouble;
}

describe('a keychain that takes 2,560 bytes', () => {
  test.each(SECRET_STORE_CONTRACT)('$name', async ({ observe, expected }) => {
    const binding = createFakeBinding();
    const rig = { store: await opened(binding), reopen: () => opened(binding) };
    expect(await observe(rig)).toEqual(expected);
    expect([...binding.items.keys()].filter((name) => name.startsWith('v1:'))).toEqual([]);
  });

  test('F2: any value of 0 to 64 KB comes back as it was, in items that every system takes', async () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.integer({ min: 0, max: 65_536 }).map((length) => 't'.repeat(length)),
      fc.constantFrom(1000, 1099, 1100, 1199, 1200, 1201, 2400).map((n) => '😀'.repeat(n)),
    );
    const store = await opened(createFakeBinding());
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        await store.set('v1:any', new Secret(value));
        return (await valueIn(store, 'v1:any')) === value;
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  test('a value over 120,000 characters is refused, and the old one stays', async () => {
    const store = await opened(createFakeBinding());
    await store.set('v1:a', new Secret('old'));
    const done = await store.set('v1:a', new Secret('x'.repeat(130_000)));
    expect(done).toMatchObject({ ok: false, trouble: 'failed' });
    expect(await valueIn(store, 'v1:a')).toBe('old');
  });
});

describe('a program that is killed in the middle', () => {
  /** Kills it before call number n, from then on nothing happens any more. */
  async function killedAt(n: number, work: (store: SecretStore) => Promise<unknown>) {
    const binding = createFakeBinding();
    const store = await opened(binding);
    await store.set('v1:a', new Secret(LONG));
    const from = binding.calls.length;
    binding.before = (call) => {
      if (call - from >= n) throw new Error(KILLED);
    };
    const done = await work(store);
    binding.before = () => undefined;
    return { binding, done };
  }

  test('F2, D17: at every call of a write the old value or the new one is there, and listed', async () => {
    const seen = new Set<unknown>();
    for (let n = 1; n < 40; n += 1) {
      const { binding } = await killedAt(n, (store) => store.set('v1:a', new Secret(NEW)));
      const next = await opened(binding);
      seen.add(await valueIn(next, 'v1:a'));
      expect(await next.list()).toEqual({ ok: true, value: ['v1:a'] });
    }
    expect(seen).toEqual(new Set([LONG, NEW]));
  });

  test('F5: whatever it left, the next write and the next removal leave nothing of', async () => {
    for (let n = 1; n < 40; n += 1) {
      const { binding } = await killedAt(n, (store) => store.set('v1:a', new Secret(NEW)));
      const next = await opened(binding);
      await next.set('v1:a', new Secret(NEW));
      const parts = [...binding.items.keys()].filter((name) => name.startsWith('v1:a/'));
      expect(parts).toHaveLength(5);
      await next.delete('v1:a');
      expect([...binding.items.keys()].sort()).toEqual(['index', 'open']);
    }
  });

  test('F5: a removal that was cut short can be done again, to its end', async () => {
    for (let n = 1; n < 30; n += 1) {
      const { binding } = await killedAt(n, (store) => store.delete('v1:a'));
      const next = await opened(binding);
      const value = await valueIn(next, 'v1:a');
      expect([null, LONG]).toContain(value);
      await next.delete('v1:a');
      expect([...binding.items.keys()].sort()).toEqual(['index', 'open']);
    }
  });

  test('a first write that was cut short is listed or not there, never half a value', async () => {
    for (let n = 1; n < 25; n += 1) {
      const { binding } = await killedAt(n, (store) => store.set('v1:new', new Secret(NEW)));
      const next = await opened(binding);
      expect([null, NEW]).toContain(await valueIn(next, 'v1:new'));
      const orphans = [...binding.items.keys()].some((name) => name.startsWith('v1:new'));
      const listed = await next.list();
      if (orphans) expect(listed.ok && listed.value).toContain('v1:new');
    }
  });
});

describe('items that somebody else changed', () => {
  test('F2, F6: a missing, mixed or cut part is called corrupt, and the entry can still be deleted', async () => {
    const damages: readonly ((items: Map<string, string>) => void)[] = [
      (items) => items.delete('v1:a/a/1'),
      (items) => items.delete('v1:a/a/4'),
      (items) => items.set('v1:a/a/2', items.get('v1:a/a/4') ?? ''),
      (items) => items.set('v1:a/a/2', 'x'),
      (items) => items.set('v1:a', 'something else'),
    ];
    for (const damage of damages) {
      const binding = createFakeBinding();
      const store = await opened(binding);
      await store.set('v1:a', new Secret(LONG));
      damage(binding.items);
      expect(await store.get('v1:a')).toMatchObject({ ok: false, trouble: 'corrupt' });
      await store.delete('v1:a');
      const left = [...binding.items.keys()].filter((name) => name.startsWith('v1:a'));
      expect(left).toEqual([]);
      expect(await valueIn(store, 'v1:a')).toBeNull();
    }
  });

  test('F10: a damaged list is made anew from what the keychain has', async () => {
    const binding = createFakeBinding();
    const store = await opened(binding);
    await store.set('v1:a', new Secret(LONG));
    await store.set('v1:b', new Secret('b'));
    binding.items.set('index', 'damaged');
    expect(await store.list()).toEqual({ ok: true, value: ['v1:a', 'v1:b'] });
    await store.delete('v1:a');
    expect(await (await opened(binding)).list()).toEqual({ ok: true, value: ['v1:b'] });
  });
});

describe('a keychain in trouble', () => {
  test('F3: a call that never comes back is a timeout after 10 s, with advice', async () => {
    const binding = createFakeBinding();
    const clock = createFakeClock();
    const store = await opened(binding, clock);
    let answer: () => void = () => undefined;
    binding.before = () => new Promise((resolve) => (answer = resolve));
    const asked = store.get('v1:a');
    while (clock.pending === 0) await Promise.resolve();
    clock.advance(10_000);
    expect(await asked).toMatchObject({ ok: false, trouble: 'timeout' });
    expect(keychainIsStuck()).toBe(true);
    answer();
    while (keychainIsStuck()) await Promise.resolve();
  });

  test('F3, F6: after a timeout it is not asked again, and the late call changes nothing newer', async () => {
    const binding = createFakeBinding();
    const clock = createFakeClock();
    const store = await opened(binding, clock);
    await store.set('v1:a', new Secret('first'));
    let answer: () => void = () => undefined;
    binding.before = (_call, what) =>
      what === 'set v1:a' ? new Promise<void>((resolve) => (answer = resolve)) : undefined;
    const late = store.set('v1:a', new Secret('late'));
    while (binding.calls.at(-1) !== 'set v1:a') await Promise.resolve();
    clock.advance(10_000);
    expect(await late).toMatchObject({ ok: false, trouble: 'timeout' });
    const asked = binding.calls.length;
    expect(await store.set('v1:a', new Secret('newer'))).toMatchObject({ trouble: 'timeout' });
    expect(keychainIsStuck()).toBe(true);
    answer();
    while (keychainIsStuck()) await Promise.resolve();
    expect(binding.calls).toHaveLength(asked);
  });

  test('F6: the user who closed the question is not asked again', async () => {
    const binding = createFakeBinding();
    const store = await opened(binding);
    binding.before = () => {
      throw new Error('User canceled the operation.');
    };
    const from = binding.calls.length;
    const troubles = [await store.get('v1:a'), await store.list(), await store.delete('v1:a')];
    expect(troubles.map((one) => (one.ok ? 'ok' : one.trouble))).toEqual(
      Array.from({ length: 3 }, () => 'cancelled'),
    );
    expect(binding.calls.length - from).toBe(1);
  });

  test('F6: a keychain that says “nothing there” because it is locked is called locked', async () => {
    for (const ask of ['get', 'delete', 'list'] as const) {
      const binding = createFakeBinding();
      const store = await opened(binding);
      await store.set('v1:a', new Secret('a'));
      binding.items.clear();
      const done = ask === 'list' ? await store.list() : await store[ask]('v1:a');
      expect(done).toMatchObject({ ok: false, trouble: 'locked' });
    }
  });

  test('F9: what the keychain says never reaches anybody', async () => {
    const binding = createFakeBinding();
    const store = await opened(binding);
    binding.before = () => {
      throw new Error('could not store planted-secret-value in the vault');
    };
    const done = await store.set('v1:a', new Secret('planted-secret-value'));
    expect(done).toMatchObject({ ok: false, trouble: 'failed' });
    expect(JSON.stringify(done)).not.toContain('planted');
  });
});
