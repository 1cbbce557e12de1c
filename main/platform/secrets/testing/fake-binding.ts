import type { KeychainBinding } from '../keychain-binding.ts';

export interface FakeBinding extends KeychainBinding {
  readonly items: Map<string, string>;
  /** Every call as `set NAME`, in order. */
  readonly calls: string[];
  /** Called before each call with its number from 1; throws or hangs as a keychain would. */
  before: (call: number, what: string) => void | Promise<void>;
}

/** A keychain that takes what Windows takes, and nothing that one of the packages would change. */
export function createFakeBinding(): FakeBinding {
  const items = new Map<string, string>();
  const calls: string[] = [];
  const fake: FakeBinding = {
    name: 'keyring',
    items,
    calls,
    before: () => undefined,
    get: (name) => on(`get ${name}`, () => items.get(name) ?? null),
    set: (name, value) => on(`set ${name}`, () => void items.set(name, checked(value))),
    delete: (name) => on(`delete ${name}`, () => items.delete(name)),
    accounts: () => on('accounts', () => [...items.keys()]),
  };
  async function on<T>(what: string, work: () => T): Promise<T> {
    calls.push(what);
    await fake.before(calls.length, what);
    return work();
  }
  return fake;
}

function checked(value: string): string {
  if (value === '' || /[^\x20-\x7e\n]/.test(value)) throw new Error('not plain ASCII');
  if (value.length * 2 > 2560)
    throw new Error('the stub received bad data: longer than 2560 bytes');
  return value;
}
