import type { ChangeLock } from '../repair-ports.ts';

export interface FakeChangeLock extends ChangeLock {
  /** True while it is held; a test may set it, as another process would. */
  isHeld: boolean;
}

/** The ChangeLock port in memory: it never waits. It keeps CHANGE_LOCK_CONTRACT. */
export function createFakeChangeLock(): FakeChangeLock {
  const lock: FakeChangeLock = {
    isHeld: false,
    async hold() {
      if (lock.isHeld) return null;
      lock.isHeld = true;
      let released = false;
      return async () => {
        if (!released) lock.isHeld = false;
        released = true;
      };
    },
  };
  return lock;
}
