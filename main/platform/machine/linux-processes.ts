import { readFileSync, readlinkSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ProcessFacts } from '../../engine/ports.ts';

const RUNTIME = /^(?:node|bun|deno|python[\d.]*|electron\d*)$/;
const ARGUMENT_LIMIT = 64;
const ARGUMENT_LENGTH = 4096;

/**
 * The processes that /proc shows. Of other users' processes the program is told by its first
 * argument. How checked: run on Linux 6, with real and made-up folders.
 * @param proc the folder, `/proc`
 * @returns null where there is no such folder
 */
export async function linuxProcesses(proc: string): Promise<readonly ProcessFacts[] | null> {
  const names = await readdir(proc).catch(() => null);
  if (names === null) return null;
  const pids = names.filter((name) => /^\d{1,10}$/.test(name));
  return pids.flatMap((pid) => processAt(path.join(proc, pid), Number(pid)) ?? []);
}

/**
 * A process that ended meanwhile is none. Read at once: these files are the kernel's memory, and
 * asking for each in turn takes ten times as long.
 */
function processAt(folder: string, pid: number): ProcessFacts | null {
  const stat = orNull(() => readFileSync(`${folder}/stat`, 'utf8'));
  if (stat === null || hasEnded(stat)) return null;
  const line = orNull(() => readFileSync(`${folder}/cmdline`, 'utf8')) ?? '';
  return readProcess(pid, { line, stat, exe: orNull(() => readlinkSync(`${folder}/exe`)) });
}

function orNull(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

export interface ProcTexts {
  /** `/proc/PID/cmdline`: arguments, each ended by a zero. */
  readonly line: string;
  readonly stat: string;
  /** Where `/proc/PID/exe` leads, or null. */
  readonly exe: string | null;
}

/**
 * Reads one process. A program can write its own title over its arguments (npm, Claude Code); then
 * the title is the first argument. Pure.
 */
export function readProcess(pid: number, { line, stat, exe }: ProcTexts): ProcessFacts {
  const words = line.replace(/\0+$/, '').split('\0').slice(0, ARGUMENT_LIMIT);
  const [first = '', ...rest] = words.map((one) => one.slice(0, ARGUMENT_LENGTH));
  const program = exe?.replace(/ \(deleted\)$/, '') ?? (first === '' ? nameIn(stat) : first);
  const isTitle =
    first !== '' && RUNTIME.test(path.basename(program)) && !RUNTIME.test(path.basename(first));
  return {
    pid,
    parent: parentIn(stat),
    program,
    args: isTitle ? [first, ...rest] : rest,
    hasWindow: null,
  };
}

/** One that nobody has asked about its end keeps its number, writes nothing, and is not running. */
function hasEnded(stat: string): boolean {
  return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
}

/** The second field is the name in brackets, and may hold anything, brackets too (proc(5)). */
function parentIn(stat: string): number | null {
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return Number.isSafeInteger(parent) && parent > 0 ? parent : null;
}

function nameIn(stat: string): string {
  return stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
}
