import type { Stored } from '../../engine/sign-in-ports.ts';
import type { KeychainBinding } from './keychain-binding.ts';
import type { KeychainCalls } from './keychain-calls.ts';
import type { LongItems } from './long-items.ts';

const INDEX = 'index';
/** Names of our own beside the accounts; a part's name has a slash. */
const OWN = /^(index|open)$|\//;

/**
 * The list of accounts, as an item of its own: to list through the keychain would read every value,
 * ask on macOS for each of them, and ends the program in keytar where one is locked.
 */
export interface ItemIndex {
  read(): Promise<Stored<readonly string[]>>;
  /** Before the item is written: what is killed on the way is listed, so it can be removed. */
  add(account: string): Promise<Stored<true>>;
  /** After the item is gone. */
  remove(account: string): Promise<Stored<true>>;
}

/** @param items its caller holds the lock of the store for `add` and `remove` */
export function createItemIndex(
  binding: KeychainBinding,
  calls: KeychainCalls,
  items: LongItems,
): ItemIndex {
  async function read(): Promise<Stored<readonly string[]>> {
    const found = await items.read(INDEX);
    if (!found.ok) return found.trouble === 'corrupt' ? lookForAll() : found;
    const accounts = found.value === null ? [] : parse(found.value);
    return accounts === null ? lookForAll() : { ok: true, value: accounts };
  }

  /** A damaged list is made anew from what the keychain has. */
  async function lookForAll(): Promise<Stored<readonly string[]>> {
    const found = await calls.call(() => binding.accounts());
    if (!found.ok) return found;
    return { ok: true, value: found.value.filter((name) => !OWN.test(name)).sort() };
  }

  async function change(
    to: (accounts: readonly string[]) => readonly string[],
  ): Promise<Stored<true>> {
    const found = await read();
    if (!found.ok) return found;
    const next = to(found.value);
    if (next.length === found.value.length) return { ok: true, value: true };
    return items.write(INDEX, JSON.stringify(next));
  }

  return {
    read,
    add: (account) => change((all) => [...new Set([...all, account])].sort()),
    remove: (account) => change((all) => all.filter((one) => one !== account)),
  };
}

function parse(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
  } catch {
    return null;
  }
}
