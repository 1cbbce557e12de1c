import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locks } from '../../../engine/sign-in-ports.ts';
import { stateFolder } from '../../../platform/secrets/state-folder.ts';

const RUN_LOCK = /^(run-[a-zA-Z0-9]+)\.lock$/;

/**
 * Takes away the locks of traces that were killed: each run has a lock under a name of its own, which
 * nobody would ask for again. Those of traces that still run stay.
 * @param folder where createLocks keeps them
 */
export async function sweepRunLocks(
  locks: Locks,
  folder: string = path.join(stateFolder(), 'locks'),
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.flatMap((file) => RUN_LOCK.exec(file)?.[1] ?? [])) {
    const release = await locks.hold(name, 0);
    await release?.();
  }
}
