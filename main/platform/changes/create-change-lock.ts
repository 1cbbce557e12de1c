import { AppError } from '../../contract/errors.ts';
import type { Clock } from '../../engine/ports.ts';
import type { ChangeLock } from '../../engine/repair-ports.ts';
import { createLocks } from '../secrets/create-locks.ts';
import { nodeLockFileSystem, type LockFileSystem } from '../secrets/lock-file-system.ts';
import { nodeClock } from '../clock.ts';
import { nodeChangeFileSystem } from './change-file-system.ts';
import { keepInside } from './keep-inside.ts';
import { writeReason } from './refusal.ts';

export interface ChangeLockOptions {
  /** Where lock files lie: that of this user, or the one inside a copied profile. */
  readonly folder: string;
  /** A folder that it must not lead out of (a copied profile), or null. */
  readonly within: string | null;
  readonly fs?: LockFileSystem;
  readonly clock?: Clock;
}

/**
 * The ChangeLock port: one lock of `Locks` (safety D17), which has the holder's process id and start
 * time in it and holds nobody back once that process is gone. Unlike the lock of a sign-in it is
 * refused where no file can be made: within this process alone it would promise too much.
 * @throws from `hold` AppError `own-folder` where the disk refuses a lock file
 */
// SECURITY: G17
export function createChangeLock(options: ChangeLockOptions): ChangeLock {
  const { folder, within, fs = nodeLockFileSystem, clock = nodeClock } = options;
  const locks = createLocks({ folder, fs, clock, isFileNeeded: true });
  return {
    async hold(waitMs) {
      try {
        await keepInside(nodeChangeFileSystem, within, folder);
        return await locks.hold('changes', waitMs);
      } catch (error) {
        if (error instanceof AppError) throw error;
        throw new AppError('own-folder', { folder, reason: writeReason(error) }, { cause: error });
      }
    },
  };
}
