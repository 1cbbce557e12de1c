import { nodeLockFileSystem, type LockFileSystem } from '../../secrets/lock-file-system.ts';
import { systemError } from './fault-file-system.ts';

/** The calls of a lock, the n-th of which fails; 0 for none. */
export function createLockFaults(
  n: number,
  code: string,
): {
  readonly fs: LockFileSystem;
  readonly calls: string[];
} {
  const calls: string[] = [];
  const step = <T>(what: string, work: () => T): T => {
    calls.push(what);
    if (calls.length === n) throw systemError(code);
    return work();
  };
  const node = nodeLockFileSystem;
  return {
    calls,
    fs: {
      makeFolder: (path) => step('makeFolder', () => node.makeFolder(path)),
      create: (path, text) => step('create', () => node.create(path, text)),
      link: (path, name) => step('link', () => node.link(path, name)),
      read: (path) => step('read', () => node.read(path)),
      names: (folder) => step('names', () => node.names(folder)),
      unlink: (path) => step('unlink', () => node.unlink(path)),
      modifiedAt: (path) => step('modifiedAt', () => node.modifiedAt(path)),
    },
  };
}
