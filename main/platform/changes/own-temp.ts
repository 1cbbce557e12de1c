import { randomBytes } from 'node:crypto';
import { isRunning } from '../secrets/process-start.ts';

const NAME = /^\.unblank-(\d{1,10})-[0-9a-f]{32}\.tmp$/;
/** No write takes that long; the id of its process belongs to another program by now. */
const OLD_MS = 60 * 60 * 1000;
const alive = new Set<string>();

/**
 * The name of a temporary file that is ours: recognisable, with the id of this process, and not to be
 * guessed (safety G6). It counts as in use until `forget`.
 */
export const ownTemp = {
  next(): string {
    const name = `.unblank-${process.pid}-${randomBytes(16).toString('hex')}.tmp`;
    alive.add(name);
    return name;
  },
  forget: (name: string): void => void alive.delete(name),
  isOne: (name: string): boolean => NAME.test(name),
  /**
   * May it be taken away? Not while the process that made it may still be writing it.
   * @param ageMs since it was last written
   */
  isLeft(name: string, ageMs: number): boolean {
    const pid = Number(NAME.exec(name)?.[1]);
    if (Number.isNaN(pid)) return false;
    if (pid === process.pid) return !alive.has(name);
    return ageMs > OLD_MS || !isRunning(pid);
  },
};
