import type { NeedsAuthEntry } from '../../model/store-evidence.ts';

/** How long Claude Code passes a server over, where the entry does not say it. */
const NEEDS_AUTH_TTL_MS = 15 * 60 * 1000;

/** Until when Claude Code passes a server over; null where the entry has no time. */
export function passedOverUntil({ since, ttlMs }: NeedsAuthEntry): number | null {
  return since === null ? null : since + (ttlMs ?? NEEDS_AUTH_TTL_MS);
}

/** Is the entry still in force? One from the future counts as well: the clock was set back. */
export function isPassedOver(entry: NeedsAuthEntry, now: number): boolean {
  const until = passedOverUntil(entry);
  return until !== null && now < until;
}
