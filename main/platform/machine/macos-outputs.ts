/**
 * What the programs of macOS print. Pure. How checked: against the recorded forms of their manual
 * pages and public issues, not on a Mac.
 */
import type { ListenerFacts, ProcessFacts } from '../../engine/ports.ts';

/** Questions to /bin/ps: `comm` is the whole path there, also where it holds spaces. */
export const PS_PROGRAMS = ['-axww', '-o', 'pid=,ppid=,comm='] as const;
export const PS_LINES = ['-axww', '-o', 'pid=,args='] as const;
export const LSOF_LISTENERS = ['-nP', '-iTCP', '-sTCP:LISTEN', '-Fpn'] as const;

/**
 * Reads both answers of ps. Arguments are told apart by spaces, as ps joins them.
 * @param programs of `PS_PROGRAMS`
 * @param lines of `PS_LINES`; empty where it failed
 */
export function readPs(programs: string, lines: string): readonly ProcessFacts[] {
  const whole = new Map(
    rows(lines, /^\s*(\d{1,10})\s+(.*)$/).map(([pid = '', line = '']) => [pid, line]),
  );
  return rows(programs, /^\s*(\d{1,10})\s+(\d{1,10})\s+(.+?)\s*$/).map(
    ([pid = '', parent = '', program = '']) => ({
      pid: Number(pid),
      parent: Number(parent) > 0 ? Number(parent) : null,
      program,
      args: argumentsIn(whole.get(pid) ?? '', program),
      hasWindow: null,
    }),
  );
}

/** What stands behind the program; a process that gave itself a title has that as its line. */
function argumentsIn(line: string, program: string): readonly string[] {
  const rest = line.startsWith(program) ? line.slice(program.length) : line;
  return rest.split(' ').filter((word) => word !== '');
}

/** Reads `lsof -Fpn`: a line `p` per process, a line `n` per socket. */
export function readLsof(text: string): readonly ListenerFacts[] {
  let pid: number | null = null;
  return text.split('\n').flatMap((line) => {
    const id = /^p(\d{1,10})$/.exec(line)?.[1];
    if (id !== undefined) pid = Number(id);
    const [, address = '', port = ''] =
      /^n(\*|\[[0-9a-fA-F:.]+\]|[\d.]+):(\d{1,5})$/.exec(line) ?? [];
    if (port === '' || Number(port) > 65_535) return [];
    return [{ port: Number(port), address: plainAddress(address), pid }];
  });
}

function plainAddress(address: string): string {
  return address === '*' ? '0.0.0.0' : address.replace(/^\[(.*)\]$/, '$1');
}

/** Dates of a keychain item, as `security find-generic-password` prints them without a password. */
export function readKeychainDates(text: string): {
  readonly createdAt: number | null;
  readonly modifiedAt: number | null;
} {
  return { createdAt: dateIn(text, 'cdat'), modifiedAt: dateIn(text, 'mdat') };
}

function dateIn(text: string, name: 'cdat' | 'mdat'): number | null {
  const pattern = new RegExp(
    `"${name}"<timedate>=(?:0x[0-9A-Fa-f]+\\s+)?"(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)Z`,
  );
  const [, year, month, day, hour, minute, second] = pattern.exec(text) ?? [];
  if (year === undefined) return null;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}

function rows(text: string, pattern: RegExp): readonly (readonly string[])[] {
  return text.split('\n').flatMap((line) => {
    const found = pattern.exec(line);
    return found === null ? [] : [found.slice(1)];
  });
}
