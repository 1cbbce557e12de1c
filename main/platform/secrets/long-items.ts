import type { Stored } from '../../engine/sign-in-ports.ts';
import type { KeychainBinding } from './keychain-binding.ts';
import type { KeychainCalls } from './keychain-calls.ts';
import {
  joinValue,
  MOST_PARTS,
  readHead,
  splitValue,
  type Head,
  type Side,
} from './value-parts.ts';

/** Values of any length over a keychain that takes short ones. */
export interface LongItems {
  read(account: string): Promise<Stored<string | null>>;
  write(account: string, value: string): Promise<Stored<true>>;
  /** @returns whether anything of it was there */
  remove(account: string): Promise<Stored<boolean>>;
}

/** The binding's calls with deadline and trouble. */
interface Items {
  get(name: string): Promise<Stored<string | null>>;
  set(name: string, value: string): Promise<Stored<void>>;
  drop(name: string): Promise<Stored<boolean>>;
  fail: KeychainCalls['fail'];
}

const OTHER: Readonly<Record<Side, Side>> = { a: 'b', b: 'a' };

/**
 * A new value goes beside the old one, to the side that is free; one write of the head then makes it
 * the value. Whoever is killed on the way leaves the old value or the new one, never a mixture, and
 * parts that the next write or removal takes away. Parts of the free side are written upwards and
 * removed downwards, so that they always end at the first one that is missing.
 */
// SECURITY: F2, F5
export function createLongItems(binding: KeychainBinding, calls: KeychainCalls): LongItems {
  const items: Items = {
    get: (name) => calls.call(() => binding.get(name)),
    set: (name, value) => calls.call(() => binding.set(name, value)),
    drop: (name) => calls.call(() => binding.delete(name)),
    fail: calls.fail,
  };
  return {
    read: (account) => read(items, account),
    write: (account, value) => write(items, account, value),
    remove: (account) => remove(items, account),
  };
}

async function read(items: Items, account: string, again = true): Promise<Stored<string | null>> {
  const item = await items.get(account);
  if (!item.ok || item.value === null) return item;
  const head = readHead(item.value);
  if (head === null || head.parts > MOST_PARTS) return items.fail('corrupt');
  const parts = await readParts(items, account, head);
  if (!parts.ok) return parts;
  const value = joinValue(head, parts.value);
  if (value !== null) return { ok: true, value };
  // Somebody may have written a new value between the head and its parts.
  return again ? read(items, account, false) : items.fail('corrupt');
}

async function readParts(
  items: Items,
  account: string,
  head: Head,
): Promise<Stored<readonly (string | null)[]>> {
  const parts: (string | null)[] = [];
  for (let part = 1; part <= head.parts; part += 1) {
    const found = await items.get(nameOf(account, head.side, part));
    if (!found.ok) return found;
    parts.push(found.value);
  }
  return { ok: true, value: parts };
}

async function write(items: Items, account: string, value: string): Promise<Stored<true>> {
  const old = await items.get(account);
  if (!old.ok) return old;
  const head = readHead(old.value ?? '');
  const used = head?.side ?? 'b';
  const split = splitValue(value, OTHER[used]);
  if (split === null) return items.fail('failed');
  const parts = await writeParts(items, account, OTHER[used], split.parts);
  if (!parts.ok) return parts;
  const done = await items.set(account, split.head);
  if (!done.ok) return done;
  // It is written; what remains of the old one goes now, or with the next write.
  await clear(items, account, used, head?.parts);
  return { ok: true, value: true };
}

async function writeParts(
  items: Items,
  account: string,
  side: Side,
  parts: readonly string[],
): Promise<Stored<unknown>> {
  const cleared = await clear(items, account, side);
  if (!cleared.ok) return cleared;
  for (const [index, part] of parts.entries()) {
    const done = await items.set(nameOf(account, side, index + 1), part);
    if (!done.ok) return done;
  }
  return cleared;
}

async function remove(items: Items, account: string): Promise<Stored<boolean>> {
  const old = await items.get(account);
  if (!old.ok) return old;
  const parts = readHead(old.value ?? '')?.parts;
  const head = await items.drop(account);
  if (!head.ok) return head;
  const a = await clear(items, account, 'a', parts);
  if (!a.ok) return a;
  const b = await clear(items, account, 'b', parts);
  return b.ok ? { ok: true, value: head.value || a.value || b.value } : b;
}

/**
 * @param atLeast parts that a head promised: some of them may be missing, and those behind them are
 *   taken away all the same
 * @returns whether there was anything
 */
async function clear(
  items: Items,
  account: string,
  side: Side,
  atLeast = 0,
): Promise<Stored<boolean>> {
  const top = await countParts(items, account, side);
  if (!top.ok) return top;
  let any = false;
  for (let part = Math.max(top.value, Math.min(atLeast, MOST_PARTS)); part > 0; part -= 1) {
    const gone = await items.drop(nameOf(account, side, part));
    if (!gone.ok) return gone;
    any ||= gone.value;
  }
  return { ok: true, value: any };
}

async function countParts(items: Items, account: string, side: Side): Promise<Stored<number>> {
  for (let count = 0; ; count += 1) {
    const found = await items.get(nameOf(account, side, count + 1));
    if (!found.ok) return found;
    if (found.value === null) return { ok: true, value: count };
  }
}

function nameOf(account: string, side: Side, part: number): string {
  return `${account}/${side}/${part}`;
}
