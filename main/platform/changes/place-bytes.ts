import { dirname, join } from 'node:path';
import type { System } from '../../contract/words.ts';
import type { Clock } from '../../engine/ports.ts';
import { errorCode } from '../error-code.ts';
import { OPEN, type ChangeFile, type ChangeFileSystem } from './change-file-system.ts';
import { ownTemp } from './own-temp.ts';

export interface PlacingTools {
  readonly fs: ChangeFileSystem;
  readonly clock: Clock;
  readonly system: System;
}

export interface Placement {
  /** No link; its folder is there. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Permission bits; ignored by Windows. */
  readonly mode: number;
  /** Who it must belong to; null for whoever runs us. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Must there be nothing yet? */
  readonly isNew: boolean;
  /** Asked right before it is put in its place (safety G5). */
  readonly isAsExpected: () => Promise<boolean>;
}

/**
 * Puts a whole file in its place at once: a temporary file beside it, written, fsynced, renamed
 * (safety G6). Whenever the machine stops, the old or the new bytes are there.
 *
 * write-file-atomic 8 and atomically 2 do the same, but neither can look at the target between the
 * fsync and the rename (G5), both follow a link in the temporary file's place, the first keeps no
 * recognisable name for a sweep, and neither lets a test fail the n-th call.
 * @returns whether it is there; false where it was not as expected any more
 * @throws what the system says; then the old file is still there
 */
// SECURITY: G5, G6
export async function placeBytes(tools: PlacingTools, placement: Placement): Promise<boolean> {
  const name = ownTemp.next();
  const temp = join(dirname(placement.path), name);
  let isThere = false;
  try {
    await fillTemp(tools.fs, temp, placement);
    isThere = await putInPlace(tools, temp, placement);
    return isThere;
  } finally {
    // What cannot be removed now is found by the next sweep.
    if (!isThere) await tools.fs.unlink(temp).catch(() => undefined);
    ownTemp.forget(name);
  }
}

async function fillTemp(
  fs: ChangeFileSystem,
  temp: string,
  { bytes, mode, owner }: Placement,
): Promise<void> {
  const file = await fs.open(temp, OPEN.create, 0o600);
  try {
    await writeAll(file, bytes);
    if (owner !== null) await giveTo(file, owner, mode);
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A drive may take less than it is given. */
export async function writeAll(file: ChangeFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, null);
    done += bytesWritten;
  }
}

async function giveTo(
  file: ChangeFile,
  { uid, gid }: { readonly uid: number; readonly gid: number },
  mode: number,
): Promise<void> {
  const now = await file.stat();
  if (now.uid === uid && now.gid === gid) return;
  try {
    await file.chown(uid, gid);
  } catch (error) {
    // A group that we are not in does not matter where the group may do nothing.
    if (now.uid !== uid || (mode & 0o070) !== 0 || errorCode(error) !== 'EPERM') throw error;
  }
}

/** A drive without hard links says one of these. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * A new file gets its name in a step that fails where the name is taken, so nothing of others can be
 * lost. For one that is replaced no system that Node knows has such a step: between the last look
 * and the rename there is a gap of one system call, in which somebody else's write would be lost.
 */
async function putInPlace(tools: PlacingTools, temp: string, placement: Placement) {
  if (!placement.isNew || tools.system === 'win32') return renameTo(tools, temp, placement);
  if (!(await placement.isAsExpected())) return false;
  try {
    await tools.fs.link(temp, placement.path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (NO_LINKS.includes(errorCode(error))) return renameTo(tools, temp, placement);
    throw error;
  }
  await tools.fs.unlink(temp).catch(() => undefined);
  return true;
}

async function renameTo(tools: PlacingTools, temp: string, { path, isAsExpected }: Placement) {
  return patiently(tools, isAsExpected, () => tools.fs.rename(temp, path));
}

const BUSY: readonly string[] = ['EPERM', 'EACCES', 'EBUSY'];
const PATIENCE_MS = 10_000;

/**
 * Windows refuses to touch a file that a scanner or an editor has open at that moment: it is tried
 * again, for ten seconds at most, and looked at again before each time (safety G7,
 * npm/write-file-atomic#227). Other codes, and other systems, mean it at once.
 * @returns false where it is not as expected any more
 */
// SECURITY: G7
export async function patiently(
  { clock, system }: PlacingTools,
  isAsExpected: () => Promise<boolean>,
  step: () => Promise<void>,
): Promise<boolean> {
  const end = clock.monotonic() + PATIENCE_MS;
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    if (!(await isAsExpected())) return false;
    try {
      await step();
      return true;
    } catch (error) {
      const isOver = system !== 'win32' || clock.monotonic() >= end;
      if (isOver || !BUSY.includes(errorCode(error))) throw error;
    }
    await new Promise<void>((resolve) => void clock.after(pause, resolve));
  }
}
