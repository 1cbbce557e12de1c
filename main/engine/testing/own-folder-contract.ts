import type { ChangeLock, OwnFolder } from '../repair-ports.ts';
import type { ContractCase } from './contract-case.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textIn = async (folder: OwnFolder, name: string): Promise<string | null> => {
  const bytes = await folder.read(name);
  return bytes === null ? null : new TextDecoder().decode(bytes);
};
const NO_NAMES = ['', '..', '../x', 'a/../b', '/x', 'a//b', 'a/', '.', '.x', 'a\0b', 'C:\\x', 'ä'];

/** What every OwnFolder does; each case has a folder that is not there yet. */
export const OWN_FOLDER_CONTRACT: readonly ContractCase<OwnFolder>[] = [
  {
    name: 'a folder that was never written to holds nothing, and is no trouble',
    observe: async (own) => [await own.read('a.json'), await own.list('x'), await own.list('')],
    expected: [null, [], []],
  },
  {
    name: 'what is written comes back, and what is written over it, too',
    observe: async (own) => {
      await own.write('x/y/a.json', bytesOf('old'));
      const old = await textIn(own, 'x/y/a.json');
      await own.write('x/y/a.json', bytesOf('newer'));
      return [old, await textIn(own, 'x/y/a.json')];
    },
    expected: ['old', 'newer'],
  },
  {
    name: 'files are listed by name, sorted, without the folders among them',
    observe: async (own) => {
      for (const name of ['x/b', 'x/a', 'x/inner/c', 'd']) await own.write(name, bytesOf(''));
      return [await own.list('x'), await own.list('x/inner'), await own.list('')];
    },
    expected: [['a', 'b'], ['c'], ['d']],
  },
  {
    name: 'lines are appended, each with its end',
    observe: async (own) => {
      await own.append('log', 'one');
      await own.append('log', 'two “ü”');
      return textIn(own, 'log');
    },
    expected: 'one\ntwo “ü”\n',
  },
  {
    name: 'G18: a torn last line is ended before the next one',
    observe: async (own) => {
      await own.write('log', bytesOf('one\n{"tor'));
      await own.append('log', 'two');
      return textIn(own, 'log');
    },
    expected: 'one\n{"tor\ntwo\n',
  },
  {
    name: 'a file that is removed is gone, and removing it again is no trouble',
    observe: async (own) => {
      await own.write('a', bytesOf('x'));
      await own.remove('a');
      await own.remove('a');
      return [await own.read('a'), await own.list('')];
    },
    expected: [null, []],
  },
  {
    name: 'G12: a name that leads elsewhere is refused',
    observe: async (own) => {
      const ends: string[] = [];
      for (const name of NO_NAMES)
        await own.write(name, bytesOf('x')).then(
          () => ends.push(name),
          () => undefined,
        );
      return [ends, await own.list('')];
    },
    expected: [[], []],
  },
  {
    name: 'a line with a line end in it is refused',
    observe: async (own) => {
      const refused = await own.append('log', 'a\nb').then(
        () => false,
        () => true,
      );
      return [refused, await own.read('log')];
    },
    expected: [true, null],
  },
];

/** What every ChangeLock does. */
export const CHANGE_LOCK_CONTRACT: readonly ContractCase<ChangeLock>[] = [
  {
    name: 'G17: one holder at a time, and the next one after it',
    observe: async (lock) => {
      const first = await lock.hold(0);
      const second = await lock.hold(0);
      await first?.();
      const third = await lock.hold(0);
      await third?.();
      return [first === null, second === null, third === null];
    },
    expected: [false, true, false],
  },
  {
    name: 'releasing twice takes nothing from the next holder',
    observe: async (lock) => {
      const first = await lock.hold(0);
      await first?.();
      const second = await lock.hold(0);
      await first?.();
      const third = await lock.hold(0);
      await second?.();
      return third === null;
    },
    expected: true,
  },
];
