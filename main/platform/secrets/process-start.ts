import { readFileSync } from 'node:fs';
import { errorCode } from '../error-code.ts';

/**
 * When a process was started, in a form that only compares: on Linux the kernel's own number. Other
 * systems tell it to nobody without starting a program, so there a process id that was given to
 * another program looks alive until the next start of the machine.
 * @returns null where it is not known
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Is there a process of this id? One of another user counts: it is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
