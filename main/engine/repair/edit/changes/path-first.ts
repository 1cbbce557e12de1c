import { pointerOf } from '../../../local/json-tree.ts';
import type { Json } from '../../../model/evidence.ts';
import { changed, isJsonObject, refused, type Changed } from './changed.ts';
import { isAbsolutePath, isWindowsPath } from './words.ts';

/** Where a system keeps its own programs: `PATH` in `env` takes the place of the one that there was. */
const BASE = {
  posix: ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'],
  windows: ['C:\\Windows\\System32', 'C:\\Windows'],
} as const;

/**
 * Puts a folder before the others in `env.PATH` of an entry (F125). Where the entry has none, the
 * folders of the system follow it.
 */
export function pathFirst(value: Json, { folder }: { readonly folder: string }): Changed {
  const isWindows = isWindowsPath(folder);
  const separator = isWindows ? ';' : ':';
  if (!isAbsolutePath(folder) || folder.includes(separator)) {
    return refused('The folder cannot be written into a search path.');
  }
  if (!isJsonObject(value)) return refused('There is no entry here.');
  const env = value['env'] ?? {};
  if (!isJsonObject(env)) return refused('The variables of the entry are no object.');
  const name = nameIn(Object.keys(env), isWindows);
  const now = env[name];
  if (now !== undefined && typeof now !== 'string') return refused('PATH in env is no text.');
  const others = now === undefined ? BASE[isWindows ? 'windows' : 'posix'] : now.split(separator);
  const path = [folder, ...others.filter((one) => one !== folder && one !== '')].join(separator);
  if (path === now) return changed([]);
  const notes =
    now === undefined ? ['PATH in env is new: the folder, and those of the system behind it.'] : [];
  return changed([{ kind: 'set-value', at: pointerOf(['env', name]), value: path }], notes);
}

/** Windows does not tell the case of names apart, and writes it `Path`. */
function nameIn(names: readonly string[], isWindows: boolean): string {
  const found = names.findLast((one) =>
    isWindows ? one.toUpperCase() === 'PATH' : one === 'PATH',
  );
  return found ?? 'PATH';
}
