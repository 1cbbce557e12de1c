import type { Locks } from '../sign-in-ports.ts';

/** The name of the lock that a trace holds as long as it runs. @param run letters and digits */
export function runLock(run: string): string {
  return `run-${run}`;
}

/**
 * Marks a trace as running, so that the start of another Unblank leaves its test tokens alone. When
 * the program is killed, the lock is free and `TokenVault.cleanUp` takes what was left behind.
 * @param run the `pendingRun` of its entries
 * @returns ends it; a second call does nothing
 */
export async function holdRun(locks: Locks, run: string): Promise<() => Promise<void>> {
  const release = await locks.hold(runLock(run), 0);
  return async () => release?.();
}
