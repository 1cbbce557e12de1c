import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../engine/ports.ts';
import type { Locks } from '../../engine/sign-in-ports.ts';
import { nodeClock } from '../clock.ts';
import { createLockFile, type LockFile } from './lock-file.ts';
import { stateFolder } from './state-folder.ts';

export interface LocksOptions {
  /** Folder of this user; made where it is not there. */
  readonly folder?: string;
  readonly clock?: Clock;
}

const LOOK_AGAIN_MS = 25;

/**
 * Locks that hold across processes of this user: a file with the holder's process id, made in one step,
 * taken away at release and at the end of the program. That of a program that was killed holds
 * nobody back. Where no file can be made (a read-only home), they hold within this process only.
 */
// SECURITY: D17
export function createLocks(options: LocksOptions = {}): Locks {
  const { folder = join(stateFolder(), 'locks'), clock = nodeClock } = options;
  const here = new Set<string>();
  const tryOnce = (name: string, file: LockFile | null): boolean => {
    if (here.has(name) || (file !== null && !file.take())) return false;
    here.add(name);
    return true;
  };
  return {
    async hold(name, waitMs) {
      const file = fileFor(folder, name, clock);
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

function fileFor(folder: string, name: string, clock: Clock): LockFile | null {
  const safe = name.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 120);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `.${randomUUID()}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
    return createLockFile(join(folder, `${safe}.lock`), clock);
  } catch {
    return null;
  }
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}
