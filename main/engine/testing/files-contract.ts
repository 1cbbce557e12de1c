import type { Files } from '../ports.ts';
import type { ContractCase } from './contract-case.ts';

/** What must lie in the rig's folder; `root` is its path, segments are joined with `/`. */
export const FILES_CONTRACT_TREE = {
  'ten.txt': '0123456789',
  'empty.txt': '',
  'bom.txt': '\uFEFFä',
  'folder/b.txt': 'b',
  'folder/B.txt': 'B',
  'folder/inner/c.txt': 'c',
} as const;

export interface FilesRig {
  readonly files: Files;
  readonly root: string;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (name: string, limit: number) => (rig: FilesRig) =>
  rig.files.read(`${rig.root}/${name}`, limit);
const list = (name: string) => (rig: FilesRig) => rig.files.list(`${rig.root}/${name}`);

/** What every Files port does. Unreadable files differ too much between systems to be here. */
export const FILES_CONTRACT: readonly ContractCase<FilesRig>[] = [
  {
    name: 'a file is read as its bytes',
    observe: read('bom.txt', 100),
    expected: { kind: 'bytes', bytes: bytesOf('\uFEFFä') },
  },
  {
    name: 'a file of exactly the limit is read whole',
    observe: read('ten.txt', 10),
    expected: { kind: 'bytes', bytes: bytesOf('0123456789') },
  },
  {
    name: 'a file over the limit is not read but its size is told',
    observe: read('ten.txt', 9),
    expected: { kind: 'too-large', size: 10 },
  },
  {
    name: 'an empty file is no bytes, not missing',
    observe: read('empty.txt', 0),
    expected: { kind: 'bytes', bytes: bytesOf('') },
  },
  {
    name: 'a file that is not there is missing',
    observe: read('none.txt', 10),
    expected: { kind: 'missing' },
  },
  {
    name: 'a folder is told as a folder',
    observe: read('folder', 10),
    expected: { kind: 'folder' },
  },
  {
    name: 'a folder lists its files and folders, sorted by code unit',
    observe: list('folder'),
    expected: ['B.txt', 'b.txt', 'inner'],
  },
  {
    name: 'a folder that is not there lists nothing',
    observe: list('none'),
    expected: [],
  },
  {
    name: 'a file lists nothing',
    observe: list('ten.txt'),
    expected: [],
  },
];
