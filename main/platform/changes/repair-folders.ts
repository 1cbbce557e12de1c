import { join } from 'node:path';
import type { Place } from '../../engine/ports.ts';
import { stateFolder } from '../secrets/state-folder.ts';

/** Where Unblank keeps what repairs need. */
export interface RepairFolders {
  /** Backups and the journal. */
  readonly own: string;
  readonly locks: string;
  /** The folder that none of them may lead out of; null on the real machine. */
  readonly within: string | null;
}

/**
 * The folders of Unblank for a place. A copied profile has its own inside its home, where its system
 * would have them: nothing outside of it is touched, and its backups go where the copy goes.
 */
export function repairFolders(place: Place): RepairFolders {
  const { os, home, copied } = place;
  const state = copied ? stateFolder({ platform: os, home, env: {} }) : stateFolder();
  return {
    own: join(state, 'repair'),
    locks: join(state, 'locks'),
    within: copied ? home : null,
  };
}
