import { describe, expect, test } from 'vitest';
import { CLAUDE_CODE_SERVICE, keychainPresence } from './keychain-presence.ts';

function keychain(items: Readonly<Record<string, number>>) {
  const asked: string[] = [];
  return {
    asked,
    keychainItem: (service: string) => {
      asked.push(service);
      const modifiedAt = items[service];
      return Promise.resolve(modifiedAt === undefined ? null : { createdAt: 1, modifiedAt });
    },
  };
}

describe('F7: the keychain', () => {
  test('is not asked without leave', async () => {
    const machine = keychain({ [CLAUDE_CODE_SERVICE]: 2 });
    expect(await keychainPresence(machine, new Set())).toBeNull();
    expect(machine.asked).toEqual([]);
  });

  test('is asked for the item that was allowed, and tells dates only', async () => {
    const machine = keychain({ [CLAUDE_CODE_SERVICE]: 2 });
    expect(await keychainPresence(machine, new Set([CLAUDE_CODE_SERVICE]))).toEqual([
      { service: CLAUDE_CODE_SERVICE, createdAt: 1, modifiedAt: 2 },
    ]);
  });

  test('leave for one item is no leave for the next', async () => {
    const second = `${CLAUDE_CODE_SERVICE}-0a1b`;
    const machine = keychain({ [CLAUDE_CODE_SERVICE]: 2, [second]: 3 });
    await keychainPresence(machine, new Set([second]));
    expect(machine.asked).toEqual([second]);
  });

  test('items of other programs are never asked for', async () => {
    const machine = keychain({});
    expect(await keychainPresence(machine, new Set(['Chrome Safe Storage', 'x']))).toBeNull();
    expect(machine.asked).toEqual([]);
  });

  test('an item that is not there, or cannot be told, is left out', async () => {
    expect(await keychainPresence(keychain({}), new Set([CLAUDE_CODE_SERVICE]))).toEqual([]);
    const broken = { keychainItem: () => Promise.reject(new Error('no')) };
    expect(await keychainPresence(broken, new Set([CLAUDE_CODE_SERVICE]))).toEqual([]);
  });
});
