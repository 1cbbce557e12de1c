import { Secret } from '../secrets/secret.ts';
import type { SecretStore, Stored } from '../sign-in-ports.ts';
import type { ContractCase } from './contract-case.ts';

export interface SecretStoreRig {
  readonly store: SecretStore;
  /** Opens it again as the next start of the program would; the same one where it is memory. */
  readonly reopen: () => Promise<SecretStore>;
}

const LONG = 'Ab1-_.~'.repeat(1000);
/** What keychains are known to stumble over: NUL, a lone surrogate, line breaks, the empty text. */
const AWKWARD = ['', ' ', '\0', 'a\0b', '\ud800', 'é😀\u2028', 'a\r\nb\n', '"\\u0041"', '{}'];

/** What every SecretStore does. Each case uses accounts of its own and leaves nothing behind. */
export const SECRET_STORE_CONTRACT: readonly ContractCase<SecretStoreRig>[] = [
  {
    name: 'an account that was never written holds null, and is no trouble',
    observe: ({ store }) => store.get('v1:never'),
    expected: { ok: true, value: null },
  },
  {
    name: 'a value comes back as it was, from the next start of the program, too',
    observe: async (rig) => {
      await rig.store.set('v1:one', new Secret('a value'));
      const values = [
        await valueIn(rig.store, 'v1:one'),
        await valueIn(await rig.reopen(), 'v1:one'),
      ];
      await rig.store.delete('v1:one');
      return values;
    },
    expected: ['a value', 'a value'],
  },
  {
    name: 'F2: a value of 7,000 characters comes back whole, and so does a short one in its place',
    observe: async ({ store }) => {
      await store.set('v1:long', new Secret(LONG));
      const long = await valueIn(store, 'v1:long');
      await store.set('v1:long', new Secret('short'));
      const short = await valueIn(store, 'v1:long');
      await store.delete('v1:long');
      return [long === LONG, short];
    },
    expected: [true, 'short'],
  },
  {
    name: 'awkward characters come back as they were',
    observe: async ({ store }) => {
      const seen: unknown[] = [];
      for (const value of AWKWARD) {
        await store.set('v1:odd', new Secret(value));
        seen.push(await valueIn(store, 'v1:odd'));
      }
      await store.delete('v1:odd');
      return seen;
    },
    expected: AWKWARD,
  },
  {
    name: 'F10: everything that was written is listed, and nothing that is gone',
    observe: async (rig) => {
      for (const name of ['v1:b', 'v1:a', 'v1:c']) await rig.store.set(name, new Secret(LONG));
      const before = await rig.store.list();
      await rig.store.delete('v1:b');
      const after = await (await rig.reopen()).list();
      await rig.store.delete('v1:a');
      await rig.store.delete('v1:c');
      return [sorted(before), sorted(after), sorted(await rig.store.list())];
    },
    expected: [['v1:a', 'v1:b', 'v1:c'], ['v1:a', 'v1:c'], []],
  },
  {
    name: 'deleting says whether there was anything',
    observe: async ({ store }) => {
      await store.set('v1:gone', new Secret('x'));
      return [await store.delete('v1:gone'), await store.delete('v1:gone')];
    },
    expected: [
      { ok: true, value: true },
      { ok: true, value: false },
    ],
  },
  {
    name: 'calls at the same time do not disturb one another',
    observe: async ({ store }) => {
      const names = ['v1:p', 'v1:q', 'v1:r', 'v1:s'];
      await Promise.all(names.map((name) => store.set(name, new Secret(`${name} ${LONG}`))));
      const values = await Promise.all(names.map((name) => valueIn(store, name)));
      await Promise.all(names.map((name) => store.delete(name)));
      return [
        values.every((value, at) => value === `${names[at]} ${LONG}`),
        sorted(await store.list()),
      ];
    },
    expected: [true, []],
  },
];

async function valueIn(store: SecretStore, account: string): Promise<unknown> {
  const found = await store.get(account);
  return found.ok ? (found.value?.reveal() ?? null) : found.trouble;
}

/** Accounts of sign-ins; a vault keeps a few of its own. */
function sorted(listed: Stored<readonly string[]>): unknown {
  return listed.ok ? listed.value.filter((one) => one.startsWith('v1:')).sort() : listed.trouble;
}
