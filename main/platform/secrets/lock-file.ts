import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '../../engine/ports.ts';
import { errorCode } from '../error-code.ts';
import type { LockFileSystem } from './lock-file-system.ts';
import { isHeld, readOwner, type LockOwner } from './lock-owner.ts';
import { isRunning, processStart } from './process-start.ts';

export interface LockFile {
  /**
   * @returns whether it is ours now
   * @throws what the system says where no lock file can be made there
   */
  take(): boolean;
  /** Takes it away if it is ours. */
  release(): void;
}

interface Tools {
  readonly fs: LockFileSystem;
  readonly clock: Clock;
}

/** Breaking a lock takes no longer; a mark that is older was left by a process that was killed. */
const BREAK_MS = 10_000;
/** Locks of this process that were given back, and whose file the disk did not take away. */
const givenBack = new Set<string>();

/**
 * One lock file. Its text is written beside it and then linked to its name: the name is there with the
 * whole text or not at all.
 * @param path where; its folder exists
 */
export function createLockFile(path: string, tools: Tools): LockFile {
  const token = randomUUID();
  return {
    take() {
      if (place(path, token, tools)) return true;
      breakStale(path, tools);
      return place(path, token, tools);
    },
    release() {
      const text = textOf(path, tools);
      const isOthers = text !== null && readOwner(text)?.token !== token;
      if (!isOthers && !removed(path, tools)) givenBack.add(token);
    },
  };
}

/** What says that the name is taken, or that the draft was swept by another process. */
const TAKEN: readonly string[] = ['EEXIST', 'ENOENT'];

/** @returns false where the name is taken */
function place(path: string, token: string, tools: Tools): boolean {
  const { pid } = process;
  const owner: LockOwner = { pid, started: processStart(pid), at: tools.clock.now(), token };
  const draft = `${path}.${pid}.${randomUUID()}`;
  try {
    tools.fs.create(draft, JSON.stringify(owner));
    tools.fs.link(draft, path);
  } catch (error) {
    removed(draft, tools);
    if (TAKEN.includes(errorCode(error))) return false;
    throw error;
  }
  removed(draft, tools);
  sweepLeft(path, tools);
  return true;
}

/**
 * Takes away the lock of a process that is gone. Two may see it at once, and the slower one must not
 * take away the lock that the faster one has made since: so whoever breaks a lock first makes a mark
 * that bears its token, and then looks again.
 */
function breakStale(path: string, tools: Tools): void {
  const seen = textOf(path, tools);
  if (seen === null || isAlive(seen, tools)) return;
  const mark = `${path}.${readOwner(seen)?.token ?? 'damaged'}.breaking`;
  if (!marked(mark, tools)) return;
  if (textOf(path, tools) === seen) removed(path, tools);
  removed(mark, tools);
}

function isAlive(text: string, { clock }: Tools): boolean {
  const owner = readOwner(text);
  return owner !== null && !givenBack.has(owner.token) && isHeld(owner, clock.now());
}

function marked(mark: string, tools: Tools): boolean {
  try {
    tools.fs.create(mark, '');
    return true;
  } catch {
    if (isOld(mark, tools)) removed(mark, tools);
    return false;
  }
}

/** Takes away what processes left that were killed while they took this lock or broke it. */
function sweepLeft(path: string, tools: Tools): void {
  const begin = `${basename(path)}.`;
  for (const name of namesIn(dirname(path), tools)) {
    const left = join(dirname(path), name);
    if (name.startsWith(begin) && isLeft(left, tools)) removed(left, tools);
  }
}

/** A draft tells whose it is, before it is written by its name; a mark tells its age only. */
function isLeft(path: string, tools: Tools): boolean {
  const text = textOf(path, tools);
  if (text === null) return false;
  if (readOwner(text) !== null) return !isAlive(text, tools);
  return isOfTheDead(path) || isOld(path, tools);
}

function isOfTheDead(draft: string): boolean {
  const pid = /\.(\d{1,10})\.[0-9a-f-]{36}$/.exec(draft)?.[1];
  return pid !== undefined && !isRunning(Number(pid));
}

function isOld(path: string, { fs, clock }: Tools): boolean {
  try {
    return clock.now() - fs.modifiedAt(path) > BREAK_MS;
  } catch {
    // Whoever made it has taken it away.
    return false;
  }
}

function namesIn(folder: string, { fs }: Tools): readonly string[] {
  try {
    return fs.names(folder);
  } catch {
    return [];
  }
}

/** @returns whether it is gone */
function removed(path: string, { fs }: Tools): boolean {
  try {
    fs.unlink(path);
    return true;
  } catch (error) {
    return errorCode(error) === 'ENOENT';
  }
}

function textOf(path: string, { fs }: Tools): string | null {
  try {
    return fs.read(path);
  } catch {
    return null;
  }
}
