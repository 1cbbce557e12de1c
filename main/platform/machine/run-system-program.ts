import { execFile } from 'node:child_process';
import path from 'node:path';

/**
 * The programs of the system that we ask, by absolute path; there are no others. SECURITY: I1, I3.
 * None is looked for on the search path, and none comes from a configuration.
 */
const PROGRAMS = {
  ps: '/bin/ps',
  lsof: '/usr/sbin/lsof',
  security: '/usr/bin/security',
  tasklist: 'tasklist.exe',
  netstat: 'netstat.exe',
  netsh: 'netsh.exe',
  reg: 'reg.exe',
} as const;
export type SystemProgram = keyof typeof PROGRAMS;

/** Gives the output of a program, or null where it did not end well in time. */
export type RunSystemProgram = (
  program: SystemProgram,
  args: readonly string[],
) => Promise<string | null>;

const TIME_LIMIT_MS = 5000;
const OUTPUT_LIMIT = 8 * 1024 * 1024;

/** Arguments with which `security` would print a password; SECURITY: F7. */
const FORBIDDEN = /^-\w*[gw]/;

/**
 * Runs a program of the system and gives what it prints. An argv array, no shell, five seconds, at
 * most 8 MB, nothing of our environment (safety I3).
 *
 * How checked: the way of running on Linux and macOS alike (tests run it with a made-up table); the
 * programs of macOS and Windows were not run, since neither machine was there.
 * @param program a name of the table above
 * @param args as the program takes them, never from a file or a server
 * @returns null where it is missing, fails, takes too long or prints too much
 */
export function runSystemProgram(
  program: SystemProgram,
  args: readonly string[],
): Promise<string | null> {
  if (program === 'security' && args.some((one) => FORBIDDEN.test(one))) {
    return Promise.resolve(null);
  }
  return outputOf(systemProgramPath(program, process.env['SystemRoot']), args);
}

/**
 * Where a program lies. Of the variable SystemRoot the drive counts and nothing else, so that an
 * environment cannot put another program in place of it.
 */
export function systemProgramPath(program: SystemProgram, systemRoot: string | undefined): string {
  const file = PROGRAMS[program];
  if (file.startsWith('/')) return file;
  const drive = /^([A-Za-z]):\\windows\\?$/i.exec(systemRoot ?? '')?.[1] ?? 'C';
  return `${drive}:\\Windows\\System32\\${file}`;
}

/** The output of a program at an absolute path; for `runSystemProgram` and its test. */
export function outputOf(file: string, args: readonly string[]): Promise<string | null> {
  const isWindows = path.win32.isAbsolute(file) && !path.posix.isAbsolute(file);
  const folder = isWindows ? path.win32.dirname(file) : '/';
  return new Promise((resolve) => {
    execFile(
      file,
      [...args],
      {
        shell: false,
        timeout: TIME_LIMIT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: OUTPUT_LIMIT,
        windowsHide: true,
        // Windows programs speak in the code page of the console; their numbers are the same in all.
        encoding: isWindows ? 'latin1' : 'utf8',
        cwd: folder,
        env: isWindows ? { SystemRoot: path.win32.dirname(folder) } : { LC_ALL: 'C' },
      },
      (error, output) => resolve(error === null ? output : null),
    );
  });
}
