import type { ServerEntry } from '../../../model/evidence.ts';

/**
 * Whether a place is what an entry starts. Only launch templates write there.
 * @see safety I4
 */
// SECURITY: I4
export function isLaunchPlace({ pointer: entry }: ServerEntry, pointer: string): boolean {
  return /^\/(?:command|args)(?:\/|$)/.test(pointer.slice(entry.length));
}
