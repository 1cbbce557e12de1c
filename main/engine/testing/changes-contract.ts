import type { Changes } from '../repair-ports.ts';
import type { ContractCase } from './contract-case.ts';

export interface ChangesRig {
  readonly changes: Changes;
  /** Where the cases make files of their own, each with names of its own; joined with `/`. */
  readonly root: string;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const at = (rig: ChangesRig, name: string) => `${rig.root}/${name}`;
const textOf = async (rig: ChangesRig, name: string): Promise<string | null> => {
  const { bytes } = await rig.changes.inspect(at(rig, name));
  return bytes === null ? null : new TextDecoder().decode(bytes);
};
const hashOf = async (rig: ChangesRig, name: string): Promise<string> =>
  (await rig.changes.inspect(at(rig, name))).hash ?? '';
const create = async (rig: ChangesRig, name: string, text: string): Promise<string> => {
  await rig.changes.write(at(rig, name), bytesOf(text), null);
  return hashOf(rig, name);
};
const NO_HASH = '0'.repeat(64);

/** What every Changes port does. What a disk refuses differs too much between systems to be here. */
export const CHANGES_CONTRACT: readonly ContractCase<ChangesRig>[] = [
  {
    name: 'a file that is not there is told so, and nothing stands in the way of it',
    observe: async (rig) => {
      const now = await rig.changes.inspect(at(rig, 'none.json'));
      return [now.exists, now.bytes, now.hash, now.hardLinks, now.obstacle, now.reason];
    },
    expected: [false, null, null, 0, null, null],
  },
  {
    name: 'a file is told with its bytes and their SHA-256',
    observe: async (rig) => {
      await create(rig, 'abc.json', 'abc');
      const now = await rig.changes.inspect(at(rig, 'abc.json'));
      return [now.exists, now.hash, now.hardLinks, now.obstacle, now.path === now.realPath];
    },
    expected: [
      true,
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      1,
      null,
      true,
    ],
  },
  {
    name: 'G5: a file is written over where it is as expected',
    observe: async (rig) => {
      const hash = await create(rig, 'over.json', 'old');
      const written = await rig.changes.write(at(rig, 'over.json'), bytesOf('new'), hash);
      return [written, await textOf(rig, 'over.json')];
    },
    expected: [{ kind: 'done' }, 'new'],
  },
  {
    name: 'G5: a file that is not as expected stays as it is, and is shown',
    observe: async (rig) => {
      await create(rig, 'other.json', 'theirs');
      const path = at(rig, 'other.json');
      const written = await rig.changes.write(path, bytesOf('ours'), NO_HASH);
      const removed = await rig.changes.remove(path, NO_HASH);
      const created = await rig.changes.write(path, bytesOf('ours'), null);
      const shown = [written, removed, created].map((one) =>
        one.kind === 'changed' ? new TextDecoder().decode(one.now.bytes ?? bytesOf('')) : one.kind,
      );
      return [shown, await textOf(rig, 'other.json')];
    },
    expected: [['theirs', 'theirs', 'theirs'], 'theirs'],
  },
  {
    name: 'G5: a file that should be there and is gone is not made again',
    observe: async (rig) => {
      const path = at(rig, 'gone.json');
      const written = await rig.changes.write(path, bytesOf('ours'), NO_HASH);
      const removed = await rig.changes.remove(path, NO_HASH);
      return [written.kind, removed.kind, await textOf(rig, 'gone.json')];
    },
    expected: ['changed', 'changed', null],
  },
  {
    name: 'a file is removed where it is as expected',
    observe: async (rig) => {
      const hash = await create(rig, 'remove.json', 'x');
      const removed = await rig.changes.remove(at(rig, 'remove.json'), hash);
      return [removed, await textOf(rig, 'remove.json')];
    },
    expected: [{ kind: 'done' }, null],
  },
  {
    name: 'an empty file is one, and a file may become empty',
    observe: async (rig) => {
      const hash = await create(rig, 'empty.json', 'x');
      const written = await rig.changes.write(at(rig, 'empty.json'), bytesOf(''), hash);
      return [written, await textOf(rig, 'empty.json')];
    },
    expected: [{ kind: 'done' }, ''],
  },
  {
    name: 'a file in a folder that is not there is made with its folder',
    observe: async (rig) => {
      await create(rig, 'new/deep/file.json', 'x');
      return textOf(rig, 'new/deep/file.json');
    },
    expected: 'x',
  },
  {
    name: 'G6: nothing of ours is left that a sweep would find',
    observe: async (rig) => {
      await create(rig, 'sweep.json', 'x');
      return rig.changes.sweep([at(rig, 'sweep.json'), at(rig, 'not-there/file.json')]);
    },
    expected: [],
  },
];
