import { uptime } from 'node:os';
import { isRunning, processStart } from './process-start.ts';

/** What a lock file holds. No secret, no path. */
export interface LockOwner {
  readonly pid: number;
  /** As processStart tells it. */
  readonly started: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Unlike that of any other lock. */
  readonly token: string;
}

/** @returns null for what is no lock of ours: it is damaged and holds nobody back */
export function readOwner(text: string): LockOwner | null {
  try {
    const { pid, started, at, token } = JSON.parse(text) as Record<string, unknown>;
    if (!Number.isSafeInteger(pid) || (pid as number) <= 0) return null;
    if (typeof at !== 'number' || typeof token !== 'string') return null;
    if (!/^[0-9a-f-]{36}$/.test(token)) return null;
    return { pid: pid as number, started: typeof started === 'string' ? started : null, at, token };
  } catch {
    return null;
  }
}

/**
 * Is the holder of a lock still there? A process id that now belongs to another program is not; nor is
 * one from before the machine was started.
 * @param now milliseconds since 1970
 */
export function isHeld(owner: LockOwner, now: number): boolean {
  if (!isRunning(owner.pid)) return false;
  const bootedAt = now - uptime() * 1000;
  // A clock that was set may be off by more; the minute is for those that drift.
  if (owner.started === null) return owner.at > bootedAt - 60_000;
  const started = processStart(owner.pid);
  return started === null || started === owner.started;
}
