import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import type { Clock } from '../../engine/ports.ts';
import { isHeld, readOwner, type LockOwner } from './lock-owner.ts';
import { processStart } from './process-start.ts';

export interface LockFile {
  /** @returns whether it is ours now */
  take(): boolean;
  /** Takes it away if it is ours. */
  release(): void;
}

/** Breaking a lock takes no longer; a mark that is older was left by a process that was killed. */
const BREAK_MS = 10_000;

/**
 * One lock file. Its text is written beside it and then linked to its name: the name is there with the
 * whole text or not at all.
 * @param path where; its folder exists
 */
export function createLockFile(path: string, clock: Clock): LockFile {
  const token = randomUUID();
  const isOurs = () => read(path)?.token === token;
  return {
    take() {
      if (place(path, token, clock)) return true;
      breakStale(path, clock);
      return place(path, token, clock);
    },
    release() {
      if (isOurs()) rmSync(path, { force: true });
    },
  };
}

/** @returns false where the name is taken */
function place(path: string, token: string, clock: Clock): boolean {
  const { pid } = process;
  const owner: LockOwner = { pid, started: processStart(pid), at: clock.now(), token };
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    linkSync(draft, path);
    return true;
  } catch {
    // The name is taken, or nothing can be written: either way it is not ours.
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes away the lock of a process that is gone. Two may see it at once, and the slower one must not
 * take away the lock that the faster one has made since: so whoever breaks a lock first makes a mark
 * that bears its token, and then looks again.
 */
function breakStale(path: string, clock: Clock): void {
  const seen = textOf(path);
  if (seen === null || isAlive(seen, clock)) return;
  const mark = `${path}.${readOwner(seen)?.token ?? 'damaged'}.breaking`;
  if (!marked(mark, clock)) return;
  try {
    if (textOf(path) === seen) unlinkSync(path);
  } catch {
    // It is gone already, or may not be removed: then the next try says that it is held.
  } finally {
    rmSync(mark, { force: true });
  }
}

function isAlive(text: string, clock: Clock): boolean {
  const owner = readOwner(text);
  return owner !== null && isHeld(owner, clock.now());
}

function marked(mark: string, clock: Clock): boolean {
  try {
    writeFileSync(mark, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    removeOld(mark, clock);
    return false;
  }
}

function removeOld(mark: string, clock: Clock): void {
  try {
    if (clock.now() - statSync(mark).mtimeMs > BREAK_MS) rmSync(mark, { force: true });
  } catch {
    // Whoever made it has taken it away.
  }
}

function read(path: string): LockOwner | null {
  const text = textOf(path);
  return text === null ? null : readOwner(text);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
