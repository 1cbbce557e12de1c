import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../engine/ports.ts';
import type { Locks } from '../../engine/sign-in-ports.ts';
import { nodeClock } from '../clock.ts';
import { createLockFile, type LockFile } from './lock-file.ts';
import { nodeLockFileSystem, type LockFileSystem } from './lock-file-system.ts';
import { stateFolder } from './state-folder.ts';

export interface LocksOptions {
  /** Folder of this user; made where it is not there. */
  readonly folder?: string;
  readonly clock?: Clock;
  readonly fs?: LockFileSystem;
  /** Must a lock hold across processes? Then `hold` throws what the disk says where it cannot. */
  readonly isFileNeeded?: boolean;
}

const LOOK_AGAIN_MS = 25;

/**
 * Locks that hold across processes of this user: a file with the holder's process id, made in one step,
 * taken away at release and at the end of the program. That of a program that was killed holds
 * nobody back. Where no file can be made (a read-only home), they hold within this process only,
 * or are refused.
 */
// SECURITY: D17, G17
export function createLocks(options: LocksOptions = {}): Locks {
  const { folder = join(stateFolder(), 'locks'), clock = nodeClock } = options;
  const { fs = nodeLockFileSystem, isFileNeeded = false } = options;
  const here = new Set<string>();
  const tryOnce = (name: string, file: LockFile | null): boolean => {
    if (here.has(name) || (file !== null && !taken(file, isFileNeeded))) return false;
    here.add(name);
    return true;
  };
  const fileFor = (name: string): LockFile | null => {
    try {
      return lockFileIn(folder, name, { fs, clock }, isFileNeeded);
    } catch (error) {
      if (isFileNeeded) throw error;
      return null;
    }
  };
  return {
    async hold(name, waitMs) {
      const file = fileFor(name);
      const end = clock.monotonic() + waitMs;
      while (!tryOnce(name, file)) {
        if (clock.monotonic() >= end) return null;
        await pause(clock, Math.min(LOOK_AGAIN_MS, waitMs));
      }
      const atExit = () => file?.release();
      process.once('exit', atExit);
      let released = false;
      return async () => {
        if (released) return;
        released = true;
        process.off('exit', atExit);
        file?.release();
        here.delete(name);
      };
    },
  };
}

function taken(file: LockFile, isFileNeeded: boolean): boolean {
  try {
    return file.take();
  } catch (error) {
    if (isFileNeeded) throw error;
    return false;
  }
}

function lockFileIn(
  folder: string,
  name: string,
  tools: { readonly fs: LockFileSystem; readonly clock: Clock },
  isFileNeeded: boolean,
): LockFile {
  const safe = name.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 120);
  tools.fs.makeFolder(folder);
  // Where a lock within this process will do, it is found out first whether a file can be made.
  if (!isFileNeeded) probe(folder, tools.fs);
  return createLockFile(join(folder, `${safe}.lock`), tools);
}

function probe(folder: string, fs: LockFileSystem): void {
  const file = join(folder, `.${randomUUID()}`);
  fs.create(file, '');
  fs.unlink(file);
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}
