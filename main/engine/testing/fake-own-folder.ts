import { AppError } from '../../contract/errors.ts';
import type { OwnFolder } from '../repair-ports.ts';

export type OwnFolderStep = 'read' | 'write' | 'append' | 'list' | 'remove';

export interface FakeOwnFolder extends OwnFolder {
  readonly files: Map<string, Uint8Array>;
  /** Every call as `write NAME`, in order. */
  readonly calls: string[];
  /** Called before each call with its number from 1; throws what the disk says. */
  before: (call: number, step: OwnFolderStep, name: string) => void | Promise<void>;
  text(name: string): string | null;
}

/** The OwnFolder port in memory; it keeps OWN_FOLDER_CONTRACT. */
export function createFakeOwnFolder(path = '/own'): FakeOwnFolder {
  const files = new Map<string, Uint8Array>();
  const calls: string[] = [];
  const fake: FakeOwnFolder = {
    path,
    files,
    calls,
    before: () => undefined,
    text: (name) => decoded(files.get(name)),
    read: (name) => on('read', name, () => files.get(name)?.slice() ?? null),
    write: (name, bytes) => on('write', name, () => void files.set(name, bytes.slice())),
    append: (name, line) => on('append', name, () => append(files, name, line)),
    list: (folder) => on('list', folder, () => namesIn(files, folder)),
    remove: (name) => on('remove', name, () => void files.delete(name)),
  };
  async function on<T>(step: OwnFolderStep, name: string, work: () => T): Promise<T> {
    if (!isName(name) && !(step === 'list' && name === ''))
      throw new Error('That is no name for a file of ours.');
    calls.push(`${step} ${name}`);
    await fake.before(calls.length, step, name);
    return work();
  }
  return fake;
}

/** What an own folder throws where its disk refuses. */
export function ownFolderError(reason = 'the disk is full', folder = '/own'): AppError {
  return new AppError('own-folder', { folder, reason });
}

function isName(name: string): boolean {
  return name.split('/').every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part));
}

function append(files: Map<string, Uint8Array>, name: string, line: string): void {
  if (/[\r\n]/.test(line)) throw new Error('A line of ours holds no line end.');
  const before = decoded(files.get(name)) ?? '';
  const isTorn = before !== '' && !before.endsWith('\n');
  files.set(name, new TextEncoder().encode(`${before}${isTorn ? '\n' : ''}${line}\n`));
}

function namesIn(files: Map<string, Uint8Array>, folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return [...files.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((rest) => !rest.includes('/'))
    .sort();
}

function decoded(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
