import { homedir } from 'node:os';
import { join } from 'node:path';
import type { MachineFacts } from '../place.ts';

/**
 * The folder of this user for what Unblank remembers of itself: locks. No secret ever lies in it.
 * Linux: the XDG Base Directory Specification; macOS: Application Support; Windows: the local, not the
 * roaming folder, because a lock is true of one machine only.
 */
export function stateFolder(machine: MachineFacts = thisMachine()): string {
  const { platform, home, env } = machine;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Unblank');
  if (platform === 'win32')
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Unblank');
  return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'unblank');
}

function thisMachine(): MachineFacts {
  return { platform: process.platform, home: homedir(), env: process.env };
}
